"""No page tells an id where a name can stand, also while a report is away."""

import re

import pytest
from lxml import html

from tests.web.desk import Browser, texts, weighed_anew
from tests.web.people import example
from whence.store.ledger import Ledger
from whence.web.views.readings import readings

ID = re.compile(r"\b(?:doc|claim|fact|chain|origin|party)-[0-9a-f]{6,}|\bexecutor:|\bsponsor:")


@pytest.fixture
def judged() -> tuple[Ledger, Browser, str, str]:
    """A case with a judgement of every sort, and the entry of the report that most are about."""
    ledger, browser, case = example()
    volume = browser.desk.shelf.volume(ledger.case_id)
    seq, report = 3, next(iter(readings(volume).reports.values()))
    assert volume.state.seqs[report.document_id] == seq
    other = next(key for key in volume.state.documents if key != report.document_id)
    chains = [chain.id for chain in report.chains if chain.origin.who != report.document_id]
    assert volume.case.assessment is not None
    answer = volume.case.assessment.answer("executor")
    for subject, verdict in (
        (report.facts[0].id, "rejected"),
        (report.facts[1].id, "accepted"),
        (f"{report.document_id} {other}", "different incidents"),
        (f"{chains[0]} {chains[-1]}", "one origin"),
        (answer.evidence[0].id, "ratio 2"),
        (answer.evidence[0].kind, "ratio 3"),
        (answer.hypotheses[0].id, "prior 0.4"),
    ):
        browser.post(f"{case}/judge", subject=subject, verdict=verdict, reason="own files")
    weighed_anew(ledger)
    return ledger, browser, case, f"{case}/ledger/{seq}"


def said_at(page: html.HtmlElement) -> str:
    return " ".join(texts(page, "//main"))


@pytest.mark.parametrize("place", ["ledger", "ledger/judgements", "reports", "hypotheses"])
@pytest.mark.parametrize("away", [False, True])
def test_judgements_are_told_in_words(
    judged: tuple[Ledger, Browser, str, str], place: str, away: bool
) -> None:
    ledger, browser, case, entry = judged
    before = said_at(browser.get(f"{case}/ledger/judgements"))
    if away:
        browser.post(f"{entry}/retract", reason="it was of another harbour")
        weighed_anew(ledger)
        now = said_at(browser.get(f"{case}/ledger/judgements"))
        assert "bears on nothing that is read now" in now
        assert now.count("Ana") == before.count("Ana")
    told = said_at(browser.get(f"{case}/{place}"))
    assert not ID.findall(told)


def test_what_was_read_in_a_report_that_is_away_keeps_its_name(
    judged: tuple[Ledger, Browser, str, str],
) -> None:
    ledger, browser, case, entry = judged
    fact = next(iter(readings(browser.desk.shelf.volume(ledger.case_id)).reports.values())).facts[0]
    browser.post(f"{entry}/retract", reason="it was of another harbour")
    about = texts(browser.get(f"{case}/ledger/judgements"), "//td[@data-label='about']")
    assert f"{fact.slot.replace('_', ' ')}: {fact.value}" in about


def test_what_was_taken_out_is_told_without_its_id(
    judged: tuple[Ledger, Browser, str, str],
) -> None:
    _, browser, case, entry = judged
    browser.post(f"{entry}/redact", reason="a court", sure="yes")
    about = " ".join(texts(browser.get(f"{case}/ledger/judgements"), "//td[@data-label='about']"))
    assert "a fact that the case does not hold now" in about
    assert not ID.findall(about)
