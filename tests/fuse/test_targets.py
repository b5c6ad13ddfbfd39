"""One target under many descriptions."""

import pytest

from tests.fuse.making import said, slot
from tests.trace.making import Made


def targets(*values: str) -> list[str]:
    made: list[Made] = []
    for number, value in enumerate(values):
        one = said(f"Paper {number}", f"They aimed at {value} then.")
        one.fact("target", value, value)
        made.append(one)
    return [value.value for value in slot(made, "target").values]


@pytest.mark.parametrize(
    "values",
    [
        ("Prime Minister Ona Holm", "Ona Holm", "the Andorran Prime Minister Ona Holm"),
        ("Prime Minister Ona Holm", "Holm", "the prime minister", "Andorran prime minister"),
        ("Andorra’s Prime Minister Ona Holm", "the Andorran prime minister"),
        ("Andorra’s Prime Minister Ona Holm", "Andorran Prime Minister Ona Maria Holm"),
        ("residence of Prime Minister Ona Holm", "Holm’s home", "the prime minister’s house"),
        ("Ona Holm’s residence", "residence"),
        ("grain terminal", "the grain terminal"),
        ("mill of Ona Holm", "Ona Holm’s mill", "mill"),
    ],
)
def test_words_for_one_target_are_joined(values: tuple[str, ...]) -> None:
    assert len(targets(*values)) == 1


@pytest.mark.parametrize(
    "values",
    [
        ("Ona Holm", "Ona Holm’s residence"),
        ("Ona Holm", "Pau Riba"),
        ("Ona Holm’s residence", "Pau Riba’s residence"),
        ("Norwegian Prime Minister Ona Holm", "the Andorran prime minister"),
        ("Prime Minister Ona Holm", "the president"),
        ("residence", "mill"),
    ],
)
def test_words_for_two_targets_stay_apart(values: tuple[str, str]) -> None:
    assert len(targets(*values)) == 2


def test_what_stays_ambiguous_stays_apart() -> None:
    assert len(targets("Ona Holm", "Pau Holm", "Holm")) == 3
    assert len(targets("Ona Holm’s mill", "Pau Riba’s mill", "mill")) == 3


def test_shown_is_what_most_origins_write() -> None:
    assert targets("Ona Holm", "Prime Minister Ona Holm", "Ona Holm") == ["Ona Holm"]
