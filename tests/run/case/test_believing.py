from pathlib import Path

from msgspec.structs import replace

from tests.run.case.kept import AT, RULES, add, kinds, opened, pages
from whence.run.case.believing import believed
from whence.run.case.deriving import case_of, fresh
from whence.run.case.state import state_of
from whence.store.sealing import Draft


def test_a_snapshot_that_its_entries_give_is_believed(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    before = ledger.head()
    assert believed(ledger, RULES, "Bo", lambda: AT) is None
    assert ledger.head() == before


def test_a_planted_snapshot_is_answered_by_what_the_entries_give(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path))
    true = state_of(ledger).snapshot
    assert true is not None
    assert true.assessment is not None
    planted = replace(true, assessment=replace(true.assessment, confidence="high"))
    ledger.append([Draft(kind="assessment", author="Eve", at=AT, payload=planted)])
    shown = case_of(state_of(ledger), RULES, AT).assessment
    assert shown is not None
    assert shown.confidence == "high"
    made = believed(ledger, RULES, "Bo", lambda: AT)
    assert made is not None
    assert made.author == "Bo"
    assert case_of(state_of(ledger), RULES, AT).assessment == case.assessment
    assert fresh(state_of(ledger), RULES)
    assert believed(ledger, RULES, "Bo", lambda: AT) is None


def test_what_is_derived_anew_anyway_is_left_alone(tmp_path: Path) -> None:
    ledger = opened()
    assert believed(ledger, RULES, "Bo", lambda: AT) is None
    add(ledger, pages(tmp_path))
    other = replace(RULES, weigh=replace(RULES.weigh, seed=RULES.weigh.seed + 1))
    assert believed(ledger, other, "Bo", lambda: AT) is None
    assert kinds(ledger).count("assessment") == 1
