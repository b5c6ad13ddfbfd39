"""What a reader sees in one document, before anything is concluded from it."""

from typing import Literal, Protocol

from msgspec import Struct

from whence.model.attribution import Act, AttributionKind
from whence.model.claim import Standing
from whence.model.document import Document
from whence.model.span import Span

MentionKind = Literal["party", "person", "organisation", "place", "date", "weapon", "number"]
MarkKind = Literal["loaded", "insinuation"]
SpeakerKind = Literal["named", "role", "anonymous", "collective", "document", "social", "unknown"]
"""How the words let a speaker be known; "collective" is a body or several people."""


class Attributed(Struct, frozen=True, kw_only=True):
    """A source, a cue and a content that belong together, as read off the words alone.

    ``via`` are the hands between the document and the source that the words name, outermost
    first. ``act``, ``negated`` and ``certainty`` are what the reader makes of the statement; a
    reader that does not judge leaves them out. ``certainty`` is on FactBank's scale, -3 to 3.
    ``speaker`` is how the reader takes the source to be known, where it judges that.
    ``unsourced`` tells that the reader looked for a source and found nobody; without a source and
    without it, whoever spoke last goes on.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: AttributionKind
    via: tuple[Span, ...] = ()
    act: Act | None = None
    negated: bool | None = None
    certainty: int | None = None
    speaker: SpeakerKind | None = None
    unsourced: bool = False


class Mention(Struct, frozen=True, kw_only=True):
    """A name, date or number in the text with its normalised value ("" when it has none)."""

    kind: MentionKind
    span: Span
    value: str = ""


class Mark(Struct, frozen=True, kw_only=True):
    """Loaded language or insinuation, and whose words they are ("author" or a speaker)."""

    kind: MarkKind
    span: Span
    whose: str = "author"
    reason: str = ""


class Suspected(Struct, frozen=True, kw_only=True):
    """A mention of a party under suspicion, as the words around it let it stand.

    ``probability`` is the reader's that the mention carries a suspicion at all; who says so is
    not decided here.
    """

    span: Span
    standing: Standing
    probability: float


class Reading(Struct, frozen=True, kw_only=True):
    """Everything a reader saw in one document, in the order of the text.

    ``named`` are the names of armed groups, and where capitals do not tell names those of bodies.
    ``persons`` are the names of persons: a capitalised name alone does not tell what it names.
    ``loud_persons`` are those in texts set in capitals. ``places`` are the names of places.
    """

    document_id: str
    reader: str
    attributed: tuple[Attributed, ...] = ()
    mentions: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    suspected: tuple[Suspected, ...] = ()
    named: tuple[Span, ...] = ()
    persons: tuple[Span, ...] = ()
    loud_persons: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()


class Reader(Protocol):
    """A back end that reads: rules today, a trained encoder or a language model beside them."""

    @property
    def name(self) -> str:
        """Name and version, as recorded with every value that it read ("rules@1")."""

    def read(self, document: Document) -> Reading:
        """Read one document. Same document, same reading."""
