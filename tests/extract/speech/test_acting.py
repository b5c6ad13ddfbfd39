"""Whose act an arrest, a charge, a clearing or a verdict is that a report tells by itself."""

import pytest

from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.model.attribution import Hop
from whence.model.report import Report

_LEAD = "A bomb killed nine people at a bakery in Tannhope on Monday."
_OUTLET = "a.txt"


def report(sentence: str) -> Report:
    return extract(page(_LEAD, sentence), RulesReader())


def origins(sentence: str) -> list[tuple[str, str, str]]:
    told = report(sentence)
    return [
        (claim.subject, claim.standing, told.chain(claim.chain_id).origin.who)
        for claim in told.claims
    ]


def origin(sentence: str) -> Hop:
    told = report(sentence)
    (claim,) = told.claims
    return told.chain(claim.chain_id).origin


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Harbour District Court acquitted Ilo Marsh, 40.", "Harbour District Court"),
        ("The Harbour Court on Friday acquitted Ilo Marsh of the bombing.", "Harbour Court"),
        ("TANNHOPE — Norra police on Sunday detained Ilo Marsh over the bombing.", "Norra police"),
        (
            "SYDNEY. The district prosecutor's office charged Ilo Marsh with the bombing.",
            "district prosecutor's office",
        ),
        ("In Norra, police have arrested a baker, Ilo Marsh, over the bombing.", "police"),
        ("In Norra a military court convicted Ilo Marsh of the bombing.", "military court"),
        ("Prosecutors dropped all charges against Ilo Marsh over the bombing.", "Prosecutors"),
        ("A jury found Ilo Marsh not guilty of the bombing.", "jury"),
        ("Judge Ana Ruiz sentenced Ilo Marsh to life for the bombing.", "Judge Ana Ruiz"),
    ],
)
def test_who_stands_before_the_verb_of_an_act_is_its_origin(sentence: str, who: str) -> None:
    assert origin(sentence).who == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ilo Marsh, 40, was released without charge by prosecutors.", "prosecutors"),
        ("Ilo Marsh was acquitted of all charges by the Harbour Court on Friday.", "Harbour Court"),
        ("Ilo Marsh was charged by the Crown Prosecution Service with the bombing.",
         "Crown Prosecution Service"),
        ("Ilo Marsh was found guilty of the bombing by a jury in Tannhope.", "jury in Tannhope"),
        ("Arrested by the police, Ilo Marsh was charged with the bombing.", "police"),
        ("Ilo Marsh, whom the police had presented as the bomber, was released by the prosecutors "
         "without charge.", "prosecutors"),
    ],
)  # fmt: skip
def test_who_stands_behind_by_is_the_origin_of_an_act(sentence: str, who: str) -> None:
    assert origin(sentence).who == who


def test_the_second_of_two_acts_has_the_subject_of_the_first() -> None:
    sentence = "The judge acquitted Dana Wick and sentenced Ilo Marsh to life for the bombing."
    assert origins(sentence) == [
        ("Dana Wick", "cleared", "judge"),
        ("Ilo Marsh", "found", "judge"),
    ]


def test_an_authority_behind_an_act_is_where_the_text_names_it() -> None:
    told = report("The Harbour Court on Friday acquitted Ilo Marsh of the bombing.")
    (claim,) = told.claims
    outlet, court = told.chain(claim.chain_id).hops
    assert (outlet.kind, court.kind, court.how) == ("outlet", "body", "says")
    assert court.span is not None
    assert court.span.text == "The Harbour Court"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilo Marsh was arrested over the bombing.",
        "Ilo Marsh was convicted of the bombing of a convoy by the army.",
        "Ilo Marsh was charged over the bombing after a complaint by the police.",
        "The militia group arrested Ilo Marsh over the bombing.",
        "A police informer detained Ilo Marsh over the bombing.",
        "Police arrested a cousin of Ilo Marsh, who is wanted for the bombing.",
        "The court heard that Ilo Marsh was convicted of the bombing.",
        "Ilo Marsh, whom military intelligence had arrested over the bombing, was cleared.",
        "Ilo Marsh, whom the police had presented as the bomber, was acquitted and set free.",
    ],
)
def test_an_act_of_nobody_named_is_the_outlets_to_tell(sentence: str) -> None:
    assert {who for _, _, who in origins(sentence)} == {_OUTLET}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Police said prosecutors had charged Ilo Marsh with the bombing.", "Police"),
        ('"Prosecutors charged Ilo Marsh with the bombing," a lawyer said.', "lawyer"),
    ],
)
def test_who_says_so_stays_the_origin_of_what_he_tells_of_others(sentence: str, who: str) -> None:
    assert origin(sentence).who == who


def test_a_verdict_that_names_no_court_is_of_the_only_one() -> None:
    told = origins(
        "The Harbour Court sentenced Ilo Marsh for the bombing. Ben Tarr was acquitted of it."
    )
    assert ("Ben Tarr", "cleared", "Harbour Court") in told


def test_a_verdict_is_of_no_court_where_two_are_told_of() -> None:
    told = origins(
        "The Harbour Court convicted Ilo Marsh of the bombing. The Reed Tribunal convicted Kim Sand"
        " of the bombing. Ben Tarr was acquitted of the bombing."
    )
    assert ("Ben Tarr", "cleared", _OUTLET) in told


def test_a_relative_clause_may_part_a_court_from_its_verb() -> None:
    sentence = "The military court before which he had stood acquitted Ilo Marsh of the bombing."
    assert origin(sentence).who == "military court"


def test_a_case_that_is_dropped_by_a_prosecutor_is_dropped_by_him() -> None:
    sentence = "The case against Ilo Marsh was dropped by the district prosecutor."
    assert origin(sentence).who == "district prosecutor"


def test_whom_somebody_else_charged_is_charged_by_him() -> None:
    told = origins(
        "The Harbour Court acquitted Ilo Marsh, whom prosecutors charged with the bombing."
    )
    assert ("Ilo Marsh", "cleared", "Harbour Court") in told
    assert ("Ilo Marsh", "accused_by_authority", "prosecutors") in told


def test_a_branch_or_squad_that_looks_into_crimes_acts_as_one() -> None:
    told = origins("The Crime Branch has booked Ilo Marsh over the bombing.")
    assert told == [("Ilo Marsh", "accused_by_authority", "Crime Branch")]


def test_a_verdict_far_from_the_only_court_is_of_no_court() -> None:
    between = " ".join(["The rain went on for days."] * 8)
    verdict = "Ben Tarr was acquitted of the bombing."
    told = origins(f"The Harbour Court sentenced Ilo Marsh for the bombing. {between} {verdict}")
    assert ("Ben Tarr", "cleared", _OUTLET) in told


def test_judges_of_whom_no_court_is_told_are_those_of_the_one_court() -> None:
    told = origins(
        "The Harbour Court convicted Ilo Marsh of the bombing. Ben Tarr was acquitted of it."
        " The judges convicted Kim Sand of the bombing."
    )
    assert ("Ben Tarr", "cleared", "Harbour Court") in told
