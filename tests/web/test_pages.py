"""The pages of a library and of a case, without scripts."""

import re

import pytest

from tests.run.case.kept import opened
from tests.web.desk import Browser, desk_over, kept_case, texts
from whence.store.memory import MemoryStore


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(kept_case().store))


@pytest.fixture(scope="module")
def case(browser: Browser) -> str:
    found = browser.get("/").xpath("//li[@class='card']//h2/a/@href")
    return str(found[0])


def test_empty_library_says_what_to_do() -> None:
    page = Browser(desk_over(MemoryStore())).get("/")
    assert texts(page, "//section/h2") == ["No case yet"]
    assert page.xpath("//a[@href='/new']")


def test_card_tells_reports_origins_and_the_leading_answer(browser: Browser) -> None:
    page = browser.get("/")
    assert texts(page, "//li[@class='card']//h2") == ["pilot station"]
    [counts] = texts(page, "//li[@class='card']/p[@class='by']")
    assert re.match(r"8 reports · \d+ origins · changed 6 May 2031, 10:0\d UTC", counts)
    assert page.xpath("//li[@class='card']//*[name()='svg']")


def test_card_and_first_screen_count_alike(browser: Browser, case: str) -> None:
    [counts] = texts(browser.get("/"), "//li[@class='card']/p[@class='by']")
    reports, origins = counts.split(" · ")[:2]
    first = texts(browser.get(case), "//p[@class='asof']")[0]
    assert reports in first
    assert origins in first


def test_case_without_a_report_says_so() -> None:
    ledger = opened("quay")
    page = Browser(desk_over(ledger.store)).get(f"/cases/{ledger.case_id}")
    assert "No report read yet" in texts(page, "//h2")


def test_first_screen_answers_the_four_questions(browser: Browser, case: str) -> None:
    asked = ["Who was behind it?", "Who says so?", "What would settle it?", "What changed?"]
    assert texts(browser.get(case), "//h2")[:4] == asked


def test_unknown_case_is_told(browser: Browser) -> None:
    page = browser.get("/cases/none", status=404)
    assert texts(page, "//h1") == ["there is no such case in this library"]


def test_grown_case_is_read_anew() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    case = f"/cases/{ledger.case_id}"
    before = browser.get(case)
    assert not before.xpath("//*[@class='stale']")
    last = browser.desk.shelf.volume(ledger.case_id)
    assert browser.desk.shelf.volume(ledger.case_id) is last
