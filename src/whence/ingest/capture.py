"""What was captured: the raw bytes of one report, and what is known of it from outside."""

import re
from collections.abc import Iterable

from msgspec import Struct

_MOST_HEADERS = 100  # what common servers take at most, and they are written by anyone
_LONGEST_NAME = 256
_LONGEST_VALUE = 4_096
_MOST_CHARACTERS = 32_768
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+")  # RFC 9110, section 5.6.2


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
    fetching. ``metadata`` overrides what the page says about itself. ``status`` and ``headers``
    are those of the HTTP response, where there was one; ``raw`` is its body, unpacked.
    """

    location: str
    raw: bytes
    url: str | None = None
    media_type: str | None = None
    retrieved_at: str | None = None
    metadata: Metadata = Metadata()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


def kept_headers(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the headers of a response as a capture keeps them: names lower case, in order.

    At most 100 with 32,768 characters in all; a value is cut at 4,096, what cannot be printed
    becomes a space, and a name that is no token (RFC 9110, section 5.6.2) is passed over.
    """
    kept: list[tuple[str, str]] = []
    left = _MOST_CHARACTERS
    for given, value in headers:
        name = given.strip().lower()
        if len(name) > _LONGEST_NAME or not _TOKEN.fullmatch(name):
            continue
        text = _UNPRINTABLE.sub(" ", value[:_LONGEST_VALUE]).strip()
        left -= len(name) + len(text)
        if left < 0 or len(kept) == _MOST_HEADERS:
            break
        kept.append((name, text))
    return tuple(kept)
