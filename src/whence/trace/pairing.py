"""Which documents are compared with which, and which of their lines."""

from collections.abc import Iterator, Sequence
from functools import reduce
from heapq import heapify, heappop, heapreplace
from operator import or_

import numpy as np
from numpy.typing import NDArray

from whence.trace.concordance import Concordance, Numbers, Overlap, runs

SHARED = 8
"""Words that two lines share at least to be one passage."""
CONTAINED = 0.55
"""Share of the shorter line that these are at least, unless ``RUN`` of them stand in one row."""
RUN = 10
_LINES = 3
"""With how many lines of another document a line is aligned, of those that share most with it."""

_BLOCK = 256
"""How many documents are looked at together."""

Lines = Sequence[tuple[int, int]]
"""Lines of two documents that may be one passage, those of the earlier document first."""


def pairs(words: Concordance) -> Iterator[tuple[int, int, Lines]]:
    """Pair each document with earlier ones that share passages with it by all that can be counted.

    Yields the number of the earlier one, that of the later, and their lines to be aligned.
    """
    for number, others in _foremost(words):
        overlap = words.overlap(number, others)
        row, theirs, mine = _meetings(words, overlap)
        bounds = np.searchsorted(row, np.arange(len(others) + 1)).tolist()
        both = list(zip(theirs.tolist(), mine.tolist(), strict=True))
        for one in covering(overlap.has):
            yield int(others[one]), number, both[bounds[one] : bounds[one + 1]]


def _foremost(words: Concordance) -> Iterator[tuple[int, Numbers]]:
    """Yield each document with the earlier ones it is compared with, where there are any.

    These are among the first with a shingle that stands on both sides in lines which may be one
    passage: whoever shares four words by chance alone needs no closer look.
    """
    for first in range(0, len(words), _BLOCK):
        theirs, mine = words.led(first, min(first + _BLOCK, len(words)))
        kept = np.flatnonzero(_hopeful(words, theirs, mine))
        both = np.unique(words.document(mine[kept]) * len(words) + words.document(theirs[kept]))
        later, others = np.divmod(both, len(words))
        starts = np.flatnonzero(np.diff(later, prepend=-1))
        yield from zip(later[starts].tolist(), np.split(others, starts)[1:], strict=True)


def covering(has: NDArray[np.bool_]) -> list[int]:
    """Return which rows account for most of the columns, each for what the better ones leave.

    The one that has most of them is taken, the first when equal, then whoever has most of what is
    left, until nobody has any of it. How much somebody has of what is left only ever falls, so it
    is counted again for the foremost alone (Minoux 1978, "Accelerated greedy algorithms").
    """
    rows = [int.from_bytes(row.tobytes()) for row in np.packbits(has, axis=1)]
    left = reduce(or_, rows, 0)
    waiting = [(-bits.bit_count(), row) for row, bits in enumerate(rows)]
    heapify(waiting)
    found: list[int] = []
    while left:
        count, row = waiting[0]
        fresh = (rows[row] & left).bit_count()
        if fresh != -count:
            heapreplace(waiting, (-fresh, row))
            continue
        heappop(waiting)
        left &= ~rows[row]
        found.append(row)
    return found


def _meetings(words: Concordance, overlap: Overlap) -> tuple[Numbers, Numbers, Numbers]:
    """Return the pairs of lines that share most shingles and may be one passage, in their order.

    Three columns: which of the others, its line, and the line of the document.
    """
    often = np.bincount(overlap.own_shingle)
    starts = np.cumsum(often) - often
    times = often[overlap.shingle]
    mine = overlap.own_line[runs(starts[overlap.shingle], times)]
    theirs = np.repeat(overlap.line, times)
    base, width = overlap.own_line.min(), np.ptp(overlap.own_line) + 1
    key, at, together = np.unique(
        theirs * width + mine - base, return_index=True, return_counts=True
    )
    row, theirs, mine = np.repeat(overlap.row, times)[at], key // width, key % width + base
    kept = np.flatnonzero(_hopeful(words, theirs, mine) & _best(theirs, together))
    return row[kept], theirs[kept], mine[kept]


def _best(theirs: Numbers, together: Numbers) -> NDArray[np.bool_]:
    """Tell which pairs are among the ``_LINES`` of their line that share most shingles."""
    opens = np.searchsorted(theirs, theirs)
    place = np.arange(len(theirs))
    if len(theirs) and (place - opens).max() >= _LINES:
        order = np.lexsort((-together, theirs))
        rank = np.empty_like(place)
        rank[order] = place - opens
        return rank < _LINES
    return np.ones(len(theirs), dtype=np.bool_)


def _hopeful(words: Concordance, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
    """Tell which pairs of lines may be one passage, before they are aligned.

    A passage of n words is a shingle in one row and further rows of two words at least: n / 2 + 1
    steps from word to word. What both quote may be left out later, and others of their words meet
    then: of such lines only the number of words is known.
    """
    least = np.maximum(SHARED, CONTAINED * words.shorter(one, other)) / 2 + 1
    whole: NDArray[np.bool_] = words.steps(one, other) >= np.minimum(least, RUN - 1)
    return whole | (words.unquoted(one, other) >= SHARED)
