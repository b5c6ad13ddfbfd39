"""What a bomb went off outside of, or a gunman fired in, is what it was aimed at."""

import pytest

from tests.extract.facts.reading import read

_THINGS = ("police station", "mosque", "barracks", "hotel", "embassy", "checkpoint")


def targets(text: str) -> list[str]:
    """Return at what a report says that it was aimed."""
    return read(text, "2031-03-05").values("target")


@pytest.mark.parametrize("thing", _THINGS)
@pytest.mark.parametrize(
    "frame",
    [
        "A bomb exploded outside the {} in Gombe.",
        "A car bomb went off in front of the {} in Gombe.",
        "A man blew himself up at the {} in Gombe.",
        "A blast outside the {} in Gombe killed six.",
        "A gunman opened fire inside the {} in Gombe.",
        "Gunmen abducted two nurses from the {} in Gombe.",
    ],
)
def test_it_is_the_target(frame: str, thing: str) -> None:
    assert targets(frame.format(thing)) == [thing]


def test_how_full_it_was_is_no_part_of_it() -> None:
    assert targets("A bomber blew himself up in a crowded market in Gombe.") == ["market"]
    assert targets("A gunman opened fire in a packed bar in Gombe.") == ["bar"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside Gombe.",
        "A bomb exploded at the scene in Gombe.",
        "Police picked him up at a hotel in Gombe after gunmen shot a man dead.",
        "He was dropped off outside a hotel in Gombe after gunmen shot a man dead.",
        "A gunman opened fire in the street in Gombe.",
    ],
)
def test_a_town_a_street_and_where_else_somebody_was_are_none(text: str) -> None:
    assert targets(text) == []
