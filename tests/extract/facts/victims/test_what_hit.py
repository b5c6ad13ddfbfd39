"""What hit somebody, told by the shot, by the part of a body, or without a verb of its own."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("The gun went off, striking a clerk.", ["1"]),
        ("Someone opened fire, hitting a clerk.", ["1"]),
        ("Officers returned fire, striking the suspect.", ["1"]),
        ("Someone fired shots and a clerk was hit.", ["1"]),
        ("A man fired shots and hit a clerk with a bat.", []),
        ("A man fired shots, and a clerk was hit by a car.", []),
        ("The driver took off, hitting a clerk.", []),
        ("Gunmen fired at a bus, hitting a tree.", []),
    ],
)
def test_a_shot_told_before_hits(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A bullet grazed a clerk's head.", ["1"]),
        ("The bullet lodged in the boy's left shoulder.", ["1"]),
        ("A man was shot. The bullet went through his leg.", ["1"]),
        ("The passenger shot himself. The bullet went through his hand and struck the driver "
         "in the leg.", ["2"]),
        ("A bullet missed the clerk's head.", []),
        ("A bullet could have hit the boy's head.", []),
        ("A bullet hit a soldier's helmet.", []),
        ("A bullet hit the clerk's back door.", []),
        ("A bullet hit the clerk's leg and a wall.", ["1"]),
    ],
)  # fmt: skip
def test_a_bullet_in_the_body(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A man was shot in the leg and a woman in the upper arm.", ["2"]),
        ("A man was shot in the leg, a woman in the arm and a boy in the foot.", ["3"]),
        ("One man was shot in the leg and another in the arm.", ["2"]),
        ("A man was shot in the leg and a woman in the house fled.", ["1"]),
        ("A man was shot in the leg, and a woman hid.", ["1"]),
    ],
)
def test_the_verb_is_told_once(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Ilo Marsh, 24; Bo Gale, 25; and Ida Holt, 30, were shot.", ["3"]),
        ("A clerk is expected to be OK after a shooting.", ["1"]),
        ("Man recovering after shooting", ["1"]),
        ("Man critical after shooting in Harrow", ["1"]),
        ("Two people are in the hospital after a shooting.", ["2"]),
        ("One person is dead and two others are in the hospital.", ["2"]),
    ],
)
def test_how_they_are(text: str, wounded: list[str]) -> None:
    assert read(text).values("wounded") == wounded


def test_a_camera_on_a_body_is_no_death() -> None:
    page = read("A man shot a police officer. The officer's body camera was on.")
    assert (page.values("killed"), page.values("wounded")) == ([], ["1"])
