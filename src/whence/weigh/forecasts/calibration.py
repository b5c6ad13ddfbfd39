"""Whether forecasts claim too much: the slope of what came true on what was said (Cox 1958).

Fits P(hit) = 1 / (1 + exp(-(a + b logit p))). With b = 1 and a = 0 forecasts hold on average; b
below 1 says that they lie too far out (overconfident), b above 1 that they hold back too much.
"""

import numpy as np
from numpy.typing import ArrayLike

from whence.model.forecast import Slope
from whence.weigh.forecasts.resampling import (
    RESAMPLES,
    SEED,
    Floats,
    bounds,
    group_numbers,
    resamples,
)
from whence.weigh.forecasts.scoring import checked_flat

CLIP = 0.005
"""Forecasts are held to [.005, .995] before the logit, which 0 and 1 do not have."""
_STEPS = 50
_LONGEST = 4.0
_STILL = 1e-9


def slope(
    p: ArrayLike,
    hit: ArrayLike,
    cases: ArrayLike | None = None,
    seed: int = SEED,
    times: int = RESAMPLES,
) -> Slope:
    """Return slope and intercept of forecasts (m,) and outcomes (m,), whole ``cases`` drawn anew.

    Raises:
        ValueError: when the shapes do not fit, a number is no probability or ``hit`` is not 0 or 1.
    """
    given, came = checked_flat(p, hit)
    numbers, count = group_numbers(len(given), cases)
    held = np.clip(given, CLIP, 1 - CLIP)
    logit = np.log(held / (1 - held))
    (intercept, value), *_ = fit(logit, came, np.ones((1, len(came))))
    drawn = np.concatenate(
        [fit(logit, came, w[:, numbers]) for w in resamples(count, len(came), seed, times)]
    )
    low, high = bounds(drawn[:, 1], count)
    least, most = bounds(drawn[:, 0], count)
    return Slope(
        value=float(value),
        low=low,
        high=high,
        intercept=float(intercept),
        intercept_low=least,
        intercept_high=most,
        cases=count,
    )


def fit(logit: Floats, came: Floats, weights: Floats) -> Floats:
    """Return (b, 2) intercepts and slopes of ``came`` (m,) on ``logit`` (m,), by (b, m) weights.

    Maximum likelihood by Newton's method. Where no maximum exists the slope is infinite (outcomes
    parted by the forecast) or NaN, and the intercept NaN.
    """
    result = _unbounded(logit, came, weights)
    finite = np.flatnonzero(result[:, 1] == 0)
    if finite.size:
        result[finite] = _newton(logit, came, weights[finite])
    return result


def _unbounded(logit: Floats, came: Floats, weights: Floats) -> Floats:
    """Return (b, 2) with slope 0 where a maximum exists, else what stands in its place."""
    there = weights > 0
    true, false = there & (came == 1), there & (came == 0)
    lowest = [np.where(side, logit, np.inf).min(axis=1) for side in (true, false)]
    highest = [np.where(side, logit, -np.inf).max(axis=1) for side in (true, false)]
    slopes = np.zeros(len(weights))
    slopes[lowest[0] >= highest[1]] = np.inf
    slopes[highest[0] <= lowest[1]] = -np.inf
    alike = np.minimum(*lowest) == np.maximum(*highest)
    slopes[alike | ~true.any(axis=1) | ~false.any(axis=1)] = np.nan
    return np.stack([np.where(slopes == 0, 0.0, np.nan), slopes], axis=1)


def _newton(logit: Floats, came: Floats, weights: Floats) -> Floats:
    """Return the maxima; steps are held short, since far from the maximum the slope is flat."""
    found = np.zeros((len(weights), 2))
    for _ in range(_STEPS):
        rate = 1 / (1 + np.exp(-(found[:, :1] + found[:, 1:] * logit)))
        left, bend = weights * (came - rate), weights * rate * (1 - rate)
        pull, lean = left.sum(axis=1), left @ logit
        one, two, three = bend.sum(axis=1), bend @ logit, bend @ logit**2
        area = np.maximum(one * three - two**2, 1e-12)
        step = (
            np.stack([three * pull - two * lean, one * lean - two * pull], axis=1) / area[:, None]
        )
        found += np.clip(step, -_LONGEST, _LONGEST)
        if np.abs(step).max() < _STILL:
            break
    return found
