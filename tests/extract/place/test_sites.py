"""Sites abroad, away from towns: the text says what they are, and no gazetteer has them."""

import pytest

from tests.extract.place.test_resolving import located
from whence.extract.place.words import titled


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Two died at the Quella Dorn gas field, Iraq said.", "Quella Dorn", "gas field"),
        ("There was an attack on the Quellamar mine in Kenya.", "Quellamar", "mine"),
        ("Five died at the Quellamar bend, Kenya said.", "Quellamar", "bend"),
        ("A watchman died at the Quellamar flour mill, Kenya said.", "Quellamar", "flour mill"),
        ("Missiles fell on the weekly market of Quellamar, Kenya said.", "Quellamar", "market"),
        ("Three died in the camp of Quellamar, Kenya said.", "Quellamar", "camp"),
    ],
)
def test_a_site_is_told_with_the_word_for_what_it_is(text: str, words: str, name: str) -> None:
    found = located(text)[words]
    assert (found.evidence, found.name, found.place) == ("told", f"{words} {name}", None)


@pytest.mark.parametrize(
    "text",
    [
        # a people, a day, a person, an ordinary camp
        "Two died at the Kenyan gas field.",
        "Two died in the Sunday market, Kenya said.",
        "Two died at President Quellamar camp, Kenya said.",
        "Two died near the Quellamar while camp was struck, Kenya said.",
        # where papers write a region, a site is a building of a town
        "Two died at the Quellamar mine, Ohio troopers said.",
    ],
)
def test_what_is_no_site_is_none(text: str) -> None:
    assert all(one.evidence != "told" for one in located(text).values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ten were killed in Quella-Dorn in July, Kenya said.", "Quella-Dorn"),
        ("Men stormed the village of Quell-e Dorn in Kenya.", "Quell-e Dorn"),
        ("The pipeline was bombed at La Quella in July, Kenya said.", "La Quella"),
        ("Four have been missing in the Quellamar district, Kenya said.", "Quellamar"),
    ],
)
def test_names_of_joined_and_short_words_are_names(text: str, name: str) -> None:
    assert located(text)[name].name == name


@pytest.mark.parametrize(
    "text",
    [
        "Ten were killed in Quella-backed raids in July, Kenya said.",
        "Ten were killed in neighbouring Quellamar in July, Kenya said.",
        "Ten were shot in Nairobi in May and later buried at Quellamar, Kenya said.",
        "It shot down the aircraft of Quella in Quella Relief, Kenya said.",
    ],
)
def test_what_is_elsewhere_or_no_name_is_no_place_of_the_event(text: str) -> None:
    assert not [word for word in located(text) if word.startswith("Quella")]


def test_a_text_about_a_land_of_which_washington_speaks_is_about_that_land() -> None:
    text = "Two died at the Quella Dorn gas field in Iraq. Washington blamed nobody. Iraqis wept."
    assert located(text)["Quella Dorn"].evidence == "told"


def test_a_district_is_the_county_abroad_that_is_called_so() -> None:
    assert located("Ten were killed in Muqur district, Afghanistan said.")["Muqur"].place


def test_a_land_of_which_a_text_names_a_town_is_no_region_elsewhere() -> None:
    found = located("TBILISI - A train derailed in Georgia.", "Train derails in Georgia")
    assert [one.place.kind for one in found.values() if one.place] == ["city", "country"]


def test_the_head_of_a_report_in_capitals_counts_as_one_that_tells_the_place() -> None:
    text = "QUELLAMAR - Only the mast is to be seen. An owner in Quellamar, Norway, said so."
    assert located(text)["Quellamar"].evidence == "located"


def test_a_name_in_capitals_is_told_with_its_small_words() -> None:
    assert titled("QUELLA-AUX-DORNS") == "Quella-aux-Dorns"


def test_a_port_of_two_words_is_not_the_town_of_the_second() -> None:
    assert "Toledo" not in located("The fire at Port Toledo in 1996 was lit in Ohio.")
