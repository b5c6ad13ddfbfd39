"""Whom the words behind a name set beside a suspect, and who acts on others."""

from itertools import product

import pytest

from tests.extract.texts import document
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.extract.suspicion.bystanders.apposed import acts_on_others, beside_a_suspect

_LEAD = "A bomb exploded outside a market in Melden on Monday, killing three people. "


def suspects(text: str) -> set[tuple[str, str]]:
    report = extract(document(_LEAD + text, published="2024-05-14"), RulesReader())
    return {(one.subject, one.standing) for one in report.claims if one.scope == "incident"}


@pytest.mark.parametrize(
    ("noun", "whose"),
    [
        *product(
            ("a lawyer", "the mother", "a cousin", "the barrister", "a neighbour",
             "who is counsel"),
            ("for the man accused of it", "of the suspect", "to one of the accused",
             "of the woman charged with it", "of the arrested man", "of the dead bomber"),
        )
    ],
)  # fmt: skip
def test_who_belongs_to_a_suspect_stands_beside_him(noun: str, whose: str) -> None:
    assert beside_a_suspect(f", {noun} {whose}, said he was shocked.")
    assert beside_a_suspect(f", 52, {noun} {whose}.")


@pytest.mark.parametrize(
    "after",
    [
        ", whose brother is accused of the bombing, said he was shocked.",
        ", whose elder son was charged, wept.",
        ", the suspect's mother, said so.",
        ", the bomber's former teacher, said so.",
    ],
)
def test_kin_stand_beside_a_suspect(after: str) -> None:
    assert beside_a_suspect(after)


@pytest.mark.parametrize(
    "after",
    [
        ", the suspected bomber, was taken away.",
        ", one of the suspects, was taken away.",
        ", a member of the gang accused of it, fled.",
        ", the leader of the group accused of it, fled.",
        ", whose brother is accused of the bombing, was arrested as well.",
        ", a cousin of the suspect, has denied planting the bomb.",
        ", a lawyer, was charged with it.",
    ],
)
def test_who_was_taken_himself_or_belongs_to_a_band_does_not(after: str) -> None:
    assert not beside_a_suspect(after)


@pytest.mark.parametrize(
    ("officer", "verb"),
    [
        *product(
            ("", ", the judge,", ", 61, a magistrate,"),
            ("convicted three men of the bombing.", "sentenced Ugo Marsh to life.",
             "has charged both brothers with murder.", "found the two men guilty.",
             "arrested a man over it."),
        )
    ],
)  # fmt: skip
def test_who_tries_others_acts_on_them(officer: str, verb: str) -> None:
    assert acts_on_others(f"{officer} {verb}")


@pytest.mark.parametrize(
    "after",
    [
        " convicted last year of the bombing.",
        ", convicted of the bombing, was moved.",
        " arrested two days ago.",
        " charged with the bombing, wept.",
        ", the baker, arrested on Monday, wept.",
        " arrested the day after the bombing.",
    ],
)
def test_who_was_tried_does_not(after: str) -> None:
    assert not acts_on_others(after)


@pytest.mark.parametrize(
    ("who", "verb"),
    [
        *product(
            ("Judge Vera Holm", "Prosecutor Vera Holm", "Vera Holm, the judge,"),
            ("convicted three men of the bombing.", "convicted Ugo Marsh of the bombing.",
             "found Ugo Marsh guilty of the bombing."),
        )
    ],
)  # fmt: skip
def test_a_judge_is_not_convicted_of_what_he_tries(who: str, verb: str) -> None:
    assert not {name for name, _ in suspects(f"{who} {verb}") if "Holm" in name}


@pytest.mark.parametrize(
    "sentence",
    [
        "Vera Holm was convicted of the bombing.",
        "Vera Holm, convicted by the Harbour Court of the bombing, was led away.",
        "Vera Holm, who was convicted in her absence of the bombing, is abroad.",
    ],
)
def test_who_was_convicted_is(sentence: str) -> None:
    assert suspects(sentence) == {("Vera Holm", "found")}


@pytest.mark.parametrize(
    "who",
    [
        "The officer who shot the attacker dead, Vera Holm,",
        "The constable who arrested the bomber, Vera Holm,",
        "The guard who killed one of the attackers, Vera Holm,",
    ],
)
def test_who_stopped_the_suspect_is_none(who: str) -> None:
    assert not suspects(f"{who} said police had arrested three men over the bombing.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The army rejected the claim of responsibility by the Reed League.",
        "The Reed League claimed responsibility for the bombing, a claim the government dismissed.",
        "The Reed League claimed the attack, which the government rejected.",
    ],
)
def test_who_doubts_that_others_did_it_denies_nothing_of_himself(sentence: str) -> None:
    assert {name for name, _ in suspects(sentence)} == {"Reed League"}


def test_who_rejects_what_is_claimed_of_him_denies_it() -> None:
    assert ("Reed League", "denied") in suspects(
        "The Reed League rejected the claim that it was behind the bombing."
    )


@pytest.mark.parametrize(
    "what", ["A statement", "A message widely", "An audio recording", "A video that was"]
)
def test_what_is_attributed_as_a_text_is_no_deed(what: str) -> None:
    told = suspects(f"{what} attributed to the Reed League claimed responsibility for the bombing.")
    assert {standing for _, standing in told} == {"admitted"}
    assert suspects("Police attributed the bombing to the Reed League.") == {
        ("Reed League", "accused_by_authority")
    }


@pytest.mark.parametrize(
    "verb", ["called", "branded", "described as", "hit back at", "pushed back against"]
)
def test_who_calls_an_accusation_false_denies_it(verb: str) -> None:
    false = "absurd" if verb in ("called", "branded") else ""
    if verb == "described as":
        verb, false = "described", "as absurd"
    told = f"The Reed League {verb} the accusation that it was behind the bombing {false}".strip()
    assert suspects(f"{told}.") == {("Reed League", "denied")}


@pytest.mark.parametrize(
    "version",
    [
        "An earlier version of this article said",
        "A previous version of the story wrongly said",
        "The original version of this report stated that",
    ],
)
def test_what_an_earlier_version_said_is_taken_back(version: str) -> None:
    told = suspects(f"Correction: {version} Vera Holm planted the bomb.")
    assert {standing for _, standing in told} <= {"denied", "cleared"}


@pytest.mark.parametrize(
    "name", ["A. Holm", "J.K. Holm", "J. A. Holm", "A. R. Holm"]
)  # fmt: skip
def test_the_first_letters_of_a_name_belong_to_it(name: str) -> None:
    assert {one for one, _ in suspects(f"{name} was charged with the bombing.")} == {name}
    assert {one for one, _ in suspects(f"Police arrested {name} over the bombing.")} == {name}


@pytest.mark.parametrize(
    "rank", ["Gen. (retd)", "General (retired)", "Col. (Retd.)", "Major (rtd)"]
)
def test_a_rank_of_old_days_parts_no_name(rank: str) -> None:
    told = suspects(f"Police arrested {rank} Ugo Holm over the bombing.")
    assert {one for one, _ in told} == {"Ugo Holm"}


@pytest.mark.parametrize("how", ["Speaking through a lawyer", "In a statement via his lawyer"])
def test_who_speaks_through_a_lawyer_speaks_for_himself(how: str) -> None:
    assert suspects(f"{how}, Vera Holm denied planting the bomb.") == {("Vera Holm", "denied")}


def test_who_is_tried_is_accused() -> None:
    told = suspects("A court in Aldbury tried Vera Holm in absentia over the bombing.")
    assert told == {("Vera Holm", "accused_by_authority")}
