"""Ages behind those counted, and numbers refused, are no counts."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Two men, 18 and 20, were shot.", ["2"]),
        ("Three boys, 14, 15 and 16, were shot.", ["3"]),
        ("Two men, 18 and 20 years old, were shot.", ["2"]),
        ("Two women, 24 and 29, and a 12-year-old boy were treated for wounds.", ["3"]),
        ("Two men, 18 and 20, and 30 others were hurt.", ["32"]),
        ("Four people, not five, were shot.", ["4"]),
        ("A boy of 12 was shot, and a man of 57 was hurt.", ["2"]),
    ],
)
def test_ages_and_numbers_refused_are_not_counted(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


def test_the_words_of_a_count_end_before_the_comma_of_its_ages() -> None:
    page = read("The gunman killed two men, 18 and 20, on Monday.")
    assert page.words("killed") == ["killed two men, 18 and 20"]


def test_a_girl_of_fifteen_is_one() -> None:
    page = read("A girl of 15, Ilka, and her neighbour, Jana, 14, were killed.")
    assert "15" not in page.values("killed")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A passenger of 55 who died in the fire had set it.", ["1"]),
        ("A girl of three died on Friday.", ["1"]),
        ("A crew of 12 died in the fire.", ["12"]),
    ],
)
def test_the_age_of_one_person_counts_nobody(text: str, killed: list[str]) -> None:
    assert read(text).values("killed") == killed
