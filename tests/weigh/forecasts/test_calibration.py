"""Cox's slope: what it finds on forecasters whose fault is known, and when it says nothing."""

import numpy as np
import pytest

from whence.weigh.forecasts import calibration
from whence.weigh.forecasts.calibration import slope
from whence.weigh.forecasts.resampling import Floats


def _world(count: int, bend: float, shift: float = 0.0) -> tuple[Floats, Floats]:
    """Forecasts whose logit is ``bend`` times too large and ``shift`` too high."""
    generator = np.random.default_rng(7)
    true = generator.normal(0, 1.2, count)
    hit = generator.random(count) < 1 / (1 + np.exp(-true))
    return 1 / (1 + np.exp(-(bend * true + shift))), hit.astype(float)


@pytest.mark.parametrize(
    ("bend", "shift", "finding"),
    [
        (1.0, 0.0, "calibrated"),
        (2.0, 0.0, "overconfident"),
        (0.5, 0.0, "underconfident"),
        (1.0, 1.0, "biased"),
    ],
)
def test_known_faults_are_found(bend: float, shift: float, finding: str) -> None:
    found = slope(*_world(3000, bend, shift), times=300)
    assert found.finding == finding
    assert found.low <= 1 / bend <= found.high
    assert found.cases == 3000


def test_few_forecasts_bear_no_word() -> None:
    p, hit = _world(40, 1.0)
    assert slope(p, hit, times=200).finding == "cannot tell"
    assert slope(p[:19], hit[:19], times=200).finding == "too few cases"


def test_cases_not_rows_are_counted() -> None:
    p, hit = _world(60, 2.0)
    assert slope(p, hit, cases=np.repeat(np.arange(10), 6), times=200).finding == "too few cases"


def test_the_fit_is_the_maximum() -> None:
    p, hit = _world(400, 1.0)
    logit = np.log(p / (1 - p))
    ((a, b),) = calibration.fit(logit, hit, np.ones((1, len(hit))))
    rate = 1 / (1 + np.exp(-(a + b * logit)))
    assert np.sum(hit - rate) == pytest.approx(0, abs=1e-6)
    assert np.sum((hit - rate) * logit) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("hit", "value"),
    [([0, 0, 1, 1], np.inf), ([1, 1, 0, 0], -np.inf), ([1, 1, 1, 1], np.nan), ([0] * 4, np.nan)],
)
def test_forecasts_that_are_always_right_or_wrong_have_no_finite_slope(
    hit: list[int], value: float
) -> None:
    found = slope([0.1, 0.2, 0.8, 0.9], hit, times=50)
    assert found.value == pytest.approx(value, nan_ok=True)
    assert np.isnan(found.intercept)
    assert found.low == -np.inf
    assert found.high == np.inf


def test_equal_forecasts_have_no_slope() -> None:
    assert np.isnan(slope([0.5, 0.5], [0, 1], times=50).value)


def test_forecasts_all_but_parted_end_somewhere_steep() -> None:
    logit = np.array([-1e-3, -1e-4, 1e-4, 1e-3])
    ((_, value),) = calibration.fit(logit, np.array([0.0, 1.0, 0.0, 1.0]), np.ones((1, 4)))
    assert value > 100


def test_certainty_is_held_to_the_clip() -> None:
    sure, held = [0.0, 1.0, 1.0, 0.3], [calibration.CLIP, 1 - calibration.CLIP, 0.9999, 0.3]
    assert slope(sure, [0, 1, 0, 1], times=50) == slope(held, [0, 1, 0, 1], times=50)


def test_intervals_hold_the_slope_about_as_often_as_they_say() -> None:
    """Sixty invented cases of four answers, forty times over, by a calibrated judge."""
    generator = np.random.default_rng(11)
    held, accused = 0, 0
    for _ in range(40):
        p = generator.dirichlet(np.full(4, 0.7), 60)
        true = (p.cumsum(axis=1) > generator.random((60, 1))).argmax(axis=1)
        hit = (np.arange(4) == true[:, None]).astype(float)
        found = slope(p.ravel(), hit.ravel(), np.repeat(np.arange(60), 4), times=200)
        held += found.low <= 1 <= found.high
        accused += found.finding == "overconfident"
    assert held >= 34
    assert accused <= 4
