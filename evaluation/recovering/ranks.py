"""Ranks of true values among draws, how even they are, and what intervals cover."""

from collections.abc import Sequence
from math import exp, lgamma, log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 20
LEFT = 199
"""Draws that are kept, so that ranks are 0 to 199: ten in each of the twenty bins."""
INTERVAL = (5, 95)


def rank(value: float, draws: Floats) -> int:
    """Return how many of ``LEFT`` draws, evenly taken, lie below a value."""
    thin = draws[:: len(draws) // LEFT][:LEFT]
    return int((thin < value).sum())


def covers(value: float, draws: Floats) -> bool:
    """Tell whether a value lies in the 5-95 % interval of draws."""
    low, high = np.percentile(draws, INTERVAL)
    return bool(low <= value <= high)


def histogram(ranks: Sequence[int]) -> list[int]:
    """Return how many ranks fall into each of twenty bins of equal width."""
    counts = [0] * BINS
    for one in ranks:
        counts[one * BINS // (LEFT + 1)] += 1
    return counts


def evenness(counts: Sequence[int]) -> tuple[float, float]:
    """Return chi-square of counts against even ones, and its p (Pearson 1900)."""
    even = sum(counts) / len(counts)
    if not even:
        return 0.0, 1.0
    chi = sum((count - even) ** 2 / even for count in counts)
    return chi, beyond(chi, len(counts) - 1)


def beyond(chi: float, freedom: int) -> float:
    """Return the probability of a greater chi-square: 1 minus the regularised lower gamma.

    By its power series (Abramowitz & Stegun 1964, 6.5.29).
    """
    if chi <= 0:
        return 1.0
    half, x = freedom / 2, chi / 2
    term = total = 1 / half
    step = half
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return max(0.0, 1 - total * exp(-x + half * log(x) - lgamma(half)))


def excess(hits: Sequence[bool], chances: Sequence[float]) -> float:
    """Return by how many standard deviations hits exceed what their chances let expect."""
    spread = sum(chance * (1 - chance) for chance in chances)
    return float((sum(hits) - sum(chances)) / spread**0.5) if spread else 0.0
