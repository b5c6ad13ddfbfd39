"""Arrests that words on both sides of a number tell, and whoever is held by others."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb went off behind a mill in Velm."


def detained(text: str) -> list[str]:
    """Return the detained of a text."""
    return read(f"{_LEAD} {text}").values("detained")


@pytest.mark.parametrize(
    "count", [("five", "5"), ("a dozen", "12"), ("at least six", "at least 6")]
)
@pytest.mark.parametrize(
    "frame",
    [
        "Police took {} men into custody.",
        "Police made {} arrests.",
        "Police have made {} arrests.",
        "The blast has led to {} arrests.",
        "Police are holding {} suspects.",
        "Police rounded up {} suspects.",
        "Police said {} suspects were being held over the blast.",
        "Police said {} people had been held for questioning.",
        "Police said {} suspects remain in custody.",
        "Police said {} arrests had been made.",
    ],
)
def test_people_are_held(frame: str, count: tuple[str, str]) -> None:
    assert detained(frame.format(count[0])) == [count[1]]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are holding five millers.",
        "Five millers are being held hostage.",
        "Five millers are being held by the rebels.",
        "Gunmen took five millers into the hills.",
        "Police hope to make five arrests.",
        "He has five arrests on his record.",
        "Police released five men arrested there.",
        "Five men arrested last year over a fire go on trial today.",
    ],
)
def test_nobody_is_held_for_it(text: str) -> None:
    assert detained(text) == []


def test_rounds_are_shot_and_not_rounded_up() -> None:
    assert read("A man drove by, shooting multiple rounds toward the mill.").values("wounded") == []
