"""The part of a text that shows why it was found."""

from dataclasses import dataclass

from whence.store.fulltext.folding import placed
from whence.store.fulltext.query import Query, phrases, places

_LENGTH = 240
"""Code points of a snippet, about."""

_BEFORE = 60
"""Code points in front of the first word found."""


@dataclass(frozen=True)
class Snippet:
    """Words of a text in one line; ``marks`` are ranges [start, end) of what was found in it.

    ``before`` and ``after`` tell whether the text goes on at that side.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    before: bool
    after: bool


def snippet(shown: str, query: Query) -> Snippet:
    """Return the part of a text around what most of the found words stand in, these marked."""
    marks = _marks(shown, query)
    start = _start(shown, marks)
    end = _end(shown, start)
    inside = [(first, last) for first, last in marks if first >= start and last <= end]
    # A line's end becomes a blank: every code point keeps its place.
    line = "".join(char if char.isprintable() else " " for char in shown[start:end])
    return Snippet(
        line,
        tuple((first - start, last - start) for first, last in inside),
        before=bool(shown[:start].strip()),
        after=bool(shown[end:].strip()),
    )


def _marks(shown: str, query: Query) -> list[tuple[int, int]]:
    """Return the ranges of the words found, in order, none within another."""
    stands = placed(shown)
    words = [word for word, _, _ in stands]
    found: set[int] = set()
    for phrase in set(phrases(query, sought=True)):
        for place in places(phrase, words):
            found.update(range(place, place + len(phrase.words)))
    ranges = [(stands[one][1], stands[one][2]) for one in sorted(found)]
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start < joined[-1][1]:  # one character may hold two words
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _start(shown: str, marks: list[tuple[int, int]]) -> int:
    """Return where the snippet begins: so that it shows as many of the marks as can be."""
    if not marks or len(shown) <= _LENGTH:
        return 0
    room = _LENGTH - _BEFORE
    last, best = 0, (0, 0)
    for first, (start, _) in enumerate(marks):
        while last < len(marks) and marks[last][1] <= start + room:
            last += 1
        best = max(best, (last - first, -first))
    start = max(0, marks[-best[1]][0] - _BEFORE)
    blank = shown.find(" ", start, start + _BEFORE) if start else -1
    return start if blank < 0 else blank + 1


def _end(shown: str, start: int) -> int:
    end = start + _LENGTH
    if end >= len(shown):
        return len(shown)
    blank = shown.rfind(" ", end - _BEFORE // 2, end)
    return end if blank < 0 else blank
