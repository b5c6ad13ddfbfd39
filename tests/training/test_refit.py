"""The head of factuality is fitted anew where the encoder stands."""

import numpy as np
import pytest

refit = pytest.importorskip("training.refit")


def test_the_weights_move_to_what_the_rows_tell_and_stay_where_they_tell_nothing() -> None:
    dice = np.random.default_rng(3)
    rows = np.hstack([dice.normal(size=(4000, 3)), np.zeros((4000, 1)), np.ones((4000, 1))])
    wanted = rows @ np.array([2.0, -1.0, 0.5, 9.0, 1.0])
    before = np.array([0.0, 0.0, 0.0, 0.7, 0.0])
    after = refit.moved(before, rows, wanted, np.ones(len(rows)))
    assert after == pytest.approx([2.0, -1.0, 0.5, 0.7, 1.0], abs=0.05)


def test_rows_count_by_their_weight() -> None:
    rows = np.ones((2000, 1))
    wanted = np.repeat([3.0, 0.0], 1000)
    counted = np.repeat([9.0, 1.0], 1000)
    (after,) = refit.moved(np.zeros(1), rows, wanted, counted)
    assert after == pytest.approx(2.7, abs=0.02)
