"""Quarters of cities: by the table, where the text is about their region, and nowhere else."""

from importlib.resources import files

import pytest

from tests.extract.facts.reading import read
from tests.extract.place.test_resolving import area, located
from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import lookup
from whence.extract.place.quarters import city_around, city_with, quarters


def test_the_table_stays_small_and_holds_what_the_gazetteer_has_not() -> None:
    assert len((files(LEXICON) / "quarters.bin").read_bytes()) < 200_000
    assert [(one.region, one.county) for one in quarters("Frayser")] == [
        ("Tennessee", "Shelby County")
    ]
    assert quarters("qqxz") == ()
    assert not quarters("Downtown")


def test_a_quarter_belongs_to_the_city_right_there() -> None:
    (chicago,) = [one for one in lookup("Chatham") if one.county == "Cook County"]
    town = next(one for one in lookup("Chatham") if one.region == "New Jersey")
    around = city_around(chicago)
    assert around is not None
    assert (around.name, around.region) == ("Chicago", "Illinois")
    assert city_around(town) is None


def test_a_town_of_its_own_beside_a_city_is_no_quarter() -> None:
    for name, region in (("Bexley", "Ohio"), ("Bellaire", "Texas"), ("Glendale", "California")):
        (town,) = [one for one in lookup(name) if (one.kind, one.region) == ("city", region)]
        assert city_around(town) is None


def test_of_several_cities_of_a_region_none_is_taken() -> None:
    illinois = next(one for one in lookup("Illinois") if one.kind == "region")
    california = next(one for one in lookup("California") if one.kind == "region")
    city = city_with("East Garfield Park", illinois)
    assert city is not None
    assert city.name == "Chicago"
    assert city_with("East Garfield Park", california) is None
    assert city_with("Chinatown", california) is None  # San Francisco has one, and others


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        (
            "A barn burned in Homewood, Pittsburgh police said.",
            "Homewood",
            "Pennsylvania",
        ),
        ("Tennessee troopers came. A barn burned in Bordeaux.", "Bordeaux", "Tennessee"),
        # no quarter of a city of the region: the town of the name
        ("A barn burned in Homewood, Alabama.", "Homewood", "Alabama"),
        ("French police said a barn burned in Bordeaux.", "Bordeaux", "Nouvelle-Aquitaine"),
    ],
)
def test_a_quarter_is_meant_where_the_text_is_about_its_region(
    text: str, name: str, region: str
) -> None:
    assert area(located(text)[name])[1] == region


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        (
            "Two men were shot dead in Homewood on Monday. Pennsylvania troopers came.",
            "Homewood, Pittsburgh",
            "Homewood",
        ),
        (
            "Two men were shot dead in the Gert Town neighborhood. Louisiana troopers came.",
            "Gert Town, New Orleans",
            "Gert Town",
        ),
    ],
)
def test_the_incident_is_put_into_the_city_around_a_quarter(
    text: str, value: str, words: str
) -> None:
    page = read(text, "2020-03-04")
    (place,) = [fact for fact in page.facts if fact.slot == "place"]
    assert place.value == value
    assert place.spans[0].text == words
    assert place.note == f"a part of {value.partition(', ')[2]}, in United States"
    assert place.location is not None
    assert place.location.name == value.partition(", ")[2]


def test_a_city_that_the_text_names_is_quoted_with_its_quarter() -> None:
    page = read(
        "Two men were shot dead in Homewood on Monday. A man from Pittsburgh saw it. Pennsylvania"
        " troopers came.",
        "2020-03-04",
    )
    (place,) = [fact for fact in page.facts if fact.slot == "place"]
    assert place.value == "Homewood, Pittsburgh"
    assert [span.text for span in place.spans] == ["Homewood", "Pittsburgh"]
    assert place.note == "in United States"


def test_the_largest_of_a_name_is_put_into_no_city() -> None:
    page = read("Two men were shot dead in Hollywood on Monday.", "2020-03-04")
    (place,) = [fact for fact in page.facts if fact.slot == "place"]
    assert place.value == "Hollywood"
    assert place.location is not None
    assert "Los Angeles, California" in place.location.may_be_in


def test_a_park_called_like_a_quarter_is_in_its_city_where_the_county_is_told() -> None:
    page = read(
        "Two men were shot dead in Humboldt Park on Monday. Cook County deputies came.",
        "2020-03-04",
    )
    assert page.values("place") == ["Humboldt Park, Chicago"]
    elsewhere = read(
        "Two men were shot dead in Humboldt Park on Monday. Will County deputies came.",
        "2020-03-04",
    )
    assert "Chicago" not in elsewhere.values("place")[0]


def test_the_largest_of_a_name_is_told_with_the_cities_that_have_a_quarter_of_it() -> None:
    page = read("Two men were shot dead in Homewood on Monday.", "2020-03-04")
    (place,) = [fact for fact in page.facts if fact.slot == "place"]
    assert place.value == "Homewood"
    assert place.location is not None
    assert place.location.namesake == "largest"
    assert place.location.may_be_in == ("Baltimore, Maryland", "Pittsburgh, Pennsylvania")
