"""One retrieved page or text."""

from typing import Literal

from msgspec import Struct

from whence.model.identity import stable_id
from whence.model.iso import earlier
from whence.model.span import Span

BlockKind = Literal["title", "paragraph", "heading", "quote", "caption", "list"]
RemovalReason = Literal[
    "advert",
    "poll",
    "newsletter",
    "author_box",
    "byline",
    "comments",
    "sharing",
    "navigation",
    "related",
    "legal",
]


class Block(Struct, frozen=True, kw_only=True):
    """A run of the clean text with one part in the page's layout; [start, end) in code points."""

    kind: BlockKind
    start: int
    end: int


class Removed(Struct, frozen=True, kw_only=True):
    """Text of the page that is not the article, and why it was left out."""

    text: str
    reason: RemovalReason


class Document(Struct, frozen=True, kw_only=True):
    """One retrieved page or text, cleaned to its article.

    ``text`` is the clean text that every span points into; when the title is known from the page
    itself it is the first block (kind ``title``). ``published`` is an ISO 8601 prefix (``2021``,
    ``2021-11``, ``2021-11-08T09:30+03:00``): what is not known is left off, never guessed.
    ``location`` is the file or address as the user gave it. ``credits`` are agencies that the page
    credits in its metadata (byline, outlet field or side-car), outermost first.
    ``retrieved_at`` is set only for what was fetched; a local file has none. ``notices`` tell what
    a person should know of how its text was found.
    """

    id: str
    location: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    retrieved_at: str | None = None
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    notices: tuple[str, ...] = ()
    raw_sha256: str
    raw_size: int

    @staticmethod
    def identify(text: str, place: str | None) -> str:
        """Return the id of this clean text at this place: its address, or else its outlet.

        The same words in two outlets are two documents: that one copies the other is a finding.
        """
        return stable_id("doc", text, place or "")

    def span(self, start: int, end: int) -> Span:
        """Return the span [start, end) of the clean text with its words."""
        return Span(document_id=self.id, start=start, end=end, text=self.text[start:end])

    def out_by(self, moment: str | None) -> bool:
        """Tell whether it was out by a moment, None the present; without a date it may have been.

        A moment is an ISO 8601 prefix, and all of it counts.
        """
        return moment is None or self.published is None or not earlier(moment, self.published)

    @property
    def name(self) -> str:
        """What a reader calls this document: its outlet, or else its file without the folder."""
        return self.outlet or self.location.rstrip("/").rsplit("/", 1)[-1] or self.location


class Failure(Struct, frozen=True, kw_only=True):
    """Something that could not be read, why, and what to do next. It never stops a run."""

    location: str
    stage: Literal["ingest", "extract"]
    kind: str
    reason: str
    hint: str
