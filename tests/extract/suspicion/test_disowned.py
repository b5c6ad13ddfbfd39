"""Denials by parties whom nobody accused before, and what denies no deed."""

import pytest

from tests.extract.suspected import brief, document, here, said
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.attribution import Act

_LEAD = "Drones hit the barracks at Ostra on Monday."


def told(
    speaker: str, cue: str, content: str, act: Act = "deny_involvement"
) -> list[tuple[str, bool, str]]:
    cut = prose(document(_LEAD, f"{speaker} {cue} {content}."))
    found = suspicion.find(cut, said(cut, speaker, content, act, cue), here, None, READING)
    return [(who, polarity, standing) for who, _, polarity, standing in brief(found)]


@pytest.mark.parametrize(
    ("speaker", "cue", "content", "who"),
    [
        ("Lisbon's defence ministry", "said", "its pilots had been nowhere near", "Portugal"),
        ("Lisbon", "said", "it had carried out no sortie", "Portugal"),
        ("Portugal", "said", "it fired nothing that night", "Portugal"),
        ("The Portuguese embassy", "said", "it had launched no drones", "Portuguese embassy"),
        ("Both large clubs", "denied", "any part in the attack", "large clubs"),
        ("Both large clubs", "denied", "any involvement", "large clubs"),
        ("Both large clubs", "denied", "that they had sent the drones", "large clubs"),
        ("Both large clubs", "denied", "they were behind the attack", "large clubs"),
        ("A spokesman for the Reed League", "said", "none of ours was there", "Reed League"),
        ("The shipping firm Ostra Bulk", "said", "its crew had had no part in it", "Ostra Bulk"),
    ],
)
def test_a_party_denies_that_its_own_did_it(speaker: str, cue: str, content: str, who: str) -> None:
    assert told(speaker, cue, content) == [(who, False, "denied")]


@pytest.mark.parametrize(
    ("speaker", "cue", "content"),
    [
        ("Lisbon", "denied", "that nine soldiers had died"),
        ("Lisbon", "denied", "reports of a second blast"),
        ("Lisbon", "denied", "the rumour"),
        ("Lisbon", "denied", "it happened"),
        ("Lisbon", "denied", "its barracks were bombed"),
        ("Lisbon", "said", "the drones were not from the north"),
        ("Lisbon", "said", "it had lost no aircraft"),
        ("Lisbon", "said", "it cannot launch an attack in winter"),
        ("Lisbon", "said", "it had not been told of the attack"),
        ("Both large clubs", "denied", "any part in the delays"),
        ("Both large clubs", "denied", "that the guard had fired"),
        ("Neither club", "denied", "any part in the attack"),
        ("The coach of both clubs", "denied", "any part in the attack"),
        ("Men in Lisbon", "said", "they had carried out no raid"),
        ("The ministry", "denied", "any part in the attack"),
    ],
)
def test_what_denies_no_deed_or_is_nobodys_word(speaker: str, cue: str, content: str) -> None:
    assert not told(speaker, cue, content)


def test_only_a_statement_that_denies_is_a_denial() -> None:
    assert not told("Both large clubs", "denied", "any part in the attack", "say")
