"""The word "suspect": what somebody thinks, or whom they think it of."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.speech.attribute import attribute


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The harbour bombing suspect Darian Kolt has been moved to a prison.", []),
        ("Two male suspects fled over the wall.", []),
        ("A sketch of the male suspect was shown on Friday.", []),
        ("Police suspect the Tide Front.", ["suspect"]),
        ("The harbour master suspects that a boat was sunk.", ["suspects"]),
    ],
)
def test_a_suspect_is_a_person_where_nobody_suspects(text: str, cues: list[str]) -> None:
    page = document(text)
    found = attribute(prose(page), RulesReader().read(page)).attributions
    assert [made.cue.text for made in found if made.cue] == cues
