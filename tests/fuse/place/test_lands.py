"""The land of places in no gazetteer, and their spellings, by all reports of an incident."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import said, slot
from whence.model.incident import Slot
from whence.model.location import Location
from whence.names.countries import land

KENYA = Location(latitude=-1.3, longitude=36.8, precision="country", name="Kenya", country="KE")
NAIROBI = replace(KENYA, precision="settlement", name="Nairobi")
OSLO = Location(latitude=59.9, longitude=10.7, precision="settlement", name="Oslo", country="NO")


def told(*rows: tuple[str, Location | None, int], more: str = "Kenya") -> Slot:
    made = []
    for number, (name, where, hedge) in enumerate(rows):
        one = said(f"Paper {number}", f"{number}: a bomb, {name} was told. {more} is in shock.")
        one.fact("place", name, name, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where, hedge=hedge)
        made.append(one)
    return slot(made, "place")


def lands(found: Slot, name: str) -> list[str]:
    return [v.location.country for v in found.values if v.value == name and v.location is not None]


def test_a_village_is_in_the_land_that_the_other_reports_tell() -> None:
    found = told(("Quellamar", None, 3), ("Nairobi", NAIROBI, 2))
    assert (found.best, lands(found, "Quellamar")) == ("Quellamar", ["KE"])


def test_it_has_the_point_of_its_land_and_of_no_other_town() -> None:
    mombasa = replace(NAIROBI, name="Mombasa", latitude=-4.05, longitude=39.67)
    found = told(("Quellamar", None, 3), ("Mombasa", mombasa, 3))
    points = [value.location for value in found.values if value.value == "Quellamar"]
    assert points == [land("KE")]


def test_a_land_that_is_no_state_says_no_more() -> None:
    grytviken = replace(NAIROBI, name="Grytviken", country="GS")
    found = told(("Quellamar", None, 3), ("Grytviken", grytviken, 3), more="South Georgia")
    assert lands(found, "Quellamar") == []


@pytest.mark.parametrize("others", [[("Nairobi", NAIROBI, 2), ("Oslo", OSLO, 2)], []])
def test_without_one_land_it_is_in_none(others: list[tuple[str, Location | None, int]]) -> None:
    assert lands(told(("Quellamar", None, 3), *others), "Quellamar") == []


def test_a_desk_alone_tells_no_land() -> None:
    found = told(("Quellamar", None, 3), ("Nairobi", NAIROBI, 2), more="The world")
    assert lands(found, "Quellamar") == []


def test_a_village_put_somewhere_in_a_land_tells_it() -> None:
    found = told(("Quellamar", None, 3), ("Dorsk", KENYA, 3), more="The world")
    assert lands(found, "Quellamar") == ["KE"]


def test_two_spellings_by_ear_are_one_village() -> None:
    found = told(("Quellamarab", KENYA, 3), ("Quelamareb", KENYA, 3), ("Dorsk", KENYA, 3))
    assert len(found.values) == 2
    assert found.best in ("Quellamarab", "Quelamareb")
