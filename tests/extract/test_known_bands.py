"""Names of armed groups that capitals alone do not show to be one name."""

import pytest

from tests.extract.texts import document
from whence.extract.parties import census
from whence.extract.parties.known_bands import known_bands
from whence.extract.prose import prose


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels of the March 23 Movement fired on it.", "March 23 Movement"),
        ("The Lord’s Resistance Army fired on it.", "Lord’s Resistance Army"),
        ("The army said Islamic State-Khorasan fired on it.", "Islamic State-Khorasan"),
        ("It was the Tigray People's Liberation Front.", "Tigray People's Liberation Front"),
    ],
)
def test_they_are_one_name(text: str, name: str) -> None:
    (start, end), *more = known_bands(text).items()
    assert (text[start:end], more) == (name, [])
    parties = [one.name for row in census(prose(document(text))).phrases for one in row]
    assert name in parties


@pytest.mark.parametrize(
    "text",
    [
        "On March 23 the Movement for Reed met.",
        "The lord's resistance army was a play.",
        "Hamas said so.",
        "A new people's army of clerks was hired.",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert known_bands(text) == {}
