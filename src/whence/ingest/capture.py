"""What was captured: the raw bytes of one report, and what is known of it from outside."""

from msgspec import Struct


class Metadata(Struct, frozen=True, kw_only=True):
    """What is known of a report: by a side-car, record or feed, or as read off the page.

    ``outlet`` is the field as given; who is credited in it is told apart later. ``published`` is
    an ISO 8601 prefix.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """Return these values, with those of ``other`` where these are missing.

        Credits are those of both, each once.
        """
        return Metadata(
            url=self.url or other.url,
            outlet=self.outlet or other.outlet,
            title=self.title or other.title,
            byline=self.byline or other.byline,
            published=self.published or other.published,
            language=self.language or other.language,
            credits=tuple(dict.fromkeys((*self.credits, *other.credits))),
        )


class Capture(Struct, frozen=True, kw_only=True):
    """The raw bytes of one report.

    ``location`` is the input as the user gave it (with ``:line`` or ``#number`` for a record of a
    stream), ``media_type`` the declared type with its parameters, ``retrieved_at`` the ISO time of
    fetching. ``metadata`` overrides what the page says about itself.
    """

    location: str
    raw: bytes
    url: str | None = None
    media_type: str | None = None
    retrieved_at: str | None = None
    metadata: Metadata = Metadata()
