"""Towns that no gazetteer has, by their police; and counties that are not meant."""

import pytest

from tests.extract.texts import document
from whence.extract.place.find import locate
from whence.extract.prose import prose

TOWNS = ("Quellby", "Port Quellby", "Harrowmere")


def _towns(text: str, title: str | None = None) -> list[tuple[str, str]]:
    found = locate(prose(document(text, title=title)))
    return [(one.span.text, one.evidence) for one in found if not one.facility]


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize(
    "text",
    [
        "A boy was shot in the leg on Tuesday, {} police said.",
        "The {} Police Department said a boy was shot in the leg.",
        "Neighbors called the {} Sheriff's Office after a boy was shot.",
    ],
)
def test_its_police_make_a_name_a_town(town: str, text: str) -> None:
    assert _towns(text.format(town)) == [(town, "force")]


@pytest.mark.parametrize(
    "body",
    ["Campus", "Transit", "Navajo Nation", "Harrow University", "Metro", "State", "Initial"],
)
@pytest.mark.parametrize("text", ["{0} police held a man. {0} police shot no one.", "{0} Police."])
def test_bodies_and_words_with_police_are_no_towns(body: str, text: str) -> None:
    assert body not in [name for name, _ in _towns(text.format(body))]


def test_the_police_of_another_town_make_none() -> None:
    text = "A boy was shot in Tuscaloosa, Alabama. Tuscaloosa police and Quellby police came."
    assert "Quellby" not in [name for name, _ in _towns(text)]


def test_a_side_of_a_town_is_told_as_the_town() -> None:
    text = "A boy was shot in Southwest Quellby. The Quellby Police Department held a man."
    assert {name for name, _ in _towns(text)} == {"Quellby"}


def test_a_town_at_the_head_that_something_happened_in() -> None:
    text = "QUELLBY (WXYZ) - A guard died of a gunshot at a mall in Quellby on Friday."
    assert ("Quellby", "located") in _towns(text)


@pytest.mark.parametrize("text", ["A boy was shot in {}.", "The {} Police Department held a man."])
def test_a_small_county_is_not_meant_by_its_bare_name(text: str) -> None:
    bare = locate(prose(document(text.format("Klamath"))))
    assert [one.place for one in bare if not one.facility] == [None]
    whole = locate(prose(document(text.format("Klamath") + " Klamath County deputies came.")))
    assert {one.place.kind for one in whole if one.place is not None} == {"county"}


def test_of_a_large_county_the_word_is_left_out() -> None:
    (one,) = locate(prose(document("A boy was shot, Gwinnett police said.")))
    assert one.place is not None
    assert one.place.kind == "county"


def test_police_of_a_town_whose_namesakes_lie_elsewhere() -> None:
    text = "A man was shot. Savannah police held a man. He lived in Ashland City, Tennessee."
    found = [one for one in locate(prose(document(text))) if one.name == "Savannah"]
    assert {one.place.region for one in found if one.place is not None} <= {"Tennessee"}
    assert found
