"""Tolls that those give who say that they did it."""

import pytest

from tests.fuse.making import said, slot
from tests.trace.making import Made

DAY = "2021-03-01"
POLICE = "Harrow police:body"


def toll(outlet: str, number: int, *hand: str) -> Made:
    made = said(outlet, f"{outlet} counts {number} dead.", DAY)
    made.fact("killed", number, f"{number} dead", *hand, unit="people")
    return made


def claim(group: str) -> Made:
    made = said("D", f"{group} said it did it.", DAY)
    made.fact("responsibility_claim", group, group)
    return made


@pytest.mark.parametrize(
    ("group", "claims"), [("Reed militants:group", False), ("Army of the Reed:body", True)]
)
def test_a_boast_does_not_stand_before_what_others_count(group: str, claims: bool) -> None:
    made = [toll("A", 200, group), toll("B", 200), toll("C", 200), toll("E", 6, POLICE)]
    made += [claim("Army of the Reed")] if claims else []
    found = slot(made, "killed")
    assert found.best == "6"
    assert "200" in {value.value for value in found.values}


def test_a_boast_that_nobody_answers_is_told() -> None:
    assert slot([toll("A", 200, "Reed militants:group")], "killed").best == "200"


def test_what_they_take_as_known_is_no_boast() -> None:
    made = said("A", "Reed militants said they set the bomb that killed 17 people.", DAY)
    made.fact("killed", 17, "killed 17 people", "Reed militants:group", unit="people")
    (value,) = slot([made], "killed").values
    assert value.support == 1.0


def test_who_watches_fighters_is_none_of_them() -> None:
    made = [toll("A", 9, "Reed militia monitors:group"), toll("B", 6)]
    assert slot(made, "killed").best == "9"


def test_what_a_report_calls_a_boast_is_one() -> None:
    made = said("A", "The Reed text boasts of killing 31 soldiers at Ilm.", DAY)
    made.fact("killed", 31, "killing 31 soldiers", "the Reed:body", unit="soldiers")
    least = said("B", "The watch says at least 23 people died.", "2021-06-01")
    least.fact("killed", 23, "at least 23 people died", "the watch:body", unit="people",
               comparator="at_least")  # fmt: skip
    found = slot([made, least], "killed")
    assert (found.best, found.unit) == ("at least 23", "people")
