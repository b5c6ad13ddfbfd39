"""What becomes of what was given: stopped, failed, tried again."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from tests.run.case.kept import AT, RULES, keeper, opened
from tests.web.desk import REPORTS, Browser, desk_over, texts
from whence.run import pipeline, registry
from whence.run.case.deriving import gathered
from whence.run.intake.desk import Intake
from whence.run.intake.filling import limits_of
from whence.run.intake.orders import Given, job_of
from whence.run.intake.spool import Spool
from whence.run.watch import Silent
from whence.run.world import World
from whence.store.ledger import Ledger


def after(ledger: Ledger, folder: Path, **became: Any) -> tuple[Browser, str]:
    """Return a browser at a case of which an order ended so, and the address of the order."""
    spool = Spool(folder, limits_of(RULES))
    order = spool.put(Given(case_id=ledger.case_id, author="Ana", at=AT))
    spool.finish(msgspec.structs.replace(job_of(order), ended_at=AT, **became))
    intake = Intake(RULES, folder, lambda: AT)
    intake.start()
    browser = Browser(replace(desk_over(ledger.store), intake=intake))
    return browser, f"/cases/{ledger.case_id}/work/{order.id}"


def stopped(read: int) -> Ledger:
    """Return a case of eight reports whose reading was stopped after some."""
    ledger = opened("pilot station")
    kept = keeper(ledger)
    pipeline.ingested([str(REPORTS)], RULES, World(at=AT, keeper=kept))
    case = gathered(kept.state, AT)
    part = msgspec.structs.replace(case, documents=case.documents[:read])
    if read:
        pipeline.extracted(part, registry.reader("rules"), RULES, Silent(), kept)
    return ledger


def test_nothing_is_tried_again_of_which_nothing_is_left(tmp_path: Path) -> None:
    failed = {"state": "failed", "error": "none could be read", "error_kind": "nothing_read"}
    ledger = opened()
    browser, order = after(ledger, tmp_path, **failed, spent=True)
    page = browser.get(order)
    assert texts(page, "//section[@id='work']//button") == []
    assert page.xpath(f"//section[@id='work']//a[@href='/cases/{ledger.case_id}/add']")


def test_failed_order_can_be_tried_again(tmp_path: Path) -> None:
    browser, order = after(opened(), tmp_path, state="failed", error="the library is full")
    assert texts(browser.get(order), "//section[@id='work']//button") == ["Try again"]


def test_stopped_reading_says_how_far_it_came_and_goes_on(tmp_path: Path) -> None:
    ledger = stopped(5)
    browser, order = after(ledger, tmp_path, state="cancelled", stage="extract")
    [work] = texts(browser.get(order), "//section[@id='work']")
    assert "5 of 8 reports are read. What was read is kept." in work
    assert "taken in" not in work
    case = f"/cases/{ledger.case_id}"
    page = browser.get(case)
    assert "The reading was stopped: 5 of 8 reports are read." in page.text_content()
    assert texts(page, "//main//h2") == ["Nothing is said yet"]
    assert "0 origins" not in page.text_content()
    for name in ("", "/facts", "/hypotheses", "/timeline", "/parties", "/sources"):
        assert "o incident" not in browser.get(case + name).text_content(), name
    [form] = page.xpath("//div[@id='weighing']//form")
    assert texts(form, ".//button") == ["Read the rest"]
    browser.client.post(form.get("action"), data=dict(form.form_values()))
    [*_, job] = browser.desk.intake.jobs(ledger.case_id)
    assert job.kind == "weigh"
    browser.desk.intake.stop()


def test_stopped_taking_in_says_that_not_all_was_taken(tmp_path: Path) -> None:
    browser, order = after(opened(), tmp_path, state="cancelled", stage="ingest")
    [work] = texts(browser.get(order), "//section[@id='work']")
    assert "Nothing of it was read. Not all that was given was taken in" in work


def test_order_that_weighs_reads_what_was_left(tmp_path: Path) -> None:
    ledger = stopped(0)
    browser, _ = after(ledger, tmp_path, state="cancelled", stage="load")
    page = browser.get(f"/cases/{ledger.case_id}")
    assert texts(page, "//main//h2") == ["No report read yet"]
    assert texts(page, "//div[@id='weighing']//button") == ["Read the rest"]
