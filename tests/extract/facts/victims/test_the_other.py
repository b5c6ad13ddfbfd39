"""Ordinals and "the other" among victims who are told of already; where one of both died."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A man and a woman were shot. The first victim was hit in the leg. "
         "The second victim was shot in the arm.", [], ["2"]),
        ("A man was killed and a woman was wounded. The second victim was taken to a hospital.",
         ["1"], ["1"]),
        ("A man was killed and a woman was wounded. The other victim is in critical condition.",
         ["1"], ["1"]),
        ("A man was shot. The second victim was shot in the arm.", [], ["2"]),
        ("A man and a woman were hurt. A boy and the other woman were pronounced dead.",
         ["2"], ["2"]),
        ("A man and a woman were killed. The other victim was taken to a hospital.",
         ["2"], ["1"]),
        ("A man was shot on Mill Road. The other man was shot in the arm.", [], ["2"]),
    ],
)  # fmt: skip
def test_who_is_told_of_already(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("One person was killed and another injured. Both were taken to a hospital, "
         "where the man died.", ["1"], ["1"]),
        ("A woman and a child were found shot. Both victims were taken to a hospital, where the "
         "child later died.", ["1"], ["1"]),
    ],
)  # fmt: skip
def test_one_of_both_died_there(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)


def test_who_was_shot_and_died_is_the_one_who_died() -> None:
    page = read(
        "A man was killed and a woman was wounded. Ilo Marsh was shot several times and died. "
        "Ida Holt was hit once."
    )
    assert (page.values("killed"), page.values("wounded")) == (["1"], ["1"])


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Two men were shot. All three victims are expected to recover.", ["3"]),
        ("Two men were shot. The five victims are in stable condition.", ["5"]),
        ("One man died and two others were hurt. Both victims are expected to survive.", ["2"]),
    ],
)
def test_all_who_are_told_to_live_are_counted(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


def test_who_rides_is_not_who_drives() -> None:
    text = (
        "The passenger shot himself in the hand when the gun accidentally went off. "
        "The driver was pronounced dead."
    )
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (["1"], ["1"])
    assert read("A passenger was shot. The driver was hurt.").values("wounded") == ["2"]
