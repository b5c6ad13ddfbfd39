"""Places that are resolved to points: one town, its quarter, its region, and real rivals."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import kinds, said, slot, statuses
from tests.trace.making import Made
from whence.model.incident import Slot
from whence.model.location import Location, Precision


def point(
    name: str,
    latitude: float,
    longitude: float,
    region: str = "Texas",
    precision: Precision = "settlement",
    county: str = "",
) -> Location:
    return Location(
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        name=name,
        region=region,
        county=county,
        country="US",
    )


HARROW = point("Harrow", 32.0, -97.0)
FAR = point("Tarvo", 30.0, -97.0)
SUBURB = point("Wexley", 32.1, -97.1)
NAMESAKE = point("Harrow", 40.0, -80.0, "Ohio")
COUNTY = point("Lorn County", 32.2, -97.2, precision="county", county="Lorn County")
FAR_COUNTY = point("Quill County", 29.0, -99.0, precision="county", county="Quill County")
TEXAS = point("Texas", 31.0, -97.0, precision="region")
ABROAD = replace(point("Velmar", 36.2, 37.1, ""), country="SY")
STATE = point("United States", 38.9, -77.0, "", "country")


def reports(*rows: tuple[str, Location | None], text: str = "") -> list[Made]:
    made = []
    for number, (value, where) in enumerate(rows):
        one = said(f"Paper {number}", f"{number}: it was in {value}. {text if not number else ''}")
        one.fact("place", value, value, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where)
        made.append(one)
    return made


def fused(*rows: tuple[str, Location | None], text: str = "") -> Slot:
    return slot(reports(*rows, text=text), "place")


def test_a_site_is_one_value_with_its_town_and_shown() -> None:
    found = fused(
        ("Harrow, Texas", HARROW), ("Amber Zone, Harrow", HARROW), ("Amber Zone", None)
    )  # fmt: skip
    assert statuses(found) == {"Amber Zone, Harrow": "held"}
    assert found.values[0].location == HARROW
    assert not found.contradictions


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ([], "Harrow"),
        ([("Harrow, Texas", HARROW)], "Harrow, Texas"),
        ([("Mill Road, Harrow", HARROW)], "Mill Road, Harrow"),
    ],
)
def test_among_sites_the_one_most_named_is_shown_or_the_town(
    more: list[tuple[str, Location]], shown: str
) -> None:
    found = fused(("Amber Zone, Harrow", HARROW), ("Mill Road, Harrow", HARROW), *more)
    assert found.best == shown


def test_the_town_is_held_where_the_region_is_told_more_often() -> None:
    found = fused(("Texas", TEXAS), ("Texas", TEXAS), ("United States", STATE), ("Harrow", HARROW))
    assert found.best == "Harrow"
    assert statuses(found)["Texas"] == "refined"
    assert statuses(found)["United States"] == "refined"


def test_two_even_towns_leave_the_region() -> None:
    found = fused(("Texas", TEXAS), ("Texas", TEXAS), ("Harrow", HARROW), ("Tarvo", FAR))
    assert found.best == "Texas"


def test_of_two_even_towns_the_one_that_more_reports_name_is_held() -> None:
    rows = (("Texas", TEXAS), ("Texas", TEXAS), ("Harrow", HARROW), ("Tarvo", FAR))
    assert fused(*rows).best == "Texas"
    assert fused(("Harrow", HARROW), ("Tarvo", FAR), text="A man of Tarvo called.").best == "Tarvo"
    made = reports(("Tarvo", FAR), ("Harrow", HARROW), ("Texas", TEXAS), ("Texas", TEXAS))
    named = said("Paper 9", "It was in Harrow, not far from Tarvo.")
    named.fact("place", "Harrow", "Harrow", "a nurse:person", hedge=0)
    named.facts[-1] = replace(named.facts[-1], location=HARROW)
    assert slot([*made, named], "place").best == "Harrow"


def test_a_later_finer_place_leads_where_more_reports_name_it() -> None:
    rows = (("Harrow", HARROW), ("Tarvo", FAR), ("Texas", TEXAS), ("Texas", TEXAS))
    assert fused(*rows, text="Tarvo was near.").best == "Tarvo"
    assert fused(*rows[1::-1], *rows[2:], text="Harrow was near.").best == "Harrow"


def test_a_region_alone_is_held() -> None:
    assert fused(("Texas", TEXAS), ("United States", STATE)).best == "Texas"


def test_distance_tells_neighbours_from_rivals() -> None:
    near = fused(("Harrow", HARROW), ("Harrow", HARROW), ("Wexley", SUBURB))
    assert kinds(near) == [("refined", "Harrow", "Wexley")]
    far = fused(("Harrow", HARROW), ("Harrow", HARROW), ("Tarvo", FAR))
    assert kinds(far) == [("real_conflict", "Harrow", "Tarvo")]
    assert far.disputed


def test_a_town_refines_the_county_that_it_may_lie_in() -> None:
    near = fused(("Lorn County, Texas", COUNTY), ("Lorn County, Texas", COUNTY), ("Harrow", HARROW))
    assert near.best == "Harrow"
    far = fused(("Quill County, Texas", FAR_COUNTY), ("Harrow", HARROW), ("Harrow", HARROW))
    assert far.disputed


def test_a_town_far_from_the_middle_of_its_county_lies_in_it_and_no_nearer_one_does() -> None:
    county = ("Lorn County, Texas", COUNTY)
    inside = point("Tarvo", 31.0, -97.2, county="Lorn County")  # 130 km from the county's middle
    assert fused(county, county, ("Tarvo", inside)).best == "Tarvo"
    beside = point("Tarvo", 31.7, -97.2, county="Quill County")  # 55 km
    assert fused(county, ("Tarvo", beside), ("Tarvo", beside)).disputed


def test_one_incident_has_one_town_of_a_name() -> None:
    found = fused(("Harrow", NAMESAKE), ("Harrow, Texas", HARROW))
    assert statuses(found) == {"Harrow, Texas": "held"}
    assert found.values[0].location == HARROW


@pytest.mark.parametrize(
    ("stated", "where"),
    [("Harrow, Texas", HARROW), ("Harrow, Texas", TEXAS)],
)
def test_a_region_that_one_report_states_decides_over_many_that_state_none(
    stated: str, where: Location
) -> None:
    elsewhere = replace(point("Harrow", -29.0, 30.0, "Velm"), country="ZA", namesake="largest")
    found = fused(("Mill Road, Harrow", elsewhere), ("Harrow", elsewhere), (stated, where))
    assert [one.status for one in found.values] == ["held"]
    assert found.values[0].location == where


def test_the_place_with_its_region_leads_over_the_one_without() -> None:
    assert fused(("Wexley, Texas", SUBURB), ("Harrow", NAMESAKE)).best == "Wexley, Texas"


def test_a_town_of_no_gazetteer_lies_in_its_region_and_the_county_named() -> None:
    rows = (("Lorn County, Texas", COUNTY), ("Qenlorva, Texas", TEXAS))
    assert fused(*rows).best == "Qenlorva, Texas"
    both = fused(*rows, ("Quill County, Texas", FAR_COUNTY))
    assert statuses(both)["Qenlorva, Texas"] in ("held", "rival")


def test_a_street_of_a_quarter_is_in_the_town_that_another_report_tells() -> None:
    found = fused(("Mill Road, Wexley", SUBURB), ("Wexley, Harrow", HARROW))
    assert statuses(found) == {"Wexley, Harrow": "held"}


def test_a_quarter_that_no_gazetteer_has_is_in_the_town_that_another_report_tells() -> None:
    found = fused(("Amber Zone, Harrow", HARROW), ("Amber Zone", None), ("Tarvo", FAR))
    assert statuses(found) == {"Amber Zone, Harrow": "held", "Tarvo": "rival"}


def test_a_town_far_from_the_quarter_of_its_name_stays_apart() -> None:
    namesake = point("Wexley", 40.0, -80.0, "Ohio")
    found = fused(("Mill Road, Wexley", namesake), ("Wexley, Harrow", HARROW))
    assert len(found.values) == 2


def test_a_name_of_no_state_is_the_quarter_of_the_city_that_another_report_tells() -> None:
    largest = replace(point("Wexley", 51.0, 0.5, "Velm"), country="GB", namesake="largest")
    told = ("Wexley, Harrow", HARROW)
    known = replace(largest, may_be_in=("Harrow, Texas", "Lorn, Utah"))
    found = fused(("Mill Road, Wexley", known), told)
    assert statuses(found) == {"Wexley, Harrow": "held"}
    assert found.values[0].location == HARROW
    elsewhere = replace(largest, may_be_in=("Lorn, Utah",))
    assert len(fused(("Mill Road, Wexley", elsewhere), told).values) == 2


def test_a_street_of_a_quarter_is_in_the_town_though_a_namesake_lies_in_the_region() -> None:
    there = point("Lorn Park", 30.5, -95.0)
    found = fused(
        ("Mill Road, Lorn Park", there),
        ("Mill Road, Lorn Park", there),
        ("Lorn Park, Harrow", HARROW),
    )
    assert found.best is not None
    assert "Lorn Park" in found.best
    assert not found.disputed


def test_a_state_leaves_no_room_for_a_town_abroad() -> None:
    rows = (("Velmar", ABROAD), ("Velmar", ABROAD), ("United States", STATE))
    found = fused(*rows)
    assert [row.kind for row in found.contradictions] == ["real_conflict"]
    wrong = next(one for one in found.values if one.value == "United States")
    assert wrong.probability is not None
    assert wrong.probability < 0.5


LAND = replace(point("Syria", 33.5, 36.3, "", "country"), country="SY")
PROVINCE = replace(point("Dorn", 35.0, 38.0, "Dorn", "region"), country="SY")


@pytest.mark.parametrize("where", [LAND, None])
def test_a_village_refines_the_land_that_other_reports_tell(where: Location | None) -> None:
    found = fused(("Syria", LAND), ("Syria", LAND), ("Quellamar", where))
    assert (found.best, statuses(found)["Syria"]) == ("Quellamar", "refined")


def test_a_site_is_one_place_with_or_without_the_word_for_it_and_its_region() -> None:
    found = fused(("Quellamar gas field", LAND), ("Quellamar", PROVINCE), ("Quellamar mine", None))
    assert len(found.values) == 1
    assert found.best in ("Quellamar gas field", "Quellamar mine", "Quellamar")
