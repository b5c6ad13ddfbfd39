"""A town that a report only seems to give yields to one that another tells flatly."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import said, slot
from whence.fuse.headline import headline
from whence.model.incident import Slot
from whence.model.location import AT_SEA, Location, Precision


def point(name: str, latitude: float, precision: Precision = "settlement") -> Location:
    return Location(latitude=latitude, longitude=20.0, precision=precision, name=name, country="PL")


DORSK = point("Dorsk", 51.0)
LENTAU = point("Lentau", 53.5)
CAPITAL = point("Warsaw", 52.2)
LAND = point("Poland", 52.2, "country")


def told(*rows: tuple[Location, int]) -> Slot:
    made = []
    for number, (where, hedge) in enumerate(rows):
        one = said(f"Paper {number}", f"{number}: a bomb, {where.name} was told.")
        one.fact("place", where.name, where.name, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where, hedge=hedge)
        made.append(one)
    return slot(made, "place")


def test_an_outlet_that_told_flatly_where_it_was_tells_nothing_by_a_later_dateline() -> None:
    made = []
    for number, (where, hedge) in enumerate([(DORSK, 3), (LENTAU, 2)]):
        one = said("Paper", f"{number}: a bomb, {where.name} was told.")
        one.fact("place", where.name, where.name)
        one.facts[-1] = replace(one.facts[-1], location=where, hedge=hedge)
        made.append(one)
    found = slot(made, "place")
    assert (found.best, [value.value for value in found.values]) == ("Dorsk", ["Dorsk"])


@pytest.mark.parametrize(
    ("rows", "best"),
    [
        # two reports were written in one town, and one says that it was in another
        ([(LENTAU, 2), (LENTAU, 2), (DORSK, 3)], "Dorsk"),
        ([(CAPITAL, 2), (CAPITAL, 2), (CAPITAL, 2), (DORSK, 3)], "Dorsk"),
        # none says so: news of a whole land comes from its capital
        ([(CAPITAL, 2), (CAPITAL, 2), (DORSK, 2)], "Dorsk"),
        ([(CAPITAL, 2), (CAPITAL, 2)], "Warsaw"),
        # the land alone says nothing against a town in it
        ([(CAPITAL, 2), (CAPITAL, 2), (LAND, 3)], "Warsaw"),
        # what is told flatly stays, capital or not
        ([(CAPITAL, 3), (CAPITAL, 3), (DORSK, 2)], "Warsaw"),
    ],
)
def test_the_town_that_is_told_flatly_is_held(rows: list[tuple[Location, int]], best: str) -> None:
    assert told(*rows).best == best


def test_what_yields_is_still_shown_with_little_behind_it() -> None:
    values = {one.value: one for one in told((LENTAU, 2), (LENTAU, 2), (DORSK, 3)).values}
    assert 0 < values["Lentau"].support < values["Dorsk"].support
    probable = {name: one.probability or 0.0 for name, one in values.items()}
    assert probable["Lentau"] < probable["Dorsk"]


def test_a_village_without_a_point_is_no_site_of_a_town_where_a_report_was_written() -> None:
    made = []
    for number, (value, where, hedge) in enumerate(
        [("Quellamar", None, 3), ("Lentau", LENTAU, 2), ("Lentau", LENTAU, 2)]
    ):
        one = said(f"Paper {number}", f"{number}: a bomb, {value} was told.")
        one.fact("place", value, value, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where, hedge=hedge)
        made.append(one)
    assert slot(made, "place").best == "Quellamar"


def test_a_village_without_a_point_is_the_one_that_another_report_has_with_its_region() -> None:
    region = replace(LENTAU, name="Masovia", region="Masovia", precision="region")
    made = []
    for number, (value, where) in enumerate(
        [("Quellamar", None), ("Quellamar, Masovia", region), ("Dorsk", DORSK)]
    ):
        one = said(f"Paper {number}", f"{number}: a bomb, {value} was told.")
        one.fact("place", value, value, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where)
        made.append(one)
    assert slot(made, "place").best == "Quellamar, Masovia"


@pytest.mark.parametrize(
    ("value", "text"),
    [("off Dorsk", "Attack off Dorsk."), ("Gulf of Oman", "Attack in the Gulf of Oman.")],
)
def test_what_was_at_sea_joins_no_town_and_reads_well(value: str, text: str) -> None:
    made = []
    for number, (told_as, where) in enumerate([(value, None), (value, None), ("Dorsk", DORSK)]):
        one = said(f"Paper {number}", f"{number}: a bomb, {told_as} was told.")
        one.fact("place", told_as, told_as, f"witness {number}:person")
        note = AT_SEA if where is None else None
        one.facts[-1] = replace(one.facts[-1], location=where, note=note)
        made.append(one)
    found = slot(made, "place")
    assert found.best == value
    assert headline("attack", [replace(found, disputed=False)]) == text
