"""Which of the numbers told of the wounded is the incident's, by a forest of learned trees.

What speaks for a number depends on what else is told: a count added up is good where nobody says
one, and worth little beside one that is said. Sums of weights (``choosing``) cannot learn that;
trees can (extremely randomised trees, Geurts, Ernst and Wehenkel 2006). ``training.choosing`` grows
them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

COUNTS = "choosing.npz"
"""The trees that choose among counts of the wounded."""
_LEAF = -1
_LEAST = 1e-3
"""The least that a number is worth, so that none is impossible."""


class Forest:
    """Trees whose leaves hold how probably a number is the incident's; all are asked, and agree.

    ``roots`` (trees,) are rows of the other arrays (nodes,): the ``column`` of ``names`` that a
    node asks about, -1 for a leaf; up to ``bound`` a row goes to the left, which is the next node,
    else to ``right``; ``value`` is a leaf's answer.
    """

    def __init__(self, found: Mapping[str, NDArray[np.generic]]) -> None:
        self.names = [str(name) for name in found["names"]]
        self._roots = found["roots"].astype(np.int64)
        self._column = found["column"].astype(np.int64)
        self._bound = found["bound"].astype(np.float32)
        self._right = found["right"].astype(np.int64)
        self._value = found["value"].astype(np.float64)

    def chances(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Return how probable each row of features is beside the others; they sum to one."""
        table = np.array([[row.get(name, 0.0) for name in self.names] for row in rows], np.float32)
        values = self._means(table) + _LEAST
        return [float(one) for one in values / values.sum()]

    def _means(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        at = np.tile(self._roots, (len(table), 1))
        each = np.arange(len(table))[:, None]
        while (inner := self._column[at] != _LEAF).any():
            below = table[each, self._column[at]] <= self._bound[at]
            at = np.where(inner, np.where(below, at + 1, self._right[at]), at)
        return np.asarray(self._value[at].mean(1))


@cache
def forest() -> Forest:
    """Return the forest that ships."""
    with np.load(Path(__file__).with_name(COUNTS)) as found:
        return Forest(dict(found))
