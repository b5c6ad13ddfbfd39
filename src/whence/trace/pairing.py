"""Which documents are compared with which, and which of their lines."""

from collections.abc import Iterator, Sequence
from functools import reduce
from heapq import heapify, heappop, heapreplace
from operator import or_

import numpy as np
from numpy.typing import NDArray

from whence.trace.concordance import SHINGLE, Concordance, Numbers, Overlap, runs

SHARED = 8
"""Words that two lines share at least to be one passage."""
CONTAINED = 0.55
"""Share of the shorter line that these are at least, unless ``RUN`` of them stand in one row."""
RUN = 10
_LINES = 3
"""With how many lines of another document a line is aligned, of those that share most with it."""

Lines = Sequence[tuple[int, int]]
"""Lines of two documents that may be one passage, those of the earlier document first."""


def pairs(words: Concordance) -> Iterator[tuple[int, int, Lines]]:
    """Pair each document with earlier ones that share passages with it by all that can be counted.

    Yields the number of the earlier one, that of the later, and their lines to be aligned.
    """
    for number in range(len(words)):
        overlap = words.overlap(number)
        if overlap is None:
            continue
        row, theirs, mine = _meetings(words, overlap)
        for one in covering(overlap.has, np.unique(row).tolist()):
            place = slice(*np.searchsorted(row, (one, one + 1)).tolist())
            both = zip(theirs[place].tolist(), mine[place].tolist(), strict=True)
            yield int(overlap.others[one]), number, list(both)


def covering(has: NDArray[np.bool_], wanted: Sequence[int]) -> list[int]:
    """Return which rows account for most of the columns, each for what the better ones leave.

    The one that has most of them is taken, the first when equal, then whoever has most of what is
    left, until nobody has any of it. How much somebody has of what is left only ever falls, so it
    is counted again for the foremost alone (Minoux 1978, "Accelerated greedy algorithms"). Of the
    rows that are taken only those that are ``wanted`` are returned, best first.
    """
    packed = np.packbits(has, axis=1)
    width = packed.shape[1]
    plain = packed.tobytes()
    left = (1 << 8 * width) - 1
    open_rows = {row: _bits(plain, row, width) for row in wanted}
    hoped = reduce(or_, open_rows.values(), 0)
    counts = np.count_nonzero(has, axis=1).tolist()
    waiting = [(-count, row) for row, count in enumerate(counts)]
    heapify(waiting)
    found: list[int] = []
    while hoped & left:
        count, row = waiting[0]
        fresh = _bits(plain, row, width) & left
        if fresh.bit_count() != -count:
            heapreplace(waiting, (-fresh.bit_count(), row))
            continue
        heappop(waiting)
        left &= ~fresh
        if row in open_rows:
            found.append(row)
            del open_rows[row]
            hoped = reduce(or_, open_rows.values(), 0)
    return found


def _bits(plain: bytes, row: int, width: int) -> int:
    return int.from_bytes(plain[row * width : (row + 1) * width], "big")


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
    kept = np.flatnonzero(_hopeful(words, theirs, mine, together) & _best(theirs, together))
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


def _hopeful(
    words: Concordance, one: Numbers, other: Numbers, together: Numbers
) -> NDArray[np.bool_]:
    """Tell which pairs of lines may be one passage, before they are aligned.

    The others have too few common words that could stand in order, and share too few shingles
    (``together``) for a long row. What is quoted may be left out later, so that of two lines with
    quotations only the former is known.
    """
    common, shorter = words.in_common(one, other)
    enough = (common >= CONTAINED * shorter) | (together > RUN - SHINGLE)
    return (common >= SHARED) & (enough | words.quotes(one, other))
