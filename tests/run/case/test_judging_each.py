"""One judgement of several things: an entry of each, and none where one does not fit."""

from pathlib import Path

import pytest

from tests.run.case.kept import AT, RULES, add, opened, pages
from whence.errors import UnknownId
from whence.run.case.deriving import case_of
from whence.run.case.judging import judge_each
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word

ANA = Word(author="Ana", at="2031-05-09T10:00:00+00:00", reason="own files")


def test_several_subjects_are_judged_at_once_or_not_at_all(tmp_path: Path) -> None:
    quay = opened()
    add(quay, pages(tmp_path))
    one, other, *_ = (
        fact.id for read in state_of(quay).extractions.values() for fact in read.report.facts
    )
    state, before = state_of(quay), quay.head()
    with pytest.raises(UnknownId):
        judge_each(quay, state, [one, "fact-gone"], "rejected", ANA)
    assert quay.head() == before
    entries = judge_each(quay, state, [one, other, f" {one} "], "rejected", ANA)
    assert [entry.seq for entry in entries] == [before.seq + 1, before.seq + 2]
    assert [said.subject for said in state_of(quay).judgements] == [one, other]
    held = {
        fact.id for report in case_of(state_of(quay), RULES, AT).reports for fact in report.facts
    }
    assert held.isdisjoint((one, other))
