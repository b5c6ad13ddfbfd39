"""Proper scores, reliability and risk against coverage, on arrays worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.weigh.forecasts import scoring
from whence.weigh.forecasts.resampling import bounds, mean_interval


def test_brier_by_hand() -> None:
    assert scoring.brier_each([[0.7, 0.2, 0.1]], [0]) == pytest.approx(0.09 + 0.04 + 0.01)
    assert scoring.brier_each([[1.0, 0.0]], [0]) == 0
    assert scoring.brier_each([[1.0, 0.0]], [1]) == 2


def test_log_score_by_hand_and_clipped() -> None:
    assert scoring.log_each([[0.5, 0.5], [0.25, 0.75]], [0, 1]) == pytest.approx(
        [np.log(2), -np.log(0.75)]
    )
    assert scoring.log_each([[1.0, 0.0]], [1]) == pytest.approx(-np.log(scoring.CLIP))
    assert scoring.log_each([[1.0, 0.0]], [1], clip=0.1) == pytest.approx(-np.log(0.1))


def test_padding_with_zeros_changes_no_score() -> None:
    wide, narrow = [[0.6, 0.4, 0.0]], [[0.6, 0.4]]
    assert scoring.brier_each(wide, [1]) == scoring.brier_each(narrow, [1])
    assert scoring.log_each(wide, [1]) == scoring.log_each(narrow, [1])


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=5), st.lists(st.floats(0.01, 1)))
def test_an_honest_forecast_scores_best(true: list[float], other: list[float]) -> None:
    """Proper: expected under a belief, no other forecast scores better than the belief."""
    belief = np.array(true) / sum(true)
    said = np.resize(np.array(other or [1.0]), len(belief))
    said = said / said.sum()
    answers = np.arange(len(belief))
    for score in (scoring.brier_each, scoring.log_each):
        honest = belief @ score(np.tile(belief, (len(belief), 1)), answers)
        assert honest <= belief @ score(np.tile(said, (len(belief), 1)), answers) + 1e-9


def test_flat_keeps_cases_together() -> None:
    p, hit, cases = scoring.flat([[0.7, 0.3], [0.4, 0.6]], [0, 0])
    assert p.tolist() == [0.7, 0.3, 0.4, 0.6]
    assert hit.tolist() == [1, 0, 1, 0]
    assert cases.tolist() == [0, 0, 1, 1]


def test_reliability_by_hand() -> None:
    table = scoring.reliability([0.1, 0.1, 0.2, 0.9, 1.0], [0, 1, 0, 1, 1])
    assert [row.count for row in table] == [2, 1, 0, 0, 2]
    assert table[0].forecast == pytest.approx(0.1)
    assert table[0].observed == 0.5
    assert table[1].start == pytest.approx(0.2)
    assert (table[1].low, table[1].high) == (0, 1)
    assert table[2].observed is None
    assert table[2].low is None


def test_a_bin_that_always_came_true_is_not_certain() -> None:
    """The bootstrap alone would put the interval at 1 to 1."""
    row = scoring.reliability([0.9, 0.9, 0.9], [1, 1, 1])[4]
    assert row.high == 1
    assert row.low == pytest.approx(scoring.wilson(1.0, 3)[0])
    assert 0.4 < scoring.wilson(1.0, 3)[0] < 0.5


def test_answers_of_one_case_widen_the_interval() -> None:
    p, hit = np.full(40, 0.5), np.repeat([1, 0], 20)
    alone = scoring.reliability(p, hit)[2]
    together = scoring.reliability(p, hit, cases=np.repeat(["a", "b", "c", "d"], 10))[2]
    assert together.low is not None
    assert alone.low is not None
    assert together.low < alone.low


def test_ece_by_hand() -> None:
    assert scoring.ece([0.1, 0.1, 0.9], [0, 1, 1]) == pytest.approx((0.8 + 0.1) / 3)
    assert scoring.ece([0.0, 1.0], [0, 1]) == 0


def test_ece_interval_holds_it_and_repeats() -> None:
    generator = np.random.default_rng(1)
    p = generator.random(200)
    hit = generator.random(200) < p
    one = scoring.ece_interval(p, hit)
    assert one == scoring.ece_interval(p, hit)
    assert one.low <= one.value <= one.high
    assert one.value == scoring.ece(p, hit)


def test_reliability_of_a_perfect_forecaster_holds_the_diagonal() -> None:
    generator = np.random.default_rng(2)
    p = generator.random(3000)
    for row in scoring.reliability(p, generator.random(3000) < p):
        assert row.low is not None
        assert row.high is not None
        assert row.forecast is not None
        assert row.low < row.forecast < row.high


def test_risk_coverage_by_hand() -> None:
    found = scoring.risk_coverage([0.9, 0.8, 0.8, 0.1], [1, 1, 0, 0])
    assert found.threshold.tolist() == [0.9, 0.8, 0.1]
    assert found.coverage.tolist() == [0.25, 0.75, 1.0]
    assert found.risk.tolist() == pytest.approx([0, 1 / 3, 0.5])
    assert found.area == pytest.approx(0.5 / 3 + 0.25 * 0.5)


def test_the_interval_of_a_mean_resamples_whole_cases() -> None:
    values = np.arange(50) / 50
    found = mean_interval(values)
    assert found.value == pytest.approx(0.49)
    assert 0.38 < found.low < 0.45
    assert 0.53 < found.high < 0.60
    whole = mean_interval([0, 0, 1, 1], cases=["a", "a", "b", "b"])
    assert (whole.low, whole.high) == (0, 1)


def test_one_case_sets_no_bounds() -> None:
    found = mean_interval([0.2])
    assert (found.value, found.low, found.high) == (0.2, -np.inf, np.inf)
    assert scoring.ece_interval([0.2, 0.8], [0, 1], cases=["a", "a"]).high == np.inf


def test_what_cannot_be_worked_out_opens_both_ends() -> None:
    assert bounds(np.array([np.nan, 1.0, 2.0]), 3) == (-np.inf, np.inf)
    assert bounds(np.array([1.0, 2.0, np.inf]), 3) == (1.0, np.inf)


@pytest.mark.parametrize(
    ("probabilities", "truth", "words"),
    [
        ([0.5, 0.5], [0], r"\(n, k\) forecasts"),
        ([[0.5, 0.5]], [0, 1], r"\(n, k\) forecasts"),
        (np.zeros((0, 2)), np.zeros(0, dtype=int), r"\(n, k\) forecasts"),
        ([[0.5, 0.5]], [2], "number of one of the answers"),
        ([[0.5, 0.5]], [-1], "number of one of the answers"),
        ([[0.5, 0.5]], [0.0], "number of one of the answers"),
        ([[1.5, 0.5]], [0], "outside 0 to 1"),
        ([[float("nan"), 0.5]], [0], "outside 0 to 1"),
    ],
)
def test_forecasts_that_are_none(probabilities: object, truth: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        scoring.brier_each(probabilities, truth)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("p", "hit", "words"),
    [
        ([], [], "as many outcomes"),
        ([0.5], [1, 0], "as many outcomes"),
        ([[0.5]], [[1]], "as many outcomes"),
        ([0.5], [2], "1 \\(came true\\) or 0"),
        ([-0.1], [1], "outside 0 to 1"),
    ],
)
def test_flat_forecasts_that_are_none(p: list[float], hit: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        scoring.ece(p, hit)


def test_what_cannot_be_scored_is_refused_with_its_reason() -> None:
    with pytest.raises(ValueError, match="one case for each"):
        scoring.reliability([0.5], [1], cases=["a", "b"])
    with pytest.raises(ValueError, match="at least one bin"):
        scoring.ece([0.5], [1], bins=0)
    with pytest.raises(ValueError, match="no number"):
        scoring.risk_coverage([float("nan")], [1])
    with pytest.raises(ValueError, match="nothing to score"):
        mean_interval([])
