"""Counts, precision, recall and F1, and overlaps of sets of token or character positions."""

from collections.abc import Iterable, Set

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray


class Counts(Struct, frozen=True, order=True):
    """How many were found right, how many were predicted and how many there are in the gold."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return ratio(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is no gold."""
        return ratio(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 2 hits / (predicted + gold)."""
        return ratio(2 * self.hits, self.predicted + self.gold)


def ratio(part: float, whole: float) -> float:
    """Return ``part / whole``, and 0 for an empty whole."""
    return part / whole if whole else 0.0


def shares(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ``part / whole`` number by number, and 0 for an empty whole."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts (micro averaging)."""
    return sum(counts, Counts())


def f1_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return F1 for rows of (hits, predicted, gold); shape (n, 3) to (n,)."""
    return shares(2 * rows[:, 0], rows[:, 1] + rows[:, 2])


def recall_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return recall for rows of (hits, predicted, gold); shape (n, 3) to (n,)."""
    return shares(rows[:, 0], rows[:, 2])


def mean_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return means for rows of (sum, number); shape (n, 2) to (n,)."""
    return shares(rows[:, 0], rows[:, 1])


def iou(left: Set[int], right: Set[int]) -> float:
    """Return intersection over union of two sets of positions; 0 when both are empty."""
    return ratio(len(left & right), len(left | right))


def covered(part: Set[int], whole: Set[int]) -> float:
    """Return which share of ``whole`` lies in ``part``; 0 when ``whole`` is empty."""
    return ratio(len(part & whole), len(whole))
