"""Which documents are compared with which, and which of their lines."""

from collections.abc import Iterator
from heapq import heapify, heappop, heapreplace

import numpy as np

from whence.trace.concordance import Concordance, Overlap

_LINES = 3
"""With how many lines of another document a line is aligned, of those that share most with it."""

Meeting = tuple[int, int, int]
"""A line, a line of another document, and how many shingles both have."""


def pairs(words: Concordance) -> Iterator[tuple[int, int, list[Meeting]]]:
    """Pair each document with the earlier ones that share its shingles, the earlier first.

    With every pair come the lines that share most shingles, those of the earlier one first.
    """
    for number in range(len(words)):
        overlap = words.overlap(number)
        if overlap is not None:
            for row in covering(overlap):
                yield overlap.others[row], number, _meetings(overlap, row)


def covering(overlap: Overlap) -> list[int]:
    """Return the others that account for most of a document, each for what better ones leave.

    The one that has most of it is taken, the first when equal, then whoever has most of what is
    left, until nobody has any of it. How much somebody has of what is left only ever falls, so it
    is counted again for the foremost alone (Minoux 1978, "Accelerated greedy algorithms").
    """
    counts = np.count_nonzero(overlap.has, axis=1).tolist()
    packed = np.packbits(overlap.has, axis=1)
    left = (1 << 8 * packed.shape[1]) - 1
    waiting = [(-count, row) for row, count in enumerate(counts)]
    heapify(waiting)
    found: list[int] = []
    while waiting:
        count, row = waiting[0]
        fresh = int.from_bytes(packed[row].tobytes()) & left
        if fresh.bit_count() != -count:
            heapreplace(waiting, (-fresh.bit_count(), row))
        elif not fresh:
            break
        else:
            found.append(row)
            left &= ~fresh
            heappop(waiting)
    return found


def _meetings(overlap: Overlap, row: int) -> list[Meeting]:
    """Return the lines that the document and one of the others share most shingles with."""
    counted: dict[int, dict[int, int]] = {}
    place = slice(overlap.bounds[row], overlap.bounds[row + 1])
    for shingle, theirs in zip(overlap.shingle[place], overlap.line[place], strict=True):
        shared = counted.setdefault(theirs, {})
        for mine in overlap.own[shingle]:
            shared[mine] = shared.get(mine, 0) + 1
    found: list[Meeting] = []
    for theirs in sorted(counted):
        shared = counted[theirs]
        best = sorted(shared, key=lambda mine: (-shared[mine], mine))[:_LINES]
        found += [(theirs, mine, shared[mine]) for mine in sorted(best)]
    return found
