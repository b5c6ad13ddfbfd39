"""Who answers an accusation, and for whom: offices of a state, officers of a group, counsel."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb killed nine people at a bakery in Tannhope on Monday."
_IRAN = "The United States accused Iran of the bombing."
_LEAGUE = "Residents accused the Reed League of the bombing."


def named(*sentences: str) -> list[tuple[str, str, bool, str]]:
    return brief(read(_LEAD, *sentences))


@pytest.mark.parametrize(
    "sentence",
    [
        "Tehran called the accusation absurd.",
        'Iran\'s foreign ministry spokesman said the charge was "a fiction".',
        'Iran\'s ambassador said the remark was "unworthy".',
        "The embassy of Iran rejected the accusation.",
        "It was a charge that Tehran called baseless.",
    ],
)
def test_an_office_answers_for_its_accused_state(sentence: str) -> None:
    rows = named(_IRAN, sentence)
    assert ("Iran", "carried_out", False, "denied") in rows
    assert {row[0] for row in rows} == {"Iran"}


def test_what_others_call_it_is_no_denial_of_who_was_not_accused() -> None:
    rows = named(_IRAN, "Paraguay called the accusation absurd.")
    assert {row[0] for row in rows} == {"Iran"}


def test_a_relative_clause_denies() -> None:
    rows = named("The United States accused Iran of the bombing, which Tehran denies.")
    assert ("Iran", "carried_out", False, "denied") in rows


@pytest.mark.parametrize(
    "answer",
    [
        "The group's chairman, Ilo Marsh, denied it.",
        "But the group's lawyer rejected the accusation.",
        "The League denied responsibility.",
        "In a statement on its website the League denied responsibility.",
        "The Reed League renewed its denial on Tuesday.",
        "The Reed League has denied killing nine people at the bakery.",
        "The Reed League has denied lighting the fire that killed nine people.",
        "The Reed League said it did not conduct any attack on the bakery.",
        "The Reed League said it categorically had no part in the bombing.",
        "The Reed League has denied in a leaflet any part in the bombing.",
        "The Reed League yesterday denied the accusation that they were behind the bombing.",
        "The exiled Reed League said it had no hand in the bombing.",
        "A sheet signed by the Reed League says the group did not bomb the bakery.",
    ],
)
def test_a_group_denies_by_its_officers_in_writing_and_again(answer: str) -> None:
    rows = named(_LEAGUE, answer)
    assert ("Reed League", "carried_out", False, "denied") in rows
    assert {row[0] for row in rows} == {"Reed League"}


def test_a_denial_of_another_deed_is_none_of_this() -> None:
    found = read(_LEAD, "The Reed League denied killing an elephant in a zoo.")
    assert {one.scope for one in found} <= {"other"}


def test_who_rings_on_behalf_of_a_group_owns_up_in_its_name_with_some_reserve() -> None:
    sentence = "A man took responsibility for the bombing on behalf of the Reed League."
    (found,) = read(_LEAD, sentence)
    assert (found.subject, found.standing, found.hedge) == ("Reed League", "admitted", 2)


def test_the_police_speak_of_another_group_than_themselves() -> None:
    text = (_LEAD, _LEAGUE, "Police said the group had no hand in the bombing.")
    rows = brief(extract(page(*text), RulesReader()).claims)
    assert {row[0] for row in rows} == {"Reed League"}


@pytest.mark.parametrize(
    ("charge", "answer"),
    [
        ("Police charged Ilo Marsh, 40, with the bombing;", "his lawyer said he denied it."),
        ("Ilo Marsh, 40, was charged with the bombing.", "He pleaded not guilty."),
        (
            "Ilo Marsh, 40, was charged with the bombing.",
            "Ilo Marsh told the court he was innocent.",
        ),
        ("Ilo Marsh, 40, was charged with the bombing.", "His lawyer called it an invention."),
        (
            "Ilo Marsh, 40, was charged with the bombing.",
            'Ilo Marsh denied "before God" having had the baker killed.',
        ),
    ],
)
def test_who_is_charged_denies_himself_or_by_counsel(charge: str, answer: str) -> None:
    assert ("Ilo Marsh", "carried_out", False, "denied") in named(f"{charge} {answer}")


def test_counsel_of_somebody_else_answers_for_him() -> None:
    rows = named(_LEAGUE, "Ana Ruiz, 30, was fined for negligence; her lawyer said she denied it.")
    assert not any(row[2:] == (False, "denied") for row in rows)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League last night said it carried out Monday's bombing.",
        "The Reed League said Wednesday that its agents had bombed the bakery.",
        "The Reed League acknowledged that one of its units had bombed the bakery.",
    ],
)
def test_a_group_owns_up_for_its_own(sentence: str) -> None:
    assert named(sentence) == [("Reed League", "carried_out", True, "admitted")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A court jailed two members of the Reed League for life for the bombing.",
        "A tribunal sentenced six leaders of the Reed League, among them its founder, to death for"
        " the bombing.",
        "The Reed League was convicted on Friday of the bombing.",
    ],
)
def test_members_convicted_are_a_finding_against_the_group(sentence: str) -> None:
    assert ("Reed League", "carried_out", True, "found") in named(sentence)


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ("Villagers said the Reed League had killed nine people at the bakery.", True),
        ("The Union imposed sanctions on the Reed League, which it said was responsible.", True),
        ("Police said officers shot the gunman.", False),
        ("Villagers said the Reed League shot a video of the bakery.", False),
        ("The army said its troops had killed nine rebels.", False),
    ],
)
def test_what_somebody_says_that_a_party_did(sentence: str, accused: bool) -> None:
    assert any(row[2] for row in named(sentence)) == accused
