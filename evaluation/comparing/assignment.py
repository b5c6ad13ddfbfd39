"""Pair gold and predicted items one to one, as many as possible."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def most_pairs(
    gold: Sequence[Gold], predicted: Sequence[Predicted], meets: Callable[[Gold, Predicted], bool]
) -> list[tuple[int, int]]:
    """Return a largest one-to-one pairing of items that meet, as indices (gold, predicted).

    Augmenting paths (Kuhn 1955): where similarities are 0 or 1, the optimal alignment of CEAF.
    """
    able = [[there for there, other in enumerate(predicted) if meets(one, other)] for one in gold]
    taken: dict[int, int] = {}

    def settle(here: int, tried: set[int]) -> bool:
        for there in able[here]:
            if there in tried:
                continue
            tried.add(there)
            if there not in taken or settle(taken[there], tried):
                taken[there] = here
                return True
        return False

    for here in range(len(gold)):
        settle(here, set())
    return sorted((here, there) for there, here in taken.items())


def best_pairs(able: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Return pairs (gold, predicted) one to one, the closest first.

    ``able`` holds (closeness, gold, predicted) of those that may be paired at all; of equally
    close ones the earlier in the text comes first.
    """
    pairs: list[tuple[int, int]] = []
    for _, here, there in sorted((-close, here, there) for close, here, there in able):
        if all(here != one and there != other for one, other in pairs):
            pairs.append((here, there))
    return pairs


def heaviest_pairs(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the one-to-one pairs (gold, predicted) with the greatest sum of weights.

    ``weights`` holds the pairs that may be made, all above 0. The Hungarian method (Kuhn 1955) with
    potentials, cubic in the number of items; which of several best ones is returned depends on the
    weights alone.
    """
    rows = sorted({here for here, _ in weights})
    columns = sorted({there for _, there in weights})
    size = max(len(rows), len(columns))
    cost = np.zeros((size, size))
    for (here, there), weight in weights.items():
        cost[rows.index(here), columns.index(there)] = -weight
    pairs = ((rows[r], columns[c]) for r, c in _cheapest(cost) if cost[r, c] < 0)
    return sorted(pairs)


def _cheapest(cost: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return the assignment (row, column) of a square matrix with the least sum of costs."""
    size = len(cost)
    high, low = np.zeros(size), np.zeros(size + 1)  # potentials of rows and columns
    held = np.full(size + 1, -1)  # the row that holds each column; the last column is a start
    for row in range(size):
        held[size] = row
        column = size
        slack = np.full(size, np.inf)
        before = np.full(size, size)
        seen = np.zeros(size + 1, dtype=bool)
        while held[column] >= 0:
            seen[column] = True
            free = ~seen[:size]
            reduced = cost[held[column]] - high[held[column]] - low[:size]
            closer = free & (reduced < slack)
            slack[closer], before[closer] = reduced[closer], column
            following = int(np.where(free, slack, np.inf).argmin())
            step = slack[following]
            high[held[seen]] += step
            low[seen] -= step
            slack[free] -= step
            column = following
        while column != size:
            held[column] = held[before[column]]
            column = int(before[column])
    return [(int(row), column) for column, row in enumerate(held[:size])]
