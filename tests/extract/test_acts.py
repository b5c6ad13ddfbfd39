"""What denying and rejecting amount to: a denial of involvement, of an accusation, or neither."""

import pytest

from tests.extract.attributed import one
from tests.extract.texts import document
from whence.extract.acts import act_of
from whence.model.reading import Attributed


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army said that the Front’s “claims are false”.", "reject_accusation"),
        ("The army said reports linking it to the fire were false.", "reject_accusation"),
        ("The army said reports of its involvement were false.", "reject_accusation"),
        ("“The Front did not light it. Its claim is false,” the army said.", "reject_accusation"),
        ("“We were home. Reports of our involvement are false,” he said.", "reject_accusation"),
        ("The army said reports of a second fire were false.", "say"),
        ("He said the Front set the fire and that an earlier report was false.", "say"),
        ("He said the claims Norra had made about us were false.", "reject_accusation"),
        (
            "He said suggestions the Front has spread against Ana Ruiz are lies.",
            "reject_accusation",
        ),
        (
            "He said the statements they have made about Norra\nare flat-out false.",
            "reject_accusation",
        ),
        ("He said the claims she had made about the budget were false.", "say"),
        ("He said the suggestions Norra has made about trade are useful.", "say"),
        ("The minister denied responsibility for the delay.", "say"),
        ("The minister denied involvement in corruption.", "say"),
        ("The minister denied a role in the delay and any part in the fire.", "deny_involvement"),
        ("The Front denied responsibility for the fire on the rescue boat.", "deny_involvement"),
        ("The Front denied responsibility for killing the rescue workers.", "deny_involvement"),
        ("The Front denied any role in the rescue workers' deaths.", "deny_involvement"),
    ],
)
def test_denying_is_of_a_part_in_the_deed_and_rejecting_of_what_others_said(
    text: str, act: str
) -> None:
    assert one(text).act == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We ask everybody to stay at home,” the mayor said.", "call_for"),
        ("“I ask who gains by it,” the mayor said.", "say"),
        ("“We were wrong about the number of dead,” the mayor said.", "retract"),
        ("The mayor said they were wrong to wait.", "say"),
        ("The mayor said he had misheard.", "retract"),
        ("“Could be children, could be worse,” the mayor said.", "speculate"),
        ("The mayor said it may well have been the wind.", "speculate"),
        ("The mayor said that the Front was probably there.", "say"),
    ],
)
def test_what_is_said_begins_like_an_act(text: str, act: str) -> None:
    assert one(text).act == act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("took back", "its claim of the bombing", "retract"),
        ("took", "responsibility for the bombing", "claim_responsibility"),
        ("was assumed", "Responsibility for the bombing", "claim_responsibility"),
        ("took responsibility for", "the bombing", "claim_responsibility"),
        ("took", "no questions", "say"),
    ],
)
def test_who_takes_responsibility_claims_it(cue: str, content: str, act: str) -> None:
    page = document(f"{cue} {content}")
    at = len(cue) + 1
    attributed = Attributed(
        source=None,
        cue=page.span(0, len(cue)),
        content=(page.span(at, at + len(content)),),
        kind="indirect",
    )
    assert act_of(attributed) == act
