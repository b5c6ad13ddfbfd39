"""Sentences that tell of all who were shot that they live."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five people were shot at a picnic in Harrow. None of the injuries were "
            "life-threatening. Rolf Amund, 20, was found dead in Tarn last week.",
            "5",
        ),
        (
            "Four people were shot on Mill Lane. Their injuries were not life-threatening. "
            "A man was killed in Tarn on Sunday.",
            "4",
        ),
        (
            "A man was killed in Tarn on Sunday. Four people were shot on Mill Lane. "
            "The victims are in stable condition, police said.",
            "4",
        ),
    ],
)
def test_another_matters_dead_are_none_of_those_who_live(text: str, expected: str) -> None:
    assert read(text).values("wounded") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people were shot on Mill Lane. One of them was killed. "
            "Their injuries were not life-threatening.",
            "3",
        ),
        (
            "Four people were shot on Mill Lane. The other victims are in stable condition. "
            "A woman was killed there.",
            "3",
        ),
        (
            "Four people were shot on Mill Lane. All are in critical condition. "
            "One woman was killed, police said on Monday.",
            "3",
        ),
    ],
)
def test_a_death_among_them_and_words_of_some_take_the_dead_off(text: str, expected: str) -> None:
    assert read(text).values("wounded") == [expected]
