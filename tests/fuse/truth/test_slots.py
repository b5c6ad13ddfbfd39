"""The probability that stands beside the vote of a slot's values."""

import pytest

from tests.fuse.making import said, slot
from tests.fuse.test_counts import DOCTORS, MINISTRY, OFFICIALS, count
from tests.trace.making import Made
from whence.fuse import Options
from whence.model.incident import Slot


def chance(of: Slot, value: str) -> float:
    (found,) = [one.probability for one in of.values if one.value == value]
    assert found is not None
    return found


def test_one_hand_lends_its_accuracy() -> None:
    assert chance(slot([count("A", 7, *DOCTORS)], "wounded"), "7") == 0.85
    assert chance(slot([count("A", 7)], "wounded"), "7") == 0.7
    assert chance(slot([count("A", 7, "AP:agency")], "wounded"), "7") == 0.8
    finding = count("A", 7, "an inquiry:body", stage="finding")
    assert chance(slot([finding], "wounded"), "7") == 0.95


def test_agreement_raises_and_never_makes_sure() -> None:
    hands = [("A", DOCTORS), ("B", MINISTRY), ("C", ("the mayor:role",)), ("D", OFFICIALS)]
    made = [count(name, 7, *hand) for name, hand in hands]
    found = [chance(slot(made[:end], "wounded"), "7") for end in range(1, 5)]
    assert found == sorted(found)
    assert found[0] < found[-1] < 0.98


def test_a_superseded_value_is_hardly_probable() -> None:
    made = [
        count("A", 3, *DOCTORS, stage="initial"),
        count("B", 2, *DOCTORS, stage="correction"),
    ]
    found = slot(made, "wounded")
    assert found.best == "2"
    assert chance(found, "3") < 0.05


def test_a_floor_is_at_least_as_probable_as_what_it_fits() -> None:
    made = [
        count("A", 7, *DOCTORS),
        count("B", 6, *MINISTRY, comparator="at_least"),
        count("C", 2, "the mayor:role"),
    ]
    found = slot(made, "wounded")
    assert found.best == "7"
    assert chance(found, "at least 6") > chance(found, "7") > 0.7 > chance(found, "2")


def one_report(quoted: int, own: bool) -> Made:
    made = said("Gazette", "Seven were counted. Seven were counted, doctors said.")
    made.fact("wounded", 7, "Seven were counted", *DOCTORS, unit="guards", hedge=quoted)
    if own:
        made.fact("wounded", 7, "Seven were counted,", unit="guards")
    return made


def test_an_outlet_adds_nothing_to_the_source_it_quotes() -> None:
    alone, both = (slot([one_report(3, own)], "wounded") for own in (False, True))
    assert chance(both, "7") == chance(alone, "7")
    assert len(both.values[0].origin_ids) == 2


def test_an_outlet_that_is_firmer_than_its_source_speaks_for_itself() -> None:
    alone, both = (slot([one_report(1, own)], "wounded") for own in (False, True))
    assert chance(both, "7") > chance(alone, "7")


def test_what_is_not_probable_enough_is_not_answered() -> None:
    found = slot([count("A", 7, *DOCTORS, hedge=1)], "wounded", Options(probable=0.5))
    assert found.best is None
    assert found.abstained == "not probable enough: .39 for “7”"


def test_a_floor_is_held_where_the_exact_count_will_not_do() -> None:
    made = [count("A", 5, *DOCTORS, hedge=0), count("B", 11, *MINISTRY, comparator="at_least")]
    assert slot(made, "wounded").best == "at least 11"


def test_later_tolls_know_more() -> None:
    made = [
        count("A", 4, *DOCTORS, as_of="2031-05-04"),
        count("B", 6, *MINISTRY, as_of="2031-05-05"),
    ]
    found = slot(made, "wounded")
    assert found.best == "6"
    assert chance(found, "6") > chance(found, "4")


def places(*names: str) -> list[Made]:
    made = []
    for number, name in enumerate(names):
        one = said(f"Paper {number}", f"It happened in {name}, the mayor of {name} said.")
        one.fact("place", name, name, f"source number {number}:role")
        made.append(one)
    return made


def test_the_finer_place_is_held_and_the_wider_as_probable() -> None:
    found = slot(places("Norway", "Norway", "Harbour, Oslo"), "place")
    assert found.best == "Harbour, Oslo"
    assert chance(found, "Norway") >= chance(found, "Harbour, Oslo") > 0.5


@pytest.mark.parametrize("times", [("2031-05-04T02:30", "2031-05-04"), ("2031-05-04",) * 2])
def test_the_time_of_day_refines_the_day(times: tuple[str, ...]) -> None:
    made = []
    for number, time in enumerate(times):
        one = said(f"Paper {number}", "It happened on that day.")
        one.fact("date", time, "that day", f"source number {number}:role")
        made.append(one)
    assert slot(made, "date").best == "2031-05-04"
