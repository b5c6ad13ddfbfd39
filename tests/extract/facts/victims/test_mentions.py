"""Mentions of single persons."""

import pytest

from whence.extract.facts.victims.mentions import persons
from whence.extract.facts.victims.person import full_names
from whence.extract.prose import tokenize


def found(text: str) -> list[str]:
    """Return the words of every person that a sentence mentions."""
    tokens = tokenize(text)
    return [text[tokens[p.first].start : tokens[p.last - 1].end] for p in persons(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 17-year-old boy fled.", ["A 17-year-old boy"]),
        ("A 17-year-old was hurt.", ["A 17-year-old"]),
        ("A three-year-old was hurt.", ["A three-year-old"]),
        ("The victim, a 16-year-old boy, was hurt.", ["The victim, a 16-year-old boy"]),
        ("The man, a boy and a dog were hurt.", ["The man", "a boy"]),
        ("Man Killed, Four Others Hurt In Harbour Row", ["Man"]),
        ("Police said his brother Orin Hale, 33, was hurt.", ["his brother Orin Hale, 33"]),
        ("The victim, identified as Orin B. Hale, was hurt.",
         ["The victim, identified as Orin B. Hale"]),
        ("The man's car was hurt by the police officers.", []),
        ("One of his friends was hurt.", ["One of his friends"]),
        ("Her car hit her.", ["her"]),
        ("Orin “Duke” Hale, a 24-year-old man, died.", ["Orin “Duke” Hale, a 24-year-old man"]),
        ("A young, unarmed man was hurt on Quarry Road.", ["A young, unarmed man"]),
        ("The Hartwell gunman fled.", ["The Hartwell gunman"]),
        ("A shot hit a Hartwell police officer.", ["a Hartwell police officer"]),
        ("A shot hit a family member and a relative.", ["a family member", "a relative"]),
        ("A shot hit the police officers.", []),
    ],
)  # fmt: skip
def test_persons_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_age_and_sex_are_read() -> None:
    (one,) = persons(tokenize("A 9-month-old girl was hurt."))
    assert (one.sex, one.ages) == ("female", (0, 0))
    (other,) = persons(tokenize("Orin Hale, 41, was hurt."))
    assert (other.names, other.ages) == (("orin", "hale"), (41, 41))


def test_a_surname_takes_up_the_full_name_with_its_age() -> None:
    known = full_names(persons(tokenize("Orin Hale, 41, was seen.")))
    (one,) = persons(tokenize("Later Hale was hurt."), known)
    assert (one.names, one.ages) == (("orin", "hale"), (41, 41))


def test_a_surname_of_two_is_nobody_s() -> None:
    known = full_names(persons(tokenize("Orin Hale and Ann Hale were seen.")))
    assert "hale" not in known


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("22-month-old", 1),
        ("twenty-two-month-old", 1),
        ("ten-week-old", 0),
        ("six-year-old", 6),
        ("twenty-six-year-old", 26),
        ("6-year-old", 6),
    ],
)
def test_ages_in_words_and_months_are_years(words: str, years: int) -> None:
    (one,) = persons(tokenize(f"A {words} girl was hurt."))
    assert one.ages == (years, years)


def test_a_word_before_year_old_that_is_no_number_is_no_age() -> None:
    (one,) = persons(tokenize("A several-year-old girl was hurt."))
    assert one.ages == (0, 19)
