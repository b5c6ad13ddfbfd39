"""Towns that no gazetteer has, and namesakes of small ones: the text says what they are."""

import pytest

from tests.extract.place.test_resolving import area, located
from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.prose import prose

OHIO = "Ohio troopers came. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("There was a shooting in rural Quellby before dawn, police said.", "Quellby"),
        ("There was a shooting in nearby Quellby.", "Quellby"),
        ("The shooting was near the creek, northwest of Quellby, they said.", "Quellby"),
        ("A child was found in Quellby City who had no name.", "Quellby City"),
        ("They came to 6902 North Mill Road, Quellby, Ohio, and found a boy.", "Quellby"),
        ("A Fort Quellby man fled. The Fort Quellby man was found.", "Fort Quellby"),
        ("There was a shooting in Cedar Grove.", "Cedar Grove"),  # a small town elsewhere
        ("It was on Farmers Mill Road in White Plains that he was shot.", "White Plains"),
    ],
)
def test_a_town_of_the_region_that_the_text_is_about(text: str, name: str) -> None:
    assert area(located(OHIO + text)[name]) == ("US", "Ohio")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A barn of Quellby burned.", "Quellby"),
        ("He spoke of Quellby and of others.", "Quellby"),
        ("The Quellby home burned.", "Quellby"),
        ("A Quellby man fled.", "Quellby"),  # once is little
        ("She lives in the Quellby.", "Quellby"),
        # a person of the name, whom no list of given names knows
        ("The death of Tyrvel Quellby resulted from a shooting in Quellby.", "Quellby"),
        ("Amarvi Quellby, 7, stood near. The shooting resulted in Amarvi being shot.", "Amarvi"),
        ("He worked at Quellby Foods. A man at Quellby Foods knew him.", "Quellby Foods"),
    ],
)
def test_what_says_too_little_of_a_name_makes_no_town_of_it(text: str, name: str) -> None:
    assert name not in located(OHIO + text)


def test_a_large_namesake_stays_where_it_is() -> None:
    found = located(f"{OHIO}It was on Farmers Mill Road in Denver that he was shot.")
    assert "Denver" not in found or area(found["Denver"]) == ("US", "Colorado")


def test_a_known_town_that_people_are_called_by_has_no_namesake_here() -> None:
    text = f"{OHIO}A Boston man fled. The Boston man was found in Toledo."
    found = [one for one in locate(prose(document(text))) if one.span.text == "Boston"]
    assert {area(one) for one in found} == {("US", "Massachusetts")}


def test_once_a_town_is_told_it_is_one_wherever_its_name_stands() -> None:
    text = f"{OHIO}There was a shooting in rural Quellby. Quellby Mayor Ana Ruiz came."
    found = [one for one in locate(prose(document(text))) if one.span.text == "Quellby"]
    assert [one.evidence for one in found] == ["located", "plain"]


@pytest.mark.parametrize(
    "text",
    [
        "They stood outside the Stone Mountain home where he was killed.",
        "The Stone Mountain home where he was killed burned.",
    ],
)
def test_a_home_that_is_called_by_a_town_stands_there(text: str) -> None:
    assert area(located(text)["Stone Mountain"]) == ("US", "Georgia")


def test_a_sheriff_of_the_only_county_of_a_name_is_known_anywhere() -> None:
    text = "Officers from Boston, Chicago and the Saginaw County Sheriff came, Ohio police said."
    assert area(located(text)["Saginaw County"]) == ("US", "Michigan")


def test_a_family_called_by_its_town_is_of_it_where_the_county_is_named() -> None:
    text = "HENRY COUNTY, Ga. - A McDonough family grieves. He was shot on King Road in McDonough."
    found = located(text)
    assert area(found["McDonough"]) == ("US", "Georgia")
