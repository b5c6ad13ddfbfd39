"""Suspects of a rumour or a charge that nobody in particular is said to make."""

import pytest

from tests.extract.suspected import brief, document, here, narrated, read, said
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose

_LEAD = "The mill at Ostra burned down on Monday."


@pytest.mark.parametrize(
    ("sentence", "who", "polarity", "standing"),
    [
        ("The suggestion that guardsmen blew up a tower is old.", "guardsmen", True, "accused"),
        ("The rumour that residents burned the mill is old.", "residents", True, "speculated"),
        ("The charge that guards shot the miller is old.", "guards", True, "accused"),
        ("She denied the charge that guards shot the miller.", "guards", False, "denied"),
    ],
)
def test_a_noun_for_what_is_held_makes_a_suspect(
    sentence: str, who: str, polarity: bool, standing: str
) -> None:
    assert brief(read(_LEAD, sentence)) == [(who, "carried_out", polarity, standing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The report that guards shot the miller is old.",
        "The rumour that no residents set the mill on fire is old.",
        "The rumour that residents did not set the mill on fire is old.",
        "The rumour that somebody set the mill on fire is old.",
        "The rumour that guards accidentally shot the miller is old.",
        "The rumour that guards would have shot the miller is old.",
        "The rumour that guards saw the mill burn is old.",
        "Is there a rumour that guards shot the miller?",
    ],
)
def test_what_makes_none(sentence: str) -> None:
    assert not read(_LEAD, sentence)


def test_who_rejects_a_rumour_says_that_they_did_not_do_it() -> None:
    words = "as groundless a rumour that residents set the mill on fire"
    cut = prose(document(_LEAD, f"Ilo Marsh rejected {words}."))
    sourcing = said(cut, "Ilo Marsh", words, "reject_accusation", "rejected")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert brief(found) == [("residents", "carried_out", False, "denied")]
    headline = prose(document("Rumour that residents burned the mill", kinds=("title",)))
    assert not suspicion.find(headline, narrated(headline), here, None, READING)
