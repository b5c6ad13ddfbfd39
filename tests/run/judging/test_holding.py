"""Of several judgements the last holds; what bears on nothing is told."""

import pytest

from tests.run.judging.making import CHAINS, CLAIMS, DOCUMENTS, FACTS, REPORTS, said
from whence.model.case import Judgement
from whence.run.judging import WEIGHED, conflicts, facet, holding, idle
from whence.run.overrides import decided
from whence.weigh import Options

CLAIM, FACT = CLAIMS[0].id, FACTS[0].id
EARLY, LATE = "2031-05-08T10:00:00+00:00", "2031-05-10T10:00:00+00:00"
A, B, C = sorted(CHAINS.values())[:3]


def test_the_last_on_a_subject_holds() -> None:
    first, second = said(CLAIM, "rejected"), said(CLAIM, "accepted", by="bo")
    other = said(FACT, "rejected")
    assert holding([first, other, second]) == (other, second)
    assert holding([]) == ()


def test_last_is_told_by_time_and_then_by_order() -> None:
    late, early = said(CLAIM, "rejected", at=LATE), said(CLAIM, "accepted", at=EARLY)
    assert holding([late, early]) == (late,)


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("ratio 9", "ratio 2"),
        ("prior 0.9", "prior 0.2"),
        ("ratio 9", "withdrawn"),
        ("withdrawn", "ratio 9"),
        ("listed executor", "withdrawn"),
    ],
)
def test_a_merge_that_enters_an_older_judgement_later_changes_no_number(
    early: str, late: str
) -> None:
    in_turn = [said("Reed Band", early, at=EARLY), said("Reed Band", late, by="bo", at=LATE)]
    merged = in_turn[::-1]
    assert holding(merged) == holding(in_turn)
    assert conflicts(merged) == conflicts(in_turn)
    assert decided(Options(), merged) == decided(Options(), in_turn)


def test_what_is_withdrawn_holds_no_more_until_it_is_judged_again() -> None:
    judged, gone = said(CLAIM, "rejected"), said(CLAIM, "withdrawn")
    assert holding([judged, gone]) == ()
    assert holding([gone, judged]) == (judged,)
    assert holding([judged, gone, judged]) == (judged,)


def test_verdicts_on_different_things_stand_beside_each_other() -> None:
    hand, apart = said(A, "origin Ada Marsh"), said(A, "separate origins")
    assert holding([hand, apart]) == (hand, apart)
    assert holding([hand, apart, said(A, "withdrawn")]) == ()


def test_two_sides_are_one_subject_in_either_order() -> None:
    one, two = said(f"{A} {B}", "one origin"), said(f"{B} {A}", "separate origins")
    assert holding([one, two]) == (two,)
    assert holding([one, said(f"{B} {A}", "withdrawn")]) == ()
    party = said("Reed Band", "listed executor")
    assert holding([party, said("Band Reed", "withdrawn")]) == (party,)
    assert holding([party, said("Reed Band", "withdrawn")]) == ()


def test_a_party_may_be_listed_for_both_questions() -> None:
    did, backed = said("Reed Band", "listed executor"), said("Reed Band", "listed sponsor")
    assert holding([did, backed]) == (did, backed)
    assert holding([did, backed, said("Reed Band", "withdrawn")]) == ()
    assert facet("listed executor") in WEIGHED
    assert facet("listed sponsor") in WEIGHED


def test_what_is_not_known_does_not_hold() -> None:
    assert holding([said(CLAIM, "dreamt"), said(CLAIM, "")]) == ()


def idle_of(*judgements: Judgement) -> tuple[Judgement, ...]:
    return idle(judgements, REPORTS)


def test_a_judgement_on_what_is_there_is_not_idle() -> None:
    documents = f"{DOCUMENTS[0].id} {DOCUMENTS[1].id}"
    assert (
        idle_of(
            said(CLAIM, "rejected"),
            said(FACT, 'corrected {"value": "4"}'),
            said(A, "origin Ada Marsh"),
            said(f"{A} {B}", "one origin"),
            said(f"{A}+{B}", "separate origins"),
            said(documents, "same incident"),
            said("executor:unnamed", "prior 0.4"),
        )
        == ()
    )


def test_a_judgement_whose_subject_is_gone_is_told() -> None:
    gone = (
        said("claim-gone", "rejected"),
        said("chain-gone", "origin Ada Marsh"),
        said(f"{A} chain-gone", "one origin"),
        said("chain-gone+chain-lost", "separate origins"),
        said(f"{DOCUMENTS[0].id} doc-gone", "same incident"),
    )
    assert idle_of(*gone) == gone
    assert idle_of(said(f"{A}+chain-gone", "separate origins")) == ()


def test_a_correction_that_does_not_fit_any_more_is_told() -> None:
    unfit = said(CLAIM, 'corrected {"value": "4"}')
    assert idle_of(unfit) == (unfit,)
    assert idle_of(unfit, said(CLAIM, "accepted")) == ()
