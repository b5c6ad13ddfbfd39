"""Names that look like persons, papers or other places, and are towns."""

import pytest

from tests.extract.place.test_resolving import area, located


def test_a_day_behind_a_town_makes_it_no_person() -> None:
    found = located("Three men were killed in an attack in Brooklyn Monday, police said.")
    assert area(found["Brooklyn"]) == ("US", "New York")


@pytest.mark.parametrize("outlet", ["CBS Chicago reported it.", "16:58 PDT CHICAGO -- It was."])
def test_an_outlet_or_a_time_before_a_town_makes_it_no_person(outlet: str) -> None:
    found = located(f"A man was shot outside a bar in Chicago. {outlet}")
    assert area(found["Chicago"]) == ("US", "Illinois")


def test_the_offices_of_a_town_make_it_no_person() -> None:
    found = located("Garner City Administrator Ann Lee said a boy was shot in Garner, Iowa.")
    assert area(found["Garner"]) == ("US", "Iowa")


@pytest.mark.parametrize("head", ["(AP) - A", "× A", "Photo: A"])
def test_an_article_behind_a_mark_is_no_part_of_a_name(head: str) -> None:
    text = f"{head} Mountain View man was charged in Mountain View, Missouri, on Monday."
    assert area(located(text)["Mountain View"]) == ("US", "Missouri")


def test_how_old_somebody_is_is_no_part_of_a_name() -> None:
    found = located("Sixteen-year-old Bradenton girl shot\n\nFlorida troopers came.")
    assert area(found["Bradenton"]) == ("US", "Florida")


def test_the_police_of_a_large_city_count_though_people_came_from_elsewhere() -> None:
    found = located(
        "A boy was shot in Clarksville, police said. Clarksville police came. His parents were"
        " visiting from Fort Riley, Kan."
    )
    assert area(found["Clarksville"]) == ("US", "Tennessee")


def test_an_ordinary_word_may_have_the_police_of_a_large_city() -> None:
    found = located("A boy was shot in the hand, according to Mobile police.")
    assert area(found["Mobile"]) == ("US", "Alabama")
    assert "Mobile" not in located("Mobile police came in two vans.")


@pytest.mark.parametrize(
    ("text", "words", "county"),
    [
        # a large city is no county, though the text names that county too
        (
            "Baltimore police came. A shed burned in Baltimore County, Maryland.",
            "Baltimore",
            "city",
        ),
        # nor is what heads a report
        (
            "HAMILTON (AP) - An Ohio boy was shot. He is from Hamilton County.",
            "HAMILTON",
            "city",
        ),
        ("Cook police came. A shed burned in Cook County, Illinois.", "Cook", "county"),
    ],
)
def test_which_names_stand_for_a_county(text: str, words: str, county: str) -> None:
    place = located(text)[words].place
    assert place is not None
    assert place.kind == county


@pytest.mark.parametrize("police", ["Charlotte Mecklenburg", "Savannah Chatham Metropolitan"])
def test_a_town_with_the_police_of_its_county_is_the_town(police: str) -> None:
    found = located(f"A man was shot on Monday, {police} Police said.")
    assert [one.place.kind for one in found.values() if one.place is not None] == ["city"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in Jackson Mississippi on Monday.",
        "Jackson Mississippi police found a man shot.",
        "Jackson Mississippi - A man was shot on Monday.",
    ],
)
def test_a_state_without_a_comma_tells_where_a_town_is(text: str) -> None:
    assert area(located(text)["Jackson"]) == ("US", "Mississippi")


def test_a_state_without_a_comma_in_which_no_town_of_the_name_is_tells_nothing() -> None:
    assert "Lisbon" not in located("Ann Lisbon Virginia Reed was shot.")
