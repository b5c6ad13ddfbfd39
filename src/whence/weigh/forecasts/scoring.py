"""How good probability forecasts were, once it is known what was true.

Arrays in, figures out: ``probabilities`` is (n, k), n cases with k answers each, and ``truth`` (n,)
holds the number of the true answer. Cases with fewer answers are padded with zeros, which changes
no score. For reliability all answers are laid out flat: ``p`` (m,) and ``hit`` (m,).
"""

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

from whence.model.forecast import Bin, Interval
from whence.weigh.forecasts.resampling import (
    RESAMPLES,
    SEED,
    Floats,
    bounds,
    group_numbers,
    mean_interval,
    resamples,
)

CLIP = 0.005
"""Lowest probability that the log score takes: surer forecasts that fail cost 5.3 nats, not all."""
BINS = 5
_NORMAL = 1.959964


class RiskCoverage(Struct, frozen=True, kw_only=True):
    """What is risked by answering more cases: (j,) arrays, from the surest cases to all.

    ``coverage`` is the share answered when all at or above ``threshold`` are, ``risk`` the share of
    these that is wrong.
    """

    threshold: Floats
    coverage: Floats
    risk: Floats

    @property
    def area(self) -> float:
        """Return the area under the steps of risk over coverage: 0 at best (AURC)."""
        return float(np.sum(np.diff(self.coverage, prepend=0.0) * self.risk))


def brier_each(probabilities: ArrayLike, truth: ArrayLike) -> Floats:
    """Return the Brier score (1950) of each case, (n,), summed over answers: 0 at best, 2 at worst.

    Raises:
        ValueError: when the shapes do not fit, or a number is no probability.
    """
    given, true = _checked(probabilities, truth)
    one_hot = np.arange(given.shape[1]) == true[:, None]
    result: Floats = np.sum((given - one_hot) ** 2, axis=1)
    return result


def log_each(probabilities: ArrayLike, truth: ArrayLike, clip: float = CLIP) -> Floats:
    """Return -ln p(what was true) of each case in nats (Good 1952), (n,): 0 at best.

    Probabilities under ``clip`` count as ``clip``; it must be told beside the figure.

    Raises:
        ValueError: when the shapes do not fit, or a number is no probability.
    """
    given, true = _checked(probabilities, truth)
    result: Floats = -np.log(np.maximum(given[np.arange(len(true)), true], clip))
    return result


def flat(probabilities: ArrayLike, truth: ArrayLike) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """Lay (n, k) forecasts out as ``p``, ``hit`` and ``cases``, (n k,) each.

    Padding with zeros would be taken for forecasts: it is for cases with the same k alone.

    Raises:
        ValueError: when the shapes do not fit, or a number is no probability.
    """
    given, true = _checked(probabilities, truth)
    hit = (np.arange(given.shape[1]) == true[:, None]).astype(float)
    return given.ravel(), hit.ravel(), np.repeat(np.arange(len(true)), given.shape[1])


def reliability(
    p: ArrayLike,
    hit: ArrayLike,
    bins: int = BINS,
    cases: ArrayLike | None = None,
    seed: int = SEED,
    times: int = RESAMPLES,
) -> tuple[Bin, ...]:
    """Return what came true of forecasts (m,), in bins of equal width, with 95 % intervals.

    Bins include their lower edge, the last one both. ``cases`` (m,) says which forecasts belong to
    one case: whole cases are drawn anew, since the answers of one case hang together.

    Raises:
        ValueError: when the shapes do not fit, a number is no probability or ``hit`` is not 0 or 1.
    """
    given, came = checked_flat(p, hit)
    numbers, count = group_numbers(len(given), cases)
    counts, sums, hits = _tables(given, came, bins, numbers, count)
    shares = np.concatenate(
        [
            np.divide(
                w @ hits, w @ counts, out=np.full((len(w), bins), np.nan), where=w @ counts > 0
            )
            for w in resamples(count, bins, seed, times)
        ]
    )
    edges = np.linspace(0, 1, bins + 1).round(12)
    return tuple(
        _bin(
            (float(edges[b]), float(edges[b + 1])),
            (counts[:, b], sums[:, b], hits[:, b]),
            shares[:, b],
        )
        for b in range(bins)
    )


def ece(p: ArrayLike, hit: ArrayLike, bins: int = BINS) -> float:
    """Return the expected calibration error of forecasts (m,): 0 at best (Naeini et al. 2015).

    It is the mean distance of forecast and outcome over bins, weighted by their forecasts. On few
    forecasts it is above 0 by chance even for a perfect forecaster.

    Raises:
        ValueError: when the shapes do not fit, a number is no probability or ``hit`` is not 0 or 1.
    """
    given, came = checked_flat(p, hit)
    _, sums, hits = _tables(given, came, bins, np.zeros(len(given), dtype=np.intp), 1)
    return float(np.abs(sums - hits).sum() / len(given))


def ece_interval(
    p: ArrayLike,
    hit: ArrayLike,
    bins: int = BINS,
    cases: ArrayLike | None = None,
    seed: int = SEED,
    times: int = RESAMPLES,
) -> Interval:
    """Return :func:`ece` with the percentile interval of whole cases drawn anew.

    Drawing anew adds chance to chance: the interval lies high, and its lower end is no proof of
    error.

    Raises:
        ValueError: as :func:`reliability`.
    """
    given, came = checked_flat(p, hit)
    numbers, count = group_numbers(len(given), cases)
    counts, sums, hits = _tables(given, came, bins, numbers, count)
    drawn = [
        np.abs(w @ (sums - hits)).sum(axis=1) / (w @ counts).sum(axis=1)
        for w in resamples(count, bins, seed, times)
    ]
    low, high = bounds(np.concatenate(drawn), count)
    return Interval(value=ece(given, came, bins), low=low, high=high)


def risk_coverage(confidence: ArrayLike, hit: ArrayLike) -> RiskCoverage:
    """Return what is risked by answering only the surest cases and telling "cannot tell" else.

    ``confidence`` (n,) is any number that rises with sureness; cases equally sure are answered
    together (El-Yaniv & Wiener 2010).

    Raises:
        ValueError: when the shapes do not fit, nothing is given or ``hit`` is not 0 or 1.
    """
    sure, right = np.asarray(confidence, dtype=float), np.asarray(hit, dtype=float)
    _check_hits(sure, right)
    if np.isnan(sure).any():
        raise ValueError("a confidence is no number")
    order = np.argsort(-sure, kind="stable")
    sure, wrong = sure[order], np.cumsum(1 - right[order])
    last = np.append(np.flatnonzero(np.diff(sure)), len(sure) - 1)
    return RiskCoverage(
        threshold=sure[last],
        coverage=(last + 1) / len(sure),
        risk=wrong[last] / (last + 1),
    )


def checked_flat(p: ArrayLike, hit: ArrayLike) -> tuple[Floats, Floats]:
    """Return flat forecasts and outcomes as arrays (m,).

    Raises:
        ValueError: when the shapes do not fit, a number is no probability or ``hit`` is not 0 or 1.
    """
    given, came = np.asarray(p, dtype=float), np.asarray(hit, dtype=float)
    _check_hits(given, came)
    _check_probabilities(given)
    return given, came


def _checked(probabilities: ArrayLike, truth: ArrayLike) -> tuple[Floats, NDArray[np.intp]]:
    given, true = np.asarray(probabilities, dtype=float), np.asarray(truth)
    if given.ndim != 2 or true.shape != given.shape[:1] or not given.size:
        raise ValueError(f"(n, k) forecasts and (n,) truths expected: {given.shape}, {true.shape}")
    if true.dtype.kind not in "iu" or true.min() < 0 or true.max() >= given.shape[1]:
        raise ValueError("a truth is the number of one of the answers, from 0")
    _check_probabilities(given)
    return given, true.astype(np.intp)


def _check_probabilities(given: Floats) -> None:
    if not np.all((given >= 0) & (given <= 1)):
        raise ValueError("a forecast lies outside 0 to 1")


def _check_hits(given: Floats, came: Floats) -> None:
    if given.ndim != 1 or given.shape != came.shape or not given.size:
        raise ValueError(f"as many outcomes as forecasts expected: {given.shape}, {came.shape}")
    if not np.all((came == 0) | (came == 1)):
        raise ValueError("an outcome is 1 (came true) or 0")


def _tables(
    given: Floats, came: Floats, bins: int, numbers: NDArray[np.intp], count: int
) -> tuple[Floats, Floats, Floats]:
    """Return counts, sums of forecasts and hits by case and bin, (count, bins) each."""
    if bins < 1:
        raise ValueError("at least one bin is needed")
    place = numbers * bins + np.minimum((given * bins).astype(np.intp), bins - 1)
    size = count * bins
    counts, sums, hits = (
        np.bincount(place, weights=weights, minlength=size).astype(float).reshape(count, bins)
        for weights in (np.ones_like(given), given, came)
    )
    return counts, sums, hits


def _bin(edges: tuple[float, float], table: tuple[Floats, Floats, Floats], shares: Floats) -> Bin:
    """Return one bin from its counts, sums of forecasts and hits by case, (cases,) each."""
    counts, sums, hits = table
    count = counts.sum()
    if not count:
        return Bin(start=edges[0], end=edges[1], count=0)
    observed, held = float(hits.sum() / count), int((counts > 0).sum())
    low, high = bounds(shares[~np.isnan(shares)], held)
    least, most = wilson(observed, held)
    return Bin(
        start=edges[0],
        end=edges[1],
        count=int(count),
        forecast=float(sums.sum() / count),
        observed=observed,
        low=max(0.0, min(low, least)),
        high=min(1.0, max(high, most)),
    )


def wilson(share: float, trials: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval (1927) of a share of ``trials`` (at least 1)."""
    square = _NORMAL**2
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    spread = float(np.sqrt(share * (1 - share) / trials + square / (4 * trials**2)))
    half = _NORMAL * spread / (1 + square / trials)
    return max(0.0, middle - half), min(1.0, middle + half)


__all__ = [
    "BINS",
    "CLIP",
    "Bin",
    "Interval",
    "RiskCoverage",
    "brier_each",
    "checked_flat",
    "ece",
    "ece_interval",
    "flat",
    "log_each",
    "mean_interval",
    "reliability",
    "risk_coverage",
    "wilson",
]
