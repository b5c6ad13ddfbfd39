"""Where two people judge one thing differently, both are told and the last holds."""

import pytest

from tests.run.judging.making import said
from whence.model.case import Judgement
from whence.run.judging import Conflict, conflicts

REJECTED = said("claim-1", "rejected")
ACCEPTED = said("claim-1", "accepted", by="bo")


def test_different_words_of_different_people_are_a_conflict() -> None:
    (found,) = conflicts([REJECTED, said("claim-2", "rejected"), ACCEPTED])
    assert found == Conflict(subject="claim-1", judgements=(REJECTED, ACCEPTED))
    assert found.holds == ACCEPTED


@pytest.mark.parametrize(
    "judgements",
    [
        [],
        [REJECTED],
        [REJECTED, said("claim-1", "accepted")],
        [REJECTED, said("claim-1", "rejected", by="bo", reason="otherwise")],
        [REJECTED, ACCEPTED, said("claim-1", "rejected", by="bo")],
        [REJECTED, said("claim-1", "withdrawn"), ACCEPTED],
        [
            said("claim-1", 'corrected {"hedge":1,"scope":"other"}'),
            said("claim-1", 'corrected {"scope": "other", "hedge": 1}', by="bo"),
        ],
        [said("claim-1", "withdrawn"), said("claim-1", "dreamt", by="bo")],
    ],
)
def test_agreement_and_a_change_of_mind_are_none(judgements: list[Judgement]) -> None:
    assert conflicts(judgements) == ()


def test_whoever_withdraws_anothers_word_disagrees() -> None:
    gone = said("claim-1", "withdrawn", by="bo")
    (found,) = conflicts([REJECTED, gone])
    assert found.judgements == (REJECTED, gone)
    assert conflicts([REJECTED, gone, said("claim-1", "withdrawn")]) == ()


def test_corrections_that_cannot_be_read_are_compared_as_they_stand() -> None:
    one, two = said("claim-1", "corrected x"), said("claim-1", "corrected y", by="bo")
    assert [c.judgements for c in conflicts([one, two])] == [(one, two)]


def test_subjects_are_told_once_for_each_thing_that_is_decided() -> None:
    found = conflicts(
        [
            said("chain-1", "origin Ada Marsh"),
            said("chain-1", "origin Bo Reed", by="bo"),
            said("chain-2 chain-1", "one origin"),
            said("chain-1 chain-2", "separate origins", by="bo"),
            said("executor:unnamed", "prior 0.4"),
            said("executor:unnamed", "prior 0.5", by="bo"),
        ]
    )
    assert [one.subject for one in found] == ["chain-1", "chain-1 chain-2", "executor:unnamed"]
