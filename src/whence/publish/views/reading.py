"""A document's text with every mark in it, nested where marks nest and split where they cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from whence.model.document import Block, Document
from whence.publish.anchors import words_anchor
from whence.publish.places import ARROW, ROLES, Back, Place
from whence.publish.texts import clean, squeeze

_TAG_LIMIT = 36
_TAGS = {
    "title": "p",
    "paragraph": "p",
    "heading": "h4",
    "quote": "blockquote",
    "caption": "p",
    "list": "p",
}


@dataclass(frozen=True)
class Piece:
    """A run of one block's text as marked HTML."""

    kind: str
    tag: str
    html: Markup


@dataclass(frozen=True)
class Reading:
    """The pieces of one document, and the ids of marks that had to be split.

    ``stray`` holds anchors of marks that cover no printed text; they stand before the first piece.
    """

    pieces: tuple[Piece, ...]
    split: tuple[str, ...]
    stray: Markup


@dataclass
class _Open:
    """A mark that is being written; ``begun`` once its first piece, with its id, is out."""

    place: Place
    begun: bool = False
    pieces: int = 0


def read(document: Document, ranges: dict[tuple[int, int], Place]) -> Reading:
    """Return the text of ``document`` cut into blocks, with a mark for every range."""
    marks = [_Open(place) for _, place in sorted(ranges.items(), key=lambda row: _order(row[0]))]
    pieces = []
    for kind, start, end in _blocks(document):
        inside = [
            mark
            for mark in marks
            if mark.place.span.start < end and mark.place.span.end > start
        ]  # fmt: skip
        html = Markup("").join(_write(document.text, start, end, inside))
        pieces.append(Piece(kind, _TAGS[kind], html))
    stray = Markup("").join(
        Markup('<span class="stray" id="{}"></span>').format(words_anchor(mark.place.span))
        for mark in marks
        if not mark.begun
    )
    split = tuple(words_anchor(mark.place.span) for mark in marks if mark.pieces > 1)
    return Reading(tuple(pieces), split, stray)


def _order(limits: tuple[int, int]) -> tuple[int, int]:
    return limits[0], -limits[1]


def _blocks(document: Document) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, start, end) so that every printed character is in exactly one block."""
    at = 0
    for block in (*sorted(document.blocks, key=lambda block: block.start), _end(document)):
        runs = (("paragraph", at, block.start), (block.kind, max(at, block.start), block.end))
        for kind, start, end in runs:
            words = document.text[start:end].strip()
            if words:
                first = document.text.index(words, start)
                yield kind, first, first + len(words)
        at = max(at, block.end)


def _end(document: Document) -> Block:
    return Block(kind="paragraph", start=len(document.text), end=len(document.text))


def _write(text: str, start: int, end: int, marks: Sequence[_Open]) -> Iterator[Markup]:
    """Write text[start:end]; at a crossing, the later mark is closed and opened again."""
    edges = {start, end}
    for mark in marks:
        edges.update((max(start, mark.place.span.start), min(end, mark.place.span.end)))
    stack: list[_Open] = []
    waiting = list(marks)
    ordered = sorted(edges)
    for at, until in zip(ordered, [*ordered[1:], end], strict=True):
        yield from _close(stack, at, end)
        while waiting and waiting[0].place.span.start <= at:
            mark = waiting.pop(0)
            if mark.place.span.end > at:
                stack.append(mark)
                yield _open(mark)
        yield escape(clean(text[at:until]))


def _close(stack: list[_Open], at: int, end: int) -> Iterator[Markup]:
    """Close every mark that ends at ``at`` and open again those that lay over it."""
    ending = [depth for depth, mark in enumerate(stack) if min(end, mark.place.span.end) <= at]
    if not ending:
        return
    over = stack[ending[0] :]
    del stack[ending[0] :]
    for mark in reversed(over):
        yield Markup("</span>")
        if mark.place.span.end <= at:
            yield _backs(mark)
    for mark in over:
        if mark.place.span.end > at and at < end:
            stack.append(mark)
            yield _open(mark)


def _open(mark: _Open) -> Markup:
    mark.pieces += 1
    key = words_anchor(mark.place.span)
    classes = f"k {mark.place.classes}"
    if mark.begun:
        return Markup('<span class="{}" data-of="{}">').format(classes, key)
    mark.begun = True
    return Markup('<span class="{}" id="{}">').format(classes, key)


def _backs(mark: _Open) -> Markup:
    """Return the ways back that stand after a mark, one small link each."""
    backs = sorted(mark.place.backs, key=lambda back: (_rank(back.role), back.label, back.href))
    return Markup("").join(
        Markup('<a class="back b-{}" href="{}" title="{}">{}</a>').format(
            back.role, back.href, back.label, _tag(back)
        )
        for back in backs
    )


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _tag(back: Back) -> Markup:
    """Return what a way back shows: a word, or an arrow with the word for screen readers."""
    if back.short == ARROW:
        return Markup('<span class="hid">{}</span>↑').format(back.label)
    return escape(squeeze(back.short or back.label, _TAG_LIMIT))
