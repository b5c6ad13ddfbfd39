"""Long texts in windows: what is read at once, and which part of it is kept."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import ceil
from typing import Final

from msgspec import Struct

Range = tuple[int, int]
"""Half-open, in words."""


class Window(Struct, frozen=True, kw_only=True):
    """Words [start, end) are read; of these, words [left, right) are kept. All half-open."""

    start: int
    end: int
    left: int
    right: int


_LESS: Final = 16
"""Pieces that may be left out on either side."""
_MARKS: Final = 2
"""Pieces that every window begins and ends with."""


def plan(
    sizes: Sequence[int],
    breaks: Sequence[int],
    *,
    core: int = 206,
    margin: int = 24,
    step: int = 1,
) -> tuple[Window, ...]:
    """Cut a text into windows whose kept parts cover it once, in order.

    A kept part holds at most ``core`` pieces; parts are made as few and as even as can be, and end
    at a break (a sentence's end) that stands near. Up to ``margin`` pieces on either side are read
    with a part, so that every word that is kept has its surroundings; up to two thirds of that is
    left out where ``step`` then divides the window's length, and many windows have the same. A
    text that fits into one window is read whole.

    Args:
        sizes: pieces of each word, each at least 1.
        breaks: ascending indices of words before which a sentence ends.
        core: most pieces of a kept part; a single longer word stands alone.
        margin: most pieces read beyond either end of a kept part.
        step: what divides the lengths that are quickly read; 1 where all are.
    """
    before = [0, *accumulate(sizes)]
    if before[-1] <= core + 2 * margin:
        return (Window(start=0, end=len(sizes), left=0, right=len(sizes)),) if sizes else ()
    kept: list[Range] = []
    left = 0
    while left < len(sizes):
        right = _end(before, breaks, left, core)
        kept.append((left, right))
        left = right
    ways = [_ways(before, part, margin, step) for part in kept]
    counts = Counter(length for lengths in ways for length in lengths)
    common = sorted(counts, key=lambda length: (counts[length], -length))
    found = []
    for part, lengths in zip(kept, ways, strict=True):
        start, end = lengths[max(lengths, key=common.index)]
        found.append(Window(start=start, end=end, left=part[0], right=part[1]))
    return tuple(found)


def _ways(before: Sequence[int], kept: Range, margin: int, step: int) -> dict[int, Range]:
    """Return from where to where a part may be read, by length: even ones, else all around."""
    left, right = kept
    near = margin - min(margin, _LESS)
    starts = range(
        bisect_left(before, before[left] - margin), bisect_right(before, before[left] - near)
    )
    ends = range(
        bisect_left(before, before[right] + near), bisect_right(before, before[right] + margin)
    )
    starts, ends = starts or range(left, left + 1), ends or range(right, right + 1)
    widest = starts[0], ends[-1]
    longest = before[widest[1]] - before[widest[0]] + _MARKS
    shortest = before[ends[0]] - before[starts[-1]] + _MARKS
    at = {before[end]: end for end in ends}
    found: dict[int, Range] = {}
    for length in range(-(-shortest // step) * step, longest + 1, step) if step > 1 else ():
        goals = [(start, at.get(before[start] + length - _MARKS)) for start in starts]
        ways = [(start, end) for start, end in goals if end is not None]
        if ways:
            found[length] = min(ways, key=lambda way: _lopsided(before, kept, way))
    return found or {longest: widest}


def _lopsided(before: Sequence[int], kept: Range, way: Range) -> int:
    """Return how many more pieces are read on one side of a part than on the other."""
    (left, right), (start, end) = kept, way
    return abs(before[left] - before[start] - (before[end] - before[right]))


def _end(before: Sequence[int], breaks: Sequence[int], left: int, core: int) -> int:
    """Return where the part that begins at ``left`` ends: near an even share of what is left.

    ``before`` are the pieces before each word, and all pieces last.
    """
    rest = before[-1] - before[left]
    if rest <= core:
        return len(before) - 1
    parts = ceil(rest / core)
    goal = before[left] + rest / parts
    last = bisect_right(before, before[left] + core) - 1
    # Best a sentence's end that leaves no more parts than there must be; next best one that does
    # not cut off less than half a part.
    for least in (before[-1] - (parts - 1) * core, (before[left] + goal) / 2):
        first = max(left + 1, bisect_left(before, least))
        near = breaks[bisect_left(breaks, first) : bisect_right(breaks, last)]
        if near:
            return min(near, key=lambda word: abs(before[word] - goal))
    return max(left + 1, bisect_right(before, goal) - 1)
