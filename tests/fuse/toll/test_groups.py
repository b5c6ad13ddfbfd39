"""Sums of men, women and children against the total of one source."""

from tests.fuse.making import fused, said
from tests.trace.making import Made

NURSE = "a nurse:anonymous"


def _toll(counts: dict[str | None, int], slot: str = "killed") -> Made:
    made = said("A", "; ".join(f"x {count} {unit}" for unit, count in counts.items()))
    for unit, count in counts.items():
        made.fact(slot, count, f"x {count} {unit}", NURSE, unit=unit)
    return made


def _texts(made: Made) -> dict[str, bool]:
    return {check.text: check.holds for check in fused([made]).checks}


def test_parts_add_up_to_the_total() -> None:
    made = _toll({"people": 6, "men": 3, "women": 2, "child": 1})
    assert _texts(made) == {"nurse: 6 killed = 3 men + 2 women + 1 child": True}


def test_parts_that_are_more_than_the_total_do_not_hold() -> None:
    made = _toll({"people": 4, "women": 3, "children": 2}, "wounded")
    assert _texts(made) == {"nurse: 4 wounded ≠ 3 women + 2 children": False}


def test_all_three_parts_that_are_fewer_do_not_hold() -> None:
    made = _toll({None: 9, "men": 3, "women": 2, "children": 1})
    assert _texts(made) == {"nurse: 9 killed ≠ 3 men + 2 women + 1 child": False}


def test_two_parts_that_are_fewer_may_not_tell_of_all() -> None:
    assert _texts(_toll({"people": 9, "women": 2, "children": 1})) == {}


def test_one_part_or_no_total_is_no_sum() -> None:
    assert _texts(_toll({"people": 2, "women": 2})) == {}
    assert _texts(_toll({"men": 1, "women": 2})) == {}
    assert _texts(_toll({"people": 3, "guards": 1, "soldiers": 2})) == {}


def test_counts_that_leave_room_make_no_sum() -> None:
    made = said("A", "some six, three men, two women")
    made.fact("killed", 6, "some six", NURSE, unit="people", comparator="at_least")
    made.fact("killed", 3, "three men", NURSE, unit="men")
    made.fact("killed", 4, "two women", NURSE, unit="women")
    assert _texts(made) == {}


def test_the_total_that_fits_counts() -> None:
    made = said("A", "five, no, six, three men, three women")
    made.fact("killed", 5, "five", NURSE, unit="people", stage="initial")
    made.fact("killed", 6, "six", NURSE, unit="people", stage="correction")
    made.fact("killed", 3, "three men", NURSE, unit="men")
    made.fact("killed", 3, "three women", NURSE, unit="women")
    assert _texts(made) == {"nurse: 6 killed = 3 men + 3 women": True}


def test_facts_outside_the_vocabulary_are_no_sum() -> None:
    made = said("A", "two moved")
    made.fact("moved", 2, "two moved", NURSE)
    assert _texts(made) == {}
