"""Nobody dead and nobody hurt, and what says so of some or leaves it open."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb went off behind a mill in Velm."
Told = tuple[list[str], list[str]]

_BOTH: Told = (["0"], ["0"])
_DEAD: Told = (["0"], [])
_HURT: Told = ([], ["0"])
_OPEN: Told = ([], [])


def told(text: str) -> Told:
    """Return the killed and the wounded of a text."""
    page = read(f"{_LEAD} {text}")
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize("frame", ["There were no {}.", "No {} were reported.", "It caused no {}."])
@pytest.mark.parametrize(
    ("nouns", "expected"),
    [
        ("casualties", _BOTH),
        ("deaths", _DEAD),
        ("fatalities", _DEAD),
        ("injuries", _HURT),
        ("deaths or injuries", _BOTH),
        ("reported injuries", _HURT),
        ("injuries or damage", _HURT),
        ("injuries or fatalities", _BOTH),
    ],
)
def test_no_harm(frame: str, nouns: str, expected: Told) -> None:
    assert told(frame.format(nouns)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No one was killed or injured.", _BOTH),
        ("Nobody was hurt or killed.", _BOTH),
        ("Nobody was killed or badly wounded.", _DEAD),
        ("There was no loss of life.", _DEAD),
        ("The mill was wrecked, but there were no injuries.", _HURT),
        ("No reports of injuries.", _HURT),
        ("There were no arrests or injuries.", _HURT),
        ("It went off without causing casualties.", _BOTH),
    ],
)
def test_no_one(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were no immediate reports of casualties.",
        "No casualties were immediately reported.",
        "No further casualties were reported.",
        "No civilian casualties were reported.",
        "No one was seriously hurt.",
        "There were no serious injuries.",
        "No injuries are thought to be grave.",
        "There were no casualties among the guards.",
        "The brigade had no casualties.",
        "The driver suffered no injuries.",
        "The man was arrested without injury.",
        "No one else was killed or injured.",
        "No dead body was shown.",
    ],
)
def test_no_harm_of_some_or_not_yet(text: str) -> None:
    assert told(text) == _OPEN
