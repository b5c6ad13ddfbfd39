"""Regions as papers write them, and towns with and without an Arabic article."""

import pytest

from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.place.gazetteer import lookup
from whence.extract.prose import prose


@pytest.mark.parametrize(
    ("written", "region", "country"),
    [
        ("Zamfara", "Zamfara State", "NG"),
        ("Zamfara State", "Zamfara State", "NG"),
        ("Borno", "Borno State", "NG"),  # a village in Italy is called so as well
        ("Kunar Province", "Kunar", "AF"),
        ("Anbar Province", "Al Anbar", "IQ"),
        ("North Kivu", "Nord Kivu", "CD"),
        ("South Kordofan", "Southern Kordofan", "SD"),
        ("Cabo Delgado", "Cabo Delgado Province", "MZ"),
    ],
)
def test_a_region_is_found_as_papers_write_it(written: str, region: str, country: str) -> None:
    found = [one for one in lookup(written) if one.kind == "region"]
    assert [(one.name, one.country) for one in found] == [(region, country)]


def test_a_state_is_no_region_of_its_neighbour() -> None:
    assert [one.kind for one in lookup("Niger")] == ["country"]


@pytest.mark.parametrize("word", ["Capital", "Northern Province", "Harrow State", "Eastern"])
def test_an_ordinary_word_is_no_region(word: str) -> None:
    assert not [one for one in lookup(word) if one.kind == "region" and one.name != word]


@pytest.mark.parametrize("written", ["El Bab", "al-Bab", "Al Bab"])
def test_one_article_stands_for_another(written: str) -> None:
    assert lookup(written)[0].country == "SY"


def test_the_region_of_a_town_is_no_town() -> None:
    found = locate(prose(document("Ten died in the Belgorod region of Russia on Monday.")))
    assert [one.place.kind for one in found if one.place and one.name == "Belgorod"] == ["region"]
