"""Suspects that the reader saw, in the words of somebody who accuses or of the one who speaks."""

import pytest

from tests.extract.suspected import brief, document, here, said
from whence.extract import suspicion
from whence.extract.parties import census
from whence.extract.prose import prose
from whence.extract.suspicion.speaking.accuser import is_authority
from whence.model.attribution import Act
from whence.model.claim import Claim, Standing
from whence.model.reading import Reading, Suspected


def told(
    text: str,
    suspect: str,
    content: str,
    act: Act,
    probability: float = 0.6,
    speaker: str = "Ana Ruiz",
    cue: str = "said",
    standing: Standing = "accused",
) -> tuple[Claim, ...]:
    cut = prose(document(text))
    at = cut.text.rindex(suspect)
    seen = Suspected(
        span=cut.document.span(at, at + len(suspect)), standing=standing, probability=probability
    )
    reading = Reading(document_id="doc-1", reader="encoder@hand", suspected=(seen,))
    return suspicion.find(cut, said(cut, speaker, content, act, cue), here, None, reading)


@pytest.mark.parametrize(
    ("act", "expected"), [("accuse", ["accused"]), ("speculate", ["speculated"]), ("say", [])]
)
def test_who_accuses_bears_a_guess_out(act: Act, expected: list[str]) -> None:
    content = "eyes had settled on the Reed League"
    found = told(f"Ana Ruiz said {content}.", "the Reed League", content, act)
    assert [one.standing for one in found] == expected


def test_a_person_is_named_no_sooner() -> None:
    content = "eyes had settled on Oun Dallow"
    assert told(f"Ana Ruiz said {content}.", "Oun Dallow", content, "accuse", 0.94) == ()


def test_who_is_described_needs_less() -> None:
    content = "the boat had been moored by a dismissed guard"
    (found,) = told(f"Ana Ruiz said {content}.", "a dismissed guard", content, "accuse", 0.65)
    assert found.subject == "dismissed guard"


def test_a_word_that_is_taken_back_accuses_nobody() -> None:
    text = "Ana Ruiz corrected a note in which a nurse had seen the Reed League at work."
    assert told(text, "the Reed League", "a note in which", "correct", cue="corrected") == ()


def test_who_is_not_ruled_out_is_possible() -> None:
    text = "Ana Ruiz did not rule out the Reed League."
    (found,) = told(text, "the Reed League", "the Reed League", "speculate", cue="did not rule out")
    assert found.standing == "speculated"


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("The miller had not burned the barn by the old river and Ana Ruiz looked straight at the"
         " Reed League.", ["accused"]),
        ("Not once, said her aide, Ana Ruiz had never looked straight at the Reed League.", []),
        ("Ana Ruiz looked straight at the Reed League and said that the miller had no part.",
         ["accused"]),
    ],
)  # fmt: skip
def test_a_no_in_another_clause_takes_no_accusation_away(text: str, standings: list[str]) -> None:
    found = told(text, "Reed League", "Reed League", "accuse", cue="looked straight at")
    assert [one.standing for one in found if one.subject == "Reed League"] == standings


def test_whoever_is_cleared_beside_an_accusation_is_another() -> None:
    content = "eyes had settled on the Reed League"
    text = f"Ana Ruiz said {content}. The miller was released without charge."
    (found,) = told(text, "the Reed League", content, "accuse")
    assert (found.subject, found.standing) == ("Reed League", "accused")


def test_who_speaks_denies_whatever_the_guess() -> None:
    text = "The Reed League said it had been nowhere near."
    found = told(
        text, "The Reed League", "it had been nowhere near", "deny_involvement",
        speaker="The Reed League", standing="accused_by_authority",
    )  # fmt: skip
    assert brief(found) == [("Reed League", "carried_out", False, "denied")]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Reed League, a movement of the south", "Reed League"),
        ("the firm's competitor, Dallow Marine", "Dallow Marine"),
        ("a private bank", "private bank"),
    ],
)
def test_what_is_said_of_a_name_is_not_the_name(words: str, name: str) -> None:
    content = f"eyes had settled on {words}"
    (found,) = told(f"Ana Ruiz said {content}.", words, content, "accuse", 0.99)
    assert found.subject == name


@pytest.mark.parametrize("words", ["18 men", "several people", "several suspects"])
def test_men_of_some_number_are_described_by_nothing(words: str) -> None:
    content = f"the boat had been moored by {words}"
    assert told(f"Ana Ruiz said {content}.", words, content, "accuse", 0.9) == ()


def test_capitals_show_somebody_by_his_article() -> None:
    content = "THE BOAT HAD BEEN MOORED BY A GUARD OF THE MINE"
    text = f"ANA RUIZ SAID {content}."
    (found,) = told(
        text, "A GUARD OF THE MINE", content, "accuse", 0.9, speaker="ANA RUIZ", cue="SAID"
    )
    assert found.subject == "GUARD OF THE MINE"


def test_a_name_before_a_verb_in_ed_is_still_a_name() -> None:
    (row,) = census(prose(document("The landowner Oun Dallow armed his men."))).phrases
    assert "Oun Dallow" in [party.name for party in row]


@pytest.mark.parametrize("source", ["the prefect", "an indictment", "the charge sheet"])
def test_prefects_and_prosecutors_papers_are_authorities(source: str) -> None:
    assert is_authority(source)


@pytest.mark.parametrize(
    ("content", "suspect"),
    [
        ("Oun Dallow was a smuggler from the coast", "a smuggler from the coast"),
        ("Oun Dallow, a smuggler from the coast, had fled", "a smuggler from the coast"),
        ("a suspect on a red bicycle had fled", "a suspect on a red bicycle"),
        ("the League (RL) dismissed guards had fled", "RL) dismissed guards"),
    ],
)
def test_what_somebody_else_is_makes_no_suspect(content: str, suspect: str) -> None:
    assert told(f"Ana Ruiz said {content}.", suspect, content, "accuse", 0.9) == ()
