"""Who takes a claim of responsibility back owns up to nothing."""

import pytest

from tests.extract.seen import Page
from tests.extract.texts import document
from tests.extract.unread import READING
from whence.extract import extract, suspicion
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.model.attribution import Scope

_LEAD = "A bomb killed two people at the harbour on Monday."


def standings(text: str) -> set[tuple[str, str]]:
    claims = extract(document(f"{_LEAD} {text}"), RulesReader()).claims
    return {(one.standing, one.act) for one in claims if one.subject == "Lowland Front"}


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland Front claimed responsibility for the bombing. "
        "Later the Lowland Front withdrew the claim.",
        "The Lowland Front claimed responsibility for the bombing. "
        "On Tuesday the group retracted its statement.",
        "The Lowland Front claimed responsibility for the bombing. Rain fell. It fell for days. "
        "On Friday the Lowland Front retracted the claim of responsibility.",
    ],
)
def test_a_claim_that_is_withdrawn_is_no_admission(text: str) -> None:
    assert standings(text) == {("denied", "retract")}


@pytest.mark.parametrize(
    "text",
    [
        "The Lowland Front claimed responsibility for the bombing. "
        "Later the Lowland Front withdrew the offer.",
        "The Lowland Front claimed responsibility for the bombing. "
        "Later the Upland League withdrew its claim.",
        "The Lowland Front withdrew a claim on Sunday. "
        "On Monday the Lowland Front claimed responsibility for the bombing.",
        "The Lowland Front claimed responsibility for the bombing. "
        "Later the Lowland Front withdrew the claim that a guard had helped.",
    ],
)
def test_what_else_is_withdrawn_leaves_it_standing(text: str) -> None:
    assert standings(text) == {("admitted", "claim_responsibility")}


def here(_: int) -> Scope:
    return "incident"


@pytest.mark.parametrize(("cue", "expected"), [("took back", "denied"), ("took down", "admitted")])
def test_a_claim_that_is_taken_down_may_still_stand(cue: str, expected: str) -> None:
    page = Page(
        "The Lowland Front claimed responsibility for the bombing. "
        f"On Friday the Lowland Front {cue} the claim."
    )
    owning = page.saw("The Lowland Front", "claimed", "responsibility for the bombing")
    back = page.saw("the Lowland Front", cue, "the claim", judged=("retract", False, -3))
    cut = prose(page.document)
    (found,) = suspicion.find(cut, page.sourcing(owning, back), here, None, READING)
    assert found.standing == expected
