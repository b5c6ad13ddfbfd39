"""The learned choice among the towns and counties that reports tell."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import said, slot
from tests.fuse.place.test_places import COUNTY, FAR, HARROW, STATE, SUBURB, TEXAS
from tests.trace.making import Made
from whence.fuse.place.siting import weights
from whence.model.incident import Slot
from whence.model.location import Location


def told(number: int, value: str, where: Location, text: str) -> Made:
    one = said(f"Paper {number}", f"{number}: it was in {value}. {text}")
    one.fact("place", value, value, f"witness {number}:person")
    one.facts[-1] = replace(one.facts[-1], location=where)
    return one


def held(*rows: tuple[str, Location, str]) -> Slot:
    return slot([told(number, *row) for number, row in enumerate(rows)], "place")


def test_every_feature_has_a_weight_and_more_support_speaks_for_a_place() -> None:
    assert weights()["support"] > 0 > weights()["county"]


@pytest.mark.parametrize("first", [True, False])
def test_the_town_that_all_texts_name_is_held(first: bool) -> None:
    rows = [
        ("Harrow, Texas", HARROW, "Harrow police came. Harrow mourned."),
        ("Tarvo, Texas", FAR, "A man of Harrow called from Harrow."),
    ]
    assert held(*(rows if first else rows[::-1])).best == "Harrow, Texas"


def test_a_town_is_held_before_its_county() -> None:
    found = held(
        ("Lorn County, Texas", COUNTY, "Deputies came to Harrow."),
        ("Harrow, Texas", HARROW, "Harrow mourned."),
    )
    assert found.best == "Harrow, Texas"


def test_towns_of_another_state_are_no_candidates() -> None:
    abroad = replace(SUBURB, country="CA", region="Ontario")
    found = held(
        ("Harrow, Texas", HARROW, ""),
        ("Harrow, Texas", HARROW, ""),
        ("Wexley, Ontario", abroad, "Wexley, Wexley, Wexley."),
    )
    assert found.best == "Harrow, Texas"


def test_the_state_of_which_most_is_told_has_the_town() -> None:
    abroad = [
        replace(one, country="ZA", region="Cape", latitude=-one.latitude) for one in (HARROW, FAR)
    ]
    found = held(
        ("Wexley, Texas", SUBURB, ""),
        ("Wexley, Texas", SUBURB, ""),
        ("Wexley, Texas", SUBURB, ""),
        ("Tarvo, Cape", abroad[1], "Wexley was told. Harrow, Harrow."),
        ("Harrow, Cape", abroad[0], "Wexley was told. Harrow, Harrow."),
        ("Harrow, Cape", abroad[0], "Wexley was told. Harrow, Harrow."),
        ("Tarvo, Cape", abroad[1], "Wexley was told. Harrow, Harrow."),
    )
    assert found.best == "Harrow, Cape"


def test_a_town_outside_a_region_that_more_reports_tell_is_no_candidate() -> None:
    ohio = replace(TEXAS, name="Ohio", region="Ohio", latitude=40.0)
    found = held(
        ("Ohio", ohio, ""),
        ("Ohio", ohio, ""),
        ("Harrow, Texas", HARROW, "Harrow."),
        ("Tarvo, Texas", FAR, "Tarvo. Tarvo."),
    )
    assert found.best == "Ohio"


def test_a_state_that_leads_is_not_left_for_towns_elsewhere() -> None:
    abroad = [replace(one, country="CA", region="Ontario") for one in (HARROW, FAR)]
    found = held(
        ("United States", STATE, ""),
        ("United States", STATE, ""),
        ("United States", STATE, ""),
        ("Harrow, Ontario", abroad[0], "Harrow."),
        ("Tarvo, Ontario", abroad[1], ""),
    )
    assert found.best == "United States"


def test_a_choice_too_close_is_left_to_the_vote() -> None:
    even = held(("Harrow, Texas", HARROW, ""), ("Tarvo, Texas", FAR, ""))
    assert even.best is None
    assert even.abstained is not None
    assert "evenly supported" in even.abstained


def test_a_site_joins_the_one_town_that_others_tell() -> None:
    street = said("Paper 7", "It was in Amber Street.")
    street.fact("place", "Amber Street", "Amber Street", "a nurse:person")
    town = told(1, "Harrow, Texas", HARROW, "")
    found = slot([street, town], "place")
    assert found.best == "Harrow, Texas"
    assert len(found.values) == 1


def test_a_bare_name_is_the_quarter_that_another_report_tells() -> None:
    elsewhere = replace(FAR, name="Lindow", region="Ohio")
    found = held(("Lindow", elsewhere, ""), ("Lindow, Harrow", HARROW, ""))
    assert [value.value for value in found.values] == ["Lindow, Harrow"]
    assert found.values[0].location == HARROW
