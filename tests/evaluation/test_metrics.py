"""Hand-computed cases of the figures that every measurement rests on."""

import numpy as np
import pytest
from evaluation.harness.bootstrap import interval
from evaluation.harness.metrics import Counts, covered, f1_of, iou, recall_of, total
from hypothesis import given
from hypothesis import strategies as st

counts = st.builds(
    lambda hits, wrong, missed: Counts(hits, hits + wrong, hits + missed),
    st.integers(0, 20),
    st.integers(0, 20),
    st.integers(0, 20),
)


def test_precision_recall_and_f1_by_hand() -> None:
    one = Counts(hits=3, predicted=4, gold=6)
    assert one.precision == pytest.approx(0.75)
    assert one.recall == pytest.approx(0.5)
    assert one.f1 == pytest.approx(0.6)


def test_nothing_predicted_and_nothing_to_find_is_nought() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)


def test_micro_averaging_sums_before_it_divides() -> None:
    assert total([Counts(1, 1, 1), Counts(0, 9, 1)]).f1 == pytest.approx(2 / 12)


def test_overlaps_by_hand() -> None:
    assert iou({1, 2, 3}, {2, 3, 4}) == pytest.approx(0.5)
    assert iou(set(), set()) == 0.0
    assert covered({1, 2}, {1, 2, 3, 4}) == pytest.approx(0.5)
    assert covered({1}, set()) == 0.0


@given(counts)
def test_rows_give_the_same_as_counts(one: Counts) -> None:
    rows = np.array([[one.hits, one.predicted, one.gold]], dtype=np.float64)
    assert f1_of(rows)[0] == pytest.approx(one.f1)
    assert recall_of(rows)[0] == pytest.approx(one.recall)


def test_an_interval_of_equal_units_has_no_width() -> None:
    low, high = interval([Counts(1, 2, 2)] * 5, f1_of)
    assert low == pytest.approx(0.5)
    assert high == pytest.approx(0.5)


def test_an_interval_without_units_is_nought() -> None:
    assert interval([], f1_of) == (0.0, 0.0)


@given(st.lists(counts, min_size=2, max_size=8), st.integers(0, 9))
def test_the_same_seed_gives_the_same_interval(units: list[Counts], seed: int) -> None:
    first = interval(units, recall_of, seed=seed, draws=50)
    assert first == interval(units, recall_of, seed=seed, draws=50)
    assert 0.0 <= first[0] <= first[1] <= 1.0


def test_an_interval_holds_the_figure_and_widens_with_disagreement() -> None:
    alike = interval([Counts(5, 10, 10)] * 20, recall_of)
    apart = interval([Counts(10, 10, 10), Counts(0, 10, 10)] * 10, recall_of)
    assert list(alike) == pytest.approx([0.5, 0.5])
    assert apart[0] < 0.5 < apart[1]
