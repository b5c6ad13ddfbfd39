"""A rejection by its object: a wrong report, an accusation against another, one's own denial."""

from time import perf_counter

import pytest

from tests.extract.seen import Page
from whence.extract.speech.rejecting import told_apart
from whence.model.attribution import Act


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("reports of a second blast were untrue", "correct"),
        ("early media reports that the bridge had collapsed were false", "correct"),
        ("the figures of nine dead were wrong, and five had died", "correct"),
        ("a rumour about more deaths was not true", "correct"),
        ("reports that the Lowland Front planted the bomb were untrue", "reject_accusation"),
        ("reports of an attack are unfounded", "reject_accusation"),
        ("reports that soldiers were there were untrue", "reject_accusation"),
        ("reports that it had known were untrue", "reject_accusation"),
        ("claims that the bridge had collapsed were untrue", "reject_accusation"),
        ("the report is false", "reject_accusation"),
    ],
)
def test_a_report_that_was_wrong_is_corrected(content: str, expected: str) -> None:
    assert told_apart("reject_accusation", content, "the mayor") == expected


@pytest.mark.parametrize(
    ("content", "speaker", "expected"),
    [
        ("the accusation against the ally", "Foreign Minister Ines Vale", "reject_accusation"),
        ("all charges against the suspects", "the teacher", "reject_accusation"),
        ("claims about the Ember Front", "the interior minister", "reject_accusation"),
        ("the accusations against the Ember Front", "Ember Front", "deny_involvement"),
        ("the accusations against the Ember Front", "Ana Ruiz", "deny_involvement"),
        ("the accusation against the group", "the commander", "deny_involvement"),
        ("every accusation against its guards", "the council", "deny_involvement"),
        ("the charges against the suspect", "his lawyer", "deny_involvement"),
        ("the charges against the army", "the defence minister", "deny_involvement"),
    ],
)
def test_anothers_accusation_is_rejected(content: str, speaker: str, expected: str) -> None:
    assert told_apart("deny_involvement", content, speaker) == expected


def test_other_acts_stand() -> None:
    assert told_apart("say", "reports of a second blast were untrue", "the mayor") == "say"


def test_the_statement_has_the_act() -> None:
    page = Page("The mayor said reports of a second blast were untrue.")
    content = "reports of a second blast were untrue"
    seen = page.saw("The mayor", "said", content, judged=("reject_accusation", False, -3))
    assert [one.act for one in page.sourcing(seen).attributions] == ["correct"]


@pytest.mark.parametrize("part", ["reports of ", "the ", "accusations against ", "was "])
def test_long_contents_take_no_time(part: str) -> None:
    start = perf_counter()
    told_apart("reject_accusation", part * 20_000, "the mayor")
    told_apart("deny_involvement", part * 20_000, "the mayor")
    assert perf_counter() - start < 1


@pytest.mark.parametrize("act", ["deny_involvement", "reject_accusation"])
@pytest.mark.parametrize(
    "content",
    [
        "the offer of help",
        "the bid to build a new market",
        "calls for an inquiry",
        "a proposal to close the road",
        "the men access to a lawyer",
        "her entry",
        "the two suspects bail",
    ],
)
def test_what_is_turned_down_or_kept_from_somebody_accuses_nobody(act: Act, content: str) -> None:
    assert told_apart(act, content, "the interior ministry") == "say"


@pytest.mark.parametrize(
    "content",
    ["calls that it answer for the raid", "the claim that it planned the talks", "any role"],
)
def test_and_the_rest_stays(content: str) -> None:
    assert told_apart("deny_involvement", content, "the Reed League") == "deny_involvement"
