"""What of an entry is searched: its texts, each with what it belongs to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.ledger import Comment, Description, Extraction
from whence.model.span import Span
from whence.store.fulltext.folding import words
from whence.store.ledger import decoded
from whence.store.protocol import Sealed

RULES: Final = "whence.texts/1"
"""Which texts are searched, and how they are cut; an index made by other rules is made anew."""

TextKind = Literal["document", "claim", "fact", "comment", "judgement", "description"]

ENTRY_KINDS: Final = frozenset(
    {"document", "extraction", "comment", "judgement", "override", "description"}
)
"""Kinds of entries that hold texts."""

_MOST_WORDS = 4000
_MOST_ALIKE = 255
"""PostgreSQL knows 255 places of one word in a text, and 16,383 places in all."""


@dataclass(frozen=True)
class Text:
    """A text as it is shown; ``ref`` is the id of what it belongs to, ``part`` a part's words."""

    kind: TextKind
    ref: str
    shown: str
    part: Sequence[str] | None = None

    @property
    def words(self) -> Sequence[str]:
        """The folded words that are searched."""
        return words(self.shown) if self.part is None else self.part


def texts(sealed: Sealed) -> list[Text]:
    """Return what is searched of an entry: nothing where its payload was taken out or is broken.

    Always the same, in the same order, for the same entry. A text of over 4,000 words, or with a
    word 255 times over, is searched in parts.
    """
    if sealed.entry.kind not in ENTRY_KINDS:
        return []
    try:
        said = decoded(sealed)
    except (msgspec.DecodeError, RecursionError):
        return []
    return [part for kind, ref, shown in _said(said) for part in _parts(kind, ref, shown)]


def document_of(sealed: Sealed) -> str:
    """Return the id of the document that an entry is, or that was read for it; "" for others."""
    if sealed.entry.kind not in ("document", "extraction"):
        return ""
    try:
        said = decoded(sealed)
    except msgspec.DecodeError:
        return ""
    if isinstance(said, Extraction):
        return said.report.document_id
    return said.id if isinstance(said, Document) else ""


def _said(said: msgspec.Struct | None) -> Iterator[tuple[TextKind, str, str]]:
    match said:
        case Document():
            title = said.title or ""
            known = not title or said.text.startswith(title)
            yield "document", said.id, said.text if known else f"{title}\n{said.text}"
        case Extraction():
            for claim in said.report.claims:
                yield "claim", claim.id, _claim(claim)
            for fact in said.report.facts:
                yield "fact", fact.id, _fact(fact)
        case Comment():
            yield "comment", said.subject, said.text
        case Judgement():
            yield "judgement", said.subject, f"{said.verdict}: {said.reason}"
        case Description():
            yield "description", said.subject, said.text
        case _:
            return


def _claim(claim: Claim) -> str:
    told = claim.predicate.replace("_", " ")
    denied = "" if claim.polarity else "not "
    return f"{claim.subject} – {denied}{told} – {claim.object}{_quoted(claim.spans)}"


def _fact(fact: Fact) -> str:
    unit = f" {fact.unit}" if fact.unit else ""
    return f"{fact.slot.replace('_', ' ')}: {fact.value}{unit}{_quoted(fact.spans)}"


def _quoted(spans: Sequence[Span]) -> str:
    return "".join(f"\n“{span.text}”" for span in spans)


def _parts(kind: TextKind, ref: str, shown: str) -> Iterator[Text]:
    if len(shown) <= _MOST_ALIKE and shown.isascii():
        yield Text(kind, ref, shown)  # it cannot be too long: its words are counted when asked for
        return
    folded = words(shown)
    if len(folded) <= _MOST_ALIKE or (len(folded) <= _MOST_WORDS and _most(folded) <= _MOST_ALIKE):
        yield Text(kind, ref, shown, folded)
        return
    counts: Counter[str] = Counter()
    start = 0
    for place, word in enumerate(folded):
        counts[word] += 1
        if counts[word] > _MOST_ALIKE or place - start == _MOST_WORDS:
            yield Text(kind, ref, shown, folded[start:place])
            start, counts = place, Counter((word,))
    yield Text(kind, ref, shown, folded[start:])


def _most(folded: Sequence[str]) -> int:
    return max(Counter(folded).values())
