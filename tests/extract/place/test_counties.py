"""Counties: known by name alone, beside a town of the name, around the towns of a text."""

import pytest

from tests.extract.place.test_resolving import area, located


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Calaveras County Coroner's Office named him.", "Calaveras County"),
        ("A Calaveras County teenager fell ill.", "Calaveras County"),
        ("Tests by Calaveras County took a week.", "Calaveras County"),
    ],
)
def test_what_one_county_alone_is_called_needs_nothing_beside_it(text: str, name: str) -> None:
    place = located(text)[name].place
    assert place is not None
    assert (place.kind, place.region) == ("county", "California")


def test_a_town_is_the_one_that_lies_in_the_county_of_its_name() -> None:
    found = located("A Marion boy was hurt in Marion County. Nobody in Wichita knew of him.")
    place = found["Marion"].place
    assert place is not None
    assert (place.kind, place.region) == ("city", "Kansas")


def test_a_county_in_a_region_that_the_text_names_stays_that_county() -> None:
    found = located("Georgia troopers came. DeKalb police and a DeKalb County judge spoke.")
    place = found["DeKalb"].place
    assert place is not None
    assert (place.kind, place.region) == ("county", "Georgia")


def test_a_county_is_the_one_that_holds_a_town_of_the_text() -> None:
    found = located("Fayette County deputies came. He was shot outside of Oak Hill.")
    assert area(found["Fayette County"]) == ("US", "West Virginia")
    assert area(found["Oak Hill"]) == ("US", "West Virginia")


def test_a_county_behind_an_unknown_town_lies_in_the_region_of_the_text() -> None:
    found = located("Pennsylvania troopers found him in Quellby, Monroe County, before dawn.")
    assert area(found["Quellby"]) == ("US", "Pennsylvania")


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_county_with_a_possessive_name_is_no_town_of_the_name(mark: str) -> None:
    found = located(f"The barn in Queen Anne{mark}s County burned.")
    assert list(found) == [f"Queen Anne{mark}s County"]
    assert area(found[f"Queen Anne{mark}s County"]) == ("US", "Maryland")
