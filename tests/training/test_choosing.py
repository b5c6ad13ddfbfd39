"""The choice among counts is learned from which number the record has."""

import pytest

pytest.importorskip("numpy")

from training.choice import Choice
from training.choosing import checked, fitted, share_right


def choice(right: int) -> Choice:
    """Return a choice between 1 and 2 in which the number that is said is the record's."""
    seen = [{"said": float(number == right)} for number in (1, 2)]
    return Choice([1, 2], seen, right)


def test_what_marks_the_right_number_gains_weight() -> None:
    rows = [choice(1), choice(2)] * 10
    found = fitted(rows, ["said"])
    assert found[0] > 1
    assert share_right(rows, ["said"], found) == 1.0
    assert checked(rows, ["said"]) == 1.0


def test_where_the_record_is_not_told_nothing_is_learned() -> None:
    rows = [Choice([1, 2], [{"said": 1.0}, {}], 3)]
    assert fitted(rows, ["said"]).tolist() == [0.0]
    assert share_right(rows, ["said"], fitted(rows, ["said"])) == 0.0
