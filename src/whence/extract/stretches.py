"""Things by where their spans stand in a text, so that few are looked at for each place."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from whence.model.span import Span

T = TypeVar("T")

_LONG = 512
"""Code points of a stretch."""


class Stretches(Generic[T]):
    """Things, each with the spans that it stands at; found again in the order they are given in."""

    def __init__(self, things: Iterable[tuple[T, Iterable[Span]]]) -> None:
        self._table: dict[int, list[tuple[int, Span, T]]] = defaultdict(list)
        for number, (thing, spans) in enumerate(things):
            for span in spans:
                for stretch in _stretches(span.start, span.end):
                    self._table[stretch].append((number, span, thing))

    def holding(self, start: int, end: int) -> list[tuple[Span, T]]:
        """Return what has a span that holds [start, end), with that span."""
        near = self._table.get(start // _LONG, ())
        return [(at, thing) for _, at, thing in near if at.start <= start and end <= at.end]

    def touching(self, start: int, end: int) -> list[T]:
        """Return what has a span that shares a code point with [start, end), each once."""
        found = {
            number: thing
            for stretch in _stretches(start, end)
            for number, at, thing in self._table.get(stretch, ())
            if at.start < end and start < at.end
        }
        return [thing for _, thing in sorted(found.items(), key=lambda row: row[0])]


def _stretches(start: int, end: int) -> range:
    return range(start // _LONG, end // _LONG + 1)
