"""Where it was, by title and first sentences, in reports of lands that name many towns."""

import pytest
from msgspec.structs import replace

from tests.extract.facts.reading import read, read_document
from tests.extract.texts import document


def place(title: str, text: str) -> list[str]:
    """Return the place of the incident that a report with a title tells."""
    return read_document(replace(document(text), title=title)).values("place")


def test_of_two_towns_the_one_in_the_title_is_where_it_was() -> None:
    text = (
        "A shelling killed ten at a market in Dori, Burkina Faso said. The roof is gone.\n"
        "A nurse hid for an hour. On the same day a drone hit a depot at Kaya; two were burned."
    )
    assert place("Shells fall on market in Dori", text) == ["Dori"]


def test_a_town_that_only_speaks_in_the_title_is_not_where_it_was() -> None:
    text = "KABUL: Afghanistan on Friday called the report of a raid on a guard post a lie."
    assert read_document(replace(document(text), title="Kabul says post was not raided")).facts == (
        read(text).facts
    )


def test_what_the_end_of_a_report_recalls_is_elsewhere() -> None:
    text = (
        "Armed men kidnapped ten pupils from a bus in Dori. Burkina Faso sent troops.\n"
        "A girl hid under a seat. The driver was beaten. Only in June a band admitted to having "
        "kidnapped five clerks at Kaya."
    )
    assert place("Pupils seized from bus", text) == ["Dori"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # where somebody still is
        ("A bomb killed ten in Dori. The man who sent it is still in Kaya.", "Dori"),
        # where the wounded were brought
        ("A bomb killed ten in Dori. The others were evacuated to Kaya.", "Dori"),
        ("A bomb exploded and killed ten in Dori, an officer in Kaya said.", "Dori"),
        # who speaks there
        ("A bomb killed ten in Dori. Ann Sawa, of a mine office in Kaya, denied it.", "Dori"),
        # a hospital that was struck, and no one in which the wounded lie
        ("The shelling of a hospital in Dori killed ten.", "Dori"),
    ],
)
def test_where_people_are_is_not_where_it_was(text: str, value: str) -> None:
    assert read(f"Burkina Faso is in shock. {text}").values("place") == [value]


def test_who_denies_a_deed_does_not_deny_where_it_was() -> None:
    page = read("Burkina Faso's rebels denied the bombing of a market in Dori.")
    assert [fact.hedge for fact in page.facts if fact.slot == "place"] == [3]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # what it lies in
        ("Ten died in an attack on Quellamar, in the Dori district of Burkina Faso.", "Quellamar"),
        # whose people are told of
        ("The mayor of Quellamar, a town in Burkina Faso, was shot dead.", "Quellamar"),
        ("Ten died in a blast in Quellamar upazila. Police came.", "Quellamar"),
        # a city is no village
        ("Ten died in Lyon village. Burkina Faso sent troops.", "Lyon"),
        ("A bomb killed ten on the road between Kaya and Quellamar, men in Dori said.", "Kaya"),
    ],
)
def test_a_village_is_told_by_its_own_name(text: str, value: str) -> None:
    page = read(f"{text} The army came. In May a bomb had killed six at Ouahigouya.")
    facts = [fact for fact in page.facts if fact.slot == "place"]
    assert [fact.value.partition(",")[0] for fact in facts] == [value]
    assert facts[0].location is not None
    assert facts[0].location.country == "BF"


def test_what_befell_another_town_earlier_is_not_where_it_was() -> None:
    page = read(
        "Gunmen blew up a pipeline near Dori, the army of Burkina Faso said. "
        "The line was also attacked in July at Kaya, where two were killed."
    )
    assert page.values("place") == ["Dori"]


def test_the_people_of_a_village_that_was_attacked_tell_its_name() -> None:
    page = read("Gunmen attacked Quellamar community in Burkina Faso, killing ten. Police came.")
    assert page.values("place") == ["Quellamar"]


def test_whose_village_it_is_says_its_land_and_who_acts_does_not() -> None:
    page = read(
        "Shells from Azerbaijan fell on the Armenian border village of Quellamar on Friday."
    )
    (fact,) = (one for one in page.facts if one.slot == "place")
    assert fact.location is not None
    assert (fact.value, fact.location.country) == ("Quellamar", "AM")
    page = read(
        "Azerbaijan said it had not shelled the settlement of Quellamar, an Armenian paper says."
    )
    assert all(one.location is None for one in page.facts if one.value == "Quellamar")


def test_a_short_form_of_two_regions_is_that_of_the_towns_own() -> None:
    text = "APATZINGÁN, Mich. A cart ran over a mine on Friday. Two pickers were killed here."
    (fact,) = (one for one in read(text).facts if one.slot == "place")
    assert fact.location is not None
    assert fact.location.country == "MX"


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        # no land is named, but a word for the place that one land has
        ("Shrine set on fire", "A mob burned a shrine at Quella upazila on Friday.", "Quella"),
        # its villagers
        ("Quellé killings", "Men killed the villagers of Quellé. Burkina Faso mourns.", "Quellé"),
    ],
)
def test_a_place_of_a_land_that_a_text_hardly_names(title: str, text: str, value: str) -> None:
    (told,) = place(title, text)
    assert value in told


def test_a_small_word_within_a_name_makes_its_first_word_no_town() -> None:
    text = "The mayor of a town in Lanao del Sur was shot. The Philippines is in shock."
    assert "Lanao" not in place("Mayor shot", text)
