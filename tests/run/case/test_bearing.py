"""Whether a judgement bears on the weighing: as much as deriving the case with it shows."""

import pytest
from msgspec.structs import replace

from tests.run.case.kept import AT, RULES, add, opened, pages
from whence.model.case import Case, Judgement
from whence.run.case.bearing import bears
from whence.run.case.deriving import gathered
from whence.run.case.state import state_of


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    ledger = opened()
    add(ledger, pages(tmp_path_factory.mktemp("pages")))
    return gathered(state_of(ledger), AT)


def judged(case: Case, *said: tuple[str, str]) -> Case:
    rows = tuple(
        Judgement(
            subject=subject, verdict=verdict, by="Ana", at=f"2031-05-09T10:00:0{place}", reason="x"
        )
        for place, (subject, verdict) in enumerate(said)
    )
    return replace(case, judgements=rows)


def claims(case: Case) -> list[str]:
    return [claim.id for report in case.reports for claim in report.claims]


def test_what_was_accepted_or_not_judged_bears_on_nothing(case: Case) -> None:
    first = claims(case)[0]
    assert not bears(case, first, RULES)
    assert not bears(judged(case, (first, "accepted")), first, RULES)


def test_the_only_claim_of_a_statement_bears(case: Case) -> None:
    assert any(bears(judged(case, (key, "rejected")), key, RULES) for key in claims(case))


def test_only_the_last_judgement_is_asked_about(case: Case) -> None:
    key = next(one for one in claims(case) if bears(judged(case, (one, "rejected")), one, RULES))
    again = judged(case, (key, "rejected"), (key, "rejected"))
    assert not bears(again, key, RULES)
    mended = judged(case, (key, "rejected"), (key, "accepted"))
    assert bears(mended, key, RULES)
