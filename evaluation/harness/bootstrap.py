"""Percentile bootstrap over documents (Efron & Tibshirani 1993, chapter 13)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.harness.metrics import Counts

SEED = 20211107
DRAWS = 1000
_LEVELS = (2.5, 97.5)

Statistic = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def interval(
    units: Sequence[Counts], statistic: Statistic, seed: int = SEED, draws: int = DRAWS
) -> tuple[float, float]:
    """Return the 95 % interval of a statistic of summed counts, resampling whole units.

    ``units`` should be the counts of one document or case each, since items of a document are not
    independent; where only one document is there, its items understate the width. ``statistic``
    maps sums of shape (draws, 3) to (draws,). With one unit the interval has no width;
    with none it is (0, 0). The same seed gives the same interval.
    """
    if not units:
        return 0.0, 0.0
    rows = np.array([[unit.hits, unit.predicted, unit.gold] for unit in units], dtype=np.float64)
    return interval_of(rows, statistic, seed, draws)


def interval_of(
    rows: NDArray[np.float64], statistic: Statistic, seed: int = SEED, draws: int = DRAWS
) -> tuple[float, float]:
    """Return the 95 % interval of a statistic of summed rows, resampling whole rows.

    ``rows`` has shape (units, columns): whatever sums the statistic needs, one row for each
    document. ``statistic`` maps sums of shape (draws, columns) to (draws,). Without any row the
    interval is (0, 0).
    """
    count = len(rows)
    if not count:
        return 0.0, 0.0
    chosen = np.random.default_rng(seed).integers(0, count, size=(draws, count))
    # How often each row was drawn, times the rows: the sums without a copy of every drawn row.
    drawn = np.stack([np.bincount(draw, minlength=count) for draw in chosen]).astype(np.float64)
    low, high = np.percentile(statistic(drawn @ rows), _LEVELS)
    return float(low), float(high)
