"""Whose wound it is, and what is no wound at all: grammar of subject, object and aside."""

import pytest

from tests.extract.facts.reading import read


def told(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and of wounded in the incident itself."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("He became ill, was transported to the hospital for examination and was cleared.", []),
        ("Two guards were taken to a hospital with chest pains.", []),
        ("He was taken to a hospital for a psychiatric evaluation.", []),
        ("He was shot in the leg and taken to a hospital, where he had a seizure.", ["1"]),
    ],
)
def test_an_illness_is_no_wound(text: str, wounded: list[str]) -> None:
    assert told(text)[1] == wounded


@pytest.mark.parametrize(
    "text",
    [
        "The veteran detective hurt by gunfire suffered an injury to her hand. "
        "The detective, a 20-year veteran of the force, was taken to the hospital.",
        "The deputy was shot. The deputy, a father of two, was flown to a hospital.",
    ],
)
def test_an_aside_tells_of_the_same_person(text: str) -> None:
    assert told(text)[1] == ["1"]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("The clerk, a boy and a girl were shot.", ["3"]),
        ("The deputy, a clerk, was shot.", ["1"]),
        ("A man shot the deputy,", ["1"]),
        ("The clerk, a nurse, a boy and a girl were shot.", ["4"]),
    ],
)
def test_a_list_is_no_aside(text: str, wounded: list[str]) -> None:
    assert told(text)[1] == wounded


def test_a_reflexive_goes_back_to_its_own_subject() -> None:
    text = "A Harrow cook faces charges after his 10-year-old son shot himself, injuring himself."
    assert told(text)[1] == ["1"]
    assert read(text).words("wounded") == ["his 10-year-old son shot himself, injuring himself"]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("The 9-year-old boy shot through the floor, hitting a 13-year-old clerk in the leg.",
         ["1"]),
        ("The boy held the gun and shot it toward a clerk, hitting her in the leg.", ["1"]),
        ("A man was shot through the chest.", ["1"]),
        ("A man shot through the upper chest is in critical condition.", ["1"]),
        ("The officer whose helmet was struck by gunfire walked away.", []),
        ("The officer whose hand was struck by gunfire walked away.", ["1"]),
        ("Doctors treated a woman whose legs were severely injured.", ["1"]),
        ("The man, whose name was not released, was shot.", ["1"]),
        ("He took aim and shot both the clerk and a boy.", ["2"]),
        ("Her friend hid from the gunman and survived.", []),
        ("Doctors said the girl, whom he did not identify, was in surgery.", ["1"]),
        ("A father told a police officer explaining the child was shot.", ["1"]),
        ("Ida Worth charged a man of 80 whose great-grandson shot himself.", ["1"]),
    ],
)  # fmt: skip
def test_who_was_struck(text: str, wounded: list[str]) -> None:
    assert told(text)[1] == wounded


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Doctors said the girl, whom he did not identify, was in surgery.", "girl"),
        ("A father told a police officer explaining the child was shot.", "the child"),
        ("Ida Worth charged a man of 80 whose great-grandson shot himself.", "great-grandson"),
    ],
)
def test_the_words_are_those_of_whom_it_befell(text: str, word: str) -> None:
    words = read(text).words("wounded")[0]
    assert words.removeprefix("the ").startswith(word.removeprefix("the "))


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A man was found wounded.", [], ["1"]),
        ("A man was left critically injured.", [], ["1"]),
        ("Two men were found wounded in a yard.", [], ["2"]),
        ("Three people were left wounded.", [], ["3"]),
        ("Bo Perrin, 16, was found fatally wounded on the porch.", ["1"], []),
    ],
)
def test_found_or_left_wounded(text: str, killed: list[str], wounded: list[str]) -> None:
    assert told(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Two men were walking home when they were shot.", ["2"]),
        ("Four people were standing outside before being shot.", ["4"]),
        ("A man and a woman were walking their dog when they were shot.", ["2"]),
        ("Four people were sitting in a car when they were shot at by a gunman.", []),
        ("Two men had left three clerks when they were shot.", []),
        ("Two officers chased a man before he was shot.", ["1"]),
        ("According to the two men, the guard died after being shot.", []),
        ("Two men drove off and a fifth fell while being shot.", []),
    ],
)
def test_they_are_the_people_of_the_sentence(text: str, wounded: list[str]) -> None:
    assert told(text)[1] == wounded


def test_who_is_in_stable_condition_is_none_of_the_dead() -> None:
    text = (
        "A man shot and killed two sisters, then turned the gun on himself. He first shot their "
        "brother. The brother was taken to a hospital in stable condition."
    )
    assert told(text) == (["3"], ["1"])


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Three men were shot as a fourth shooting victim was found miles away.", ["at least 4"]),
        ("Officers found a gunshot victim in the yard.", ["1"]),
        ("The gates are shut when a gunshot victim is brought in.", []),
        ("The shooting victim was found.", []),
    ],
)
def test_a_victim_of_a_shooting_is_found(text: str, wounded: list[str]) -> None:
    assert told(text)[1] == wounded
