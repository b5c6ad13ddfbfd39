"""How a whole report lets a party stand, by words and voices around its name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.suspected import document, narrated, said
from whence.extract.prose import prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.overall import grounds, overall
from whence.model.attribution import Act
from whence.model.claim import Standing

LEAGUE = "Reed League"


def stands(text: str, speaker: str = "", act: Act = "say") -> Standing | None:
    cut = prose(document(text))
    sourcing: Sourcing = narrated(cut)
    if speaker:
        sourcing = said(cut, speaker, text.partition(" that ")[2], act=act)
    at = text.find(LEAGUE)
    mentions = [(at, at + len(LEAGUE))] if at >= 0 else []
    return overall(cut, sourcing.attributions, mentions)


@pytest.mark.parametrize(
    ("text", "speaker", "act", "expected"),
    [
        ("Members of the Reed League attacked the mill.", "", "say", "reported_as_fact"),
        (
            "Police said that they accused the Reed League of the attack.",
            "Police", "accuse", "accused_by_authority",
        ),
        (
            "Residents said that they blame the alleged Reed League for it.",
            "Residents", "accuse", "accused",
        ),
        ("The Reed League claimed responsibility in a communique.", "", "say", "admitted"),
        ("Nobody was named.", "", "say", None),
    ],
)  # fmt: skip
def test_how_a_party_stands(text: str, speaker: str, act: Act, expected: Standing | None) -> None:
    assert stands(text, speaker, act) == expected


def test_marks_count_sentences_not_mentions() -> None:
    text = "The Reed League killed him. The Reed League, the Reed League spoke."
    cut = prose(document(text))
    places = [at for at in range(len(text)) if text.startswith(LEAGUE, at)]
    found = grounds(cut, (), [(at, at + len(LEAGUE)) for at in places])
    assert found["share deed"] == found["share deed after"] == 0.5
    assert found["any narrator"] == found["share narrator"] == 1
    assert found["late"] == 0


def test_marks_come_in_one_order_for_their_sum() -> None:
    text = "Police said that they accused the Reed League of the attack, and residents blamed it."
    at = text.find(LEAGUE)
    marks = [mark for mark in grounds(prose(document(text)), (), [(at, at + 11)]) if "any" in mark]
    assert len(marks) > 6
    assert marks == sorted(marks)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 40))
@settings(max_examples=50, deadline=None)
def test_any_text_gives_an_answer(text: str, start: int, size: int) -> None:
    cut = prose(document(text))
    at = (min(start, len(cut.text)), min(start + size, len(cut.text)))
    if cut.sentences and at[0] < at[1]:
        assert overall(cut, (), [at]) is not None
