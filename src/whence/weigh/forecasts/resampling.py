"""The bootstrap: how far a figure could have come out otherwise with as many other cases."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from whence.model.forecast import Interval

Floats = NDArray[np.float64]
RESAMPLES = 1000
SEED = 203
_TAIL = 0.025
_AT_ONCE = 2_000_000
"""Weights held in memory at once: 16 MB, whatever the number of forecasts."""


def group_numbers(size: int, cases: ArrayLike | None) -> tuple[NDArray[np.intp], int]:
    """Return which case each of ``size`` forecasts belongs to, as (size,) numbers, and how many.

    Without ``cases`` every forecast is a case of its own.

    Raises:
        ValueError: when there is no forecast, or not one case for each.
    """
    if not size:
        raise ValueError("there is nothing to score")
    if cases is None:
        return np.arange(size), size
    names = np.asarray(cases)
    if names.shape != (size,):
        raise ValueError(f"one case for each of {size} forecasts expected, not {names.shape}")
    found, numbers = np.unique(names, return_inverse=True)
    return numbers.reshape(size), len(found)


def resamples(count: int, width: int, seed: int, times: int) -> Iterator[Floats]:
    """Yield chunks (b, count) of how often each of ``count`` cases is drawn, ``times`` in all.

    Cases are drawn with replacement, as many as there are (Efron 1979). ``width`` is the number of
    forecasts that the caller spreads a row over: it bounds the size of a chunk.
    """
    generator = np.random.default_rng(seed)
    step = max(1, _AT_ONCE // max(count, width))
    for start in range(0, times, step):
        rows = min(step, times - start)
        drawn = generator.integers(0, count, (rows, count)) + count * np.arange(rows)[:, None]
        yield np.bincount(drawn.ravel(), minlength=rows * count).reshape(rows, count).astype(float)


def bounds(values: Floats, count: int) -> tuple[float, float]:
    """Return the 2.5 and 97.5 % points of (b,) figures, each of ``count`` cases drawn anew.

    A resample on which the figure cannot be worked out (NaN) counts as lying at both far ends. One
    case drawn again and again shows no spread: it sets no bounds.
    """
    if count < 2:
        return -np.inf, np.inf
    ends = (np.where(np.isnan(values), -np.inf, values), np.where(np.isnan(values), np.inf, values))
    low = np.quantile(ends[0], _TAIL, method="lower")
    high = np.quantile(ends[1], 1 - _TAIL, method="higher")
    return float(low), float(high)


def mean_interval(
    values: ArrayLike, cases: ArrayLike | None = None, seed: int = SEED, times: int = RESAMPLES
) -> Interval:
    """Return the mean of (n,) figures (say, one Brier score a case) with its interval.

    A difference of two forecasters on the same cases is best given as the differences case by case.

    Raises:
        ValueError: when there is none, or not one case for each.
    """
    array = np.asarray(values, dtype=float)
    numbers, count = group_numbers(len(array), cases)
    sums = np.bincount(numbers, weights=array, minlength=count)
    sizes = np.bincount(numbers, minlength=count)
    means = [w @ sums / (w @ sizes) for w in resamples(count, count, seed, times)]
    low, high = bounds(np.concatenate(means), count)
    return Interval(value=float(array.mean()), low=low, high=high)
