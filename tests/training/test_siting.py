"""The choice among the places of several reports is learned from which of them the record has."""

import pytest

pytest.importorskip("numpy")

from training.choice import Choice
from training.siting import learned


def test_what_marks_the_right_place_gains_weight() -> None:
    rows = [
        Choice([0, 1], [{"first": float(right == 0)}, {"first": float(right == 1)}], right)
        for right in (0, 1)
    ]
    line = learned(rows * 10).splitlines()[-1]
    assert line.startswith('"first": ')
    assert float(line.rpartition(" ")[2]) > 0.5
