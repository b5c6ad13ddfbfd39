"""What mentions of a place say for its being where the incident was."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Welder Dead, Another Hurt in St. Paul Shooting\n\nPolice came.", "Saint Paul"),
        ("Third Man Charged in Fatal St. Paul Shooting\n\nPolice came.", "Saint Paul"),
        ("Police Ask for Help After Deadly Toledo Drive-By\n\nNobody was held.", "Toledo"),
    ],
)
def test_a_headline_in_capitals_names_the_town_of_the_event(text: str, place: str) -> None:
    value = read(text, "2020-03-04", title=True).values("place")[0]
    assert value.partition(",")[0].replace("St.", "Saint") == place


def test_a_headline_in_capitals_keeps_the_names_that_open_with_such_a_word() -> None:
    page = read("Two Hikers Found Shot in Death Valley\n\nRangers came.", title=True)
    assert page.values("place") != ["Valley"]
    assert all("Death Valley" in value for value in page.values("place"))


@pytest.mark.parametrize(
    "held",
    [
        "He is held at the detention center in Toledo, Ohio.",
        "The body will be sent to Toledo, Ohio for an autopsy.",
        "Examinations are set for Friday at the Medical Examiner's Office in Toledo, Ohio.",
    ],
)
def test_where_somebody_is_held_or_examined_is_not_where_it_was(held: str) -> None:
    page = read(
        f"A clerk was shot at a home in Putnam County, Ohio on Monday, deputies said. {held}",
        "2020-03-04",
    )
    assert page.values("place") == ["Putnam County, Ohio"]


def test_a_shooting_outside_a_courthouse_is_where_the_courthouse_stands() -> None:
    page = read("A clerk was shot outside the courthouse in Toledo, Ohio on Monday.", "2020-03-04")
    assert page.values("place") == ["Toledo, Ohio"]


def test_teens_arraigned_in_the_shooting_of_a_town_were_not_elsewhere() -> None:
    page = read("Teens arraigned in weekend Toledo shooting\n\nTwo men were hurt.", title=True)
    assert page.values("place") == ["Toledo"]


def test_whose_somebody_is_is_not_where_it_was() -> None:
    page = read(
        "A blast at the U.S.-led force's depot killed two on Monday. The U.S.-led force has been in"
        " Kenya since May, where the attack was.",
        "2020-03-04",
    )
    assert "United States" not in page.values("place")


def test_the_police_that_a_mother_serves_are_not_the_towns_of_the_event() -> None:
    page = read(
        "A boy, the son of a Toledo, Ohio police officer, was shot in Akron, Ohio on Monday.",
        "2020-03-04",
    )
    assert page.values("place") == ["Akron, Ohio"]


def test_a_county_with_the_event_goes_before_a_town_somebody_is_from() -> None:
    page = read(
        "CONEJOS COUNTY, Colo. (AP) - A boy was shot while camping in Conejos County on Monday.\n\n"
        "Three generations of an Albuquerque family were camping there, the sheriff said.",
        "2020-03-04",
    )
    assert page.values("place") == ["Conejos County, Colorado"]


def test_a_quarter_is_of_the_city_whose_police_a_report_names() -> None:
    page = read(
        "A clerk shot himself on Monday in the Washington Heights neighborhood, according to"
        " Chicago Police.",
        "2020-03-04",
    )
    assert page.values("place") == ["Washington Heights, Chicago"]


def test_a_community_is_a_place_however_it_is_written() -> None:
    page = read(
        "A clerk was shot on Monday in the Horton Community, said deputies in Alabama.",
        "2020-03-04",
    )
    assert "Horton, Alabama" in page.values("place")


@pytest.mark.parametrize("city", ["Kabul", "the Afghan capital"])
def test_a_base_north_of_a_city_is_not_in_it(city: str) -> None:
    page = read(
        f"A plane crashed at Bagram Air Field, north of {city}, on Monday, killing seven people.",
        "2020-03-04",
    )
    assert page.values("place") == ["Bagram Air Field"]


def test_where_those_were_who_contributed_is_not_where_it_was() -> None:
    page = read(
        "A plane crashed at a base in Afghanistan on Monday, killing seven people. The crash in"
        " Afghanistan is being looked into.\n\nAnn Lee in Lisbon and Tom Vey in Kabul contributed"
        " to this report.",
        "2020-03-04",
    )
    assert page.values("place") == ["Afghanistan"]


def test_what_contributed_to_a_crash_is_no_author() -> None:
    page = read(
        "Speed contributed to a fatal crash in Toledo, Ohio on Monday. Akron police are looking"
        " into it.",
        "2020-03-04",
    )
    assert page.values("place") == ["Toledo, Ohio"]
