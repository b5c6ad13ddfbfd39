"""What a reader saw in one document: its text in pieces, its statements in rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whence.model.document import Document
from whence.model.reading import Attributed, Reading
from whence.model.span import Span
from whence.publish.texts import clean, squeeze

KINDS: Final = {
    "source": "who says it",
    "cue": "the word that tells so",
    "content": "what is said",
    "via": "through whom",
    "loaded": "loaded language",
    "insinuation": "a hint that accuses nobody",
    "mention": "a name, date or number",
}
"""Kinds of what is seen, each with what it means, in the order of the legend."""


@dataclass(frozen=True)
class Seen:
    """One range of characters: its kind, its label ("source 3", "place") and what is known of it.

    ``number`` is that of its statement, or 0.
    """

    kind: str
    label: str
    start: int
    end: int
    number: int = 0
    note: str = ""


@dataclass(frozen=True)
class Piece:
    """A run of the text within which nothing begins or ends, and what covers it.

    ``opened`` begin with this piece, the longest first; ``held`` are all that cover it.
    """

    text: str
    held: tuple[Seen, ...]
    opened: tuple[Seen, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that cover this piece, each once, in the order of the legend."""
        kinds = {seen.kind for seen in self.held}
        return tuple(kind for kind in KINDS if kind in kinds)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The statements of which a part begins here, each once."""
        return tuple(sorted({seen.number for seen in self.opened if seen.number}))

    @property
    def title(self) -> str:
        """All that covers this piece, in words."""
        return "; ".join(seen.label + (f": {seen.note}" if seen.note else "") for seen in self.held)


@dataclass(frozen=True)
class Row:
    """One statement; ``more`` are further things that the reader tells of it."""

    number: int
    source: str
    cue: str
    content: str
    more: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """One document as a reader saw it; ``notices`` tell how much of it was read."""

    name: str
    reader: str
    notices: tuple[str, ...]
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]


def view(document: Document, reading: Reading, notices: tuple[str, ...] = ()) -> View:
    """Prepare one reading. Controls in the text that could hide or reorder it are shown."""
    return View(
        name=clean(document.title or document.name),
        reader=reading.reader,
        notices=notices,
        pieces=tuple(pieces(document.text, seen(reading))),
        rows=tuple(_row(number, one) for number, one in enumerate(reading.attributed, 1)),
    )


def seen(reading: Reading) -> Iterator[Seen]:
    """Yield everything that was seen as ranges of characters."""
    for number, one in enumerate(reading.attributed, 1):
        parts = [("source", one.source), ("cue", one.cue)]
        parts += [("content", span) for span in one.content]
        parts += [("via", span) for span in one.via]
        for kind, span in parts:
            if span is not None:
                yield Seen(kind, f"{kind} {number}", span.start, span.end, number)
    for mark in reading.marks:
        note = squeeze(clean(f"{mark.whose}, {mark.reason}" if mark.reason else mark.whose))
        yield Seen(mark.kind, mark.kind, mark.span.start, mark.span.end, note=note)
    for mention in reading.mentions:
        place = (mention.span.start, mention.span.end)
        yield Seen("mention", mention.kind, *place, note=clean(mention.value))


def pieces(text: str, ranges: Iterator[Seen] | Sequence[Seen]) -> Iterator[Piece]:
    """Cut a text wherever something begins or ends; empty ranges are left out."""
    given = [one for one in ranges if one.start < one.end]
    waiting = sorted(given, key=lambda one: (one.start, -one.end), reverse=True)
    edges = sorted({0, len(text), *(one.start for one in given), *(one.end for one in given)})
    held: list[Seen] = []
    for start, end in pairwise(edges):
        held = [one for one in held if one.end > start]
        opened = []
        while waiting and waiting[-1].start == start:
            opened.append(waiting.pop())
        held += opened
        yield Piece(clean(text[start:end]), tuple(held), tuple(opened))


def _row(number: int, one: Attributed) -> Row:
    return Row(
        number=number,
        source=_words(one.source),
        cue=_words(one.cue),
        content=" … ".join(_words(span) for span in one.content),
        more=tuple(_more(one)),
    )


def _words(span: Span | None) -> str:
    return squeeze(clean(span.text)) if span else "–"


def _more(one: Attributed) -> Iterator[str]:
    """Yield what only some readers tell."""
    yield one.kind
    if one.act:
        yield one.act.replace("_", " ")
    if one.negated:
        yield "negated"
    if one.certainty is not None:
        yield f"certainty {one.certainty:+}" if one.certainty else "certainty 0"
    if one.via:
        yield "via " + ", ".join(_words(span) for span in one.via)
