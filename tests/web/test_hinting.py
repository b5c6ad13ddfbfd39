"""Errors tell somebody who clicks what to click, and lead back to the case."""

import re

import pytest

from tests.run.case.kept import opened
from tests.web.desk import Browser, texts
from tests.web.people import browser_of, tree
from whence.web.hinting import clicked

WORD = re.compile(r"whence [a-z]")


@pytest.fixture(scope="module")
def browser() -> Browser:
    return browser_of(opened("old quay").store)


@pytest.fixture(scope="module")
def case(browser: Browser) -> str:
    return f"/cases/{browser.desk.store.heads()[0].case_id}"


@pytest.mark.parametrize(
    ("hint", "page"),
    [
        ("'whence origins CASE --json' tells the ids", "sources"),
        ("open it again: whence case reopen quay --reason TEXT", "ledger"),
        ("run 'whence weigh' before", "overview"),
        ("'whence nothing known' tells more", "overview"),
        ("use --given INDICATOR", "overview"),
        ("give the id of one", ""),
    ],
)
def test_commands_become_pages(hint: str, page: str) -> None:
    told, where = clicked(hint)
    assert not WORD.search(told)
    assert "--" not in told
    assert where == page
    assert told


@pytest.mark.parametrize("place", ["/none", "/values/none", "/work/none", "/origins/none"])
def test_error_of_a_case_leads_back_to_it(browser: Browser, case: str, place: str) -> None:
    page = browser.get(case + place, status=404)
    assert texts(page, "//main//h1")
    assert page.xpath(f"//main//a[@href='{case}']/bdi[.='old quay']")
    assert page.xpath("//main//a[@href='/']")


@pytest.mark.parametrize("place", ["/none", "/cases/none/none", "/new/none", "/cases//"])
def test_unknown_address_is_told_on_a_page(browser: Browser, place: str) -> None:
    page = browser.get(place, status=404)
    assert texts(page, "//main//h1") == ["there is no such page"]
    assert page.xpath("//main//a[@href='/']")


def test_what_is_done_by_a_form_alone_is_no_page(browser: Browser, case: str) -> None:
    assert "no such page" in tree(browser.client.get(f"{case}/anew").text).text_content()


def test_closed_case_says_where_it_is_opened_again(browser: Browser) -> None:
    ledger = opened("new quay")
    closed, case = browser_of(ledger.store), f"/cases/{ledger.case_id}"
    closed.post(f"{case}/ledger/close", closed="yes", reason="done")
    answer = closed.post(f"{case}/add", text="Two boats burned.")
    page = tree(answer.text)
    assert answer.status_code == 409
    assert page.xpath(f"//main//a[@href='{case}/ledger']")
    assert not WORD.search(texts(page, "//main")[0])


@pytest.mark.parametrize(
    ("hint", "words", "page"),
    [
        ("give --reason TEXT", "go back and say why", ""),
        ("open it again: whence case reopen quay --reason TEXT", "an editor can open", "ledger"),
        ("to have it hold again: whence case retract quay '#28' --reason TEXT", "#28", "ledger"),
        ("take both out: whence case retract quay", "the case's ledger", "ledger"),
    ],
)
def test_what_is_to_be_done_is_said_in_place_of_a_command(hint: str, words: str, page: str) -> None:
    told, where = clicked(hint)
    assert words in told
    assert where == page


def test_missing_reason_is_asked_for(browser: Browser, case: str) -> None:
    page = tree(browser.post(f"{case}/ledger/close", closed="yes", reason=" ").text)
    assert texts(page, "//main//h1") == ["nothing is said about why"]
    assert "go back and say why" in texts(page, "//main//p")[0]


def test_lost_origin_leads_to_the_sources(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/sources/origin-none", status=404)
    assert "one with another" in texts(page, "//main//h1")[0]
    assert page.xpath(f"//main//p/a[@href='{case}/sources']")


def test_whose_role_does_not_suffice_is_told_who_can_help() -> None:
    ledger = opened("far quay")
    reader = browser_of(ledger.store, "Rae", "reader")
    page = reader.get(f"/cases/{ledger.case_id}/add", status=403)
    assert texts(page, "//main//h1") == ["this needs the role analyst"]
    told = "yours is reader: an administrator can give you another one"
    assert texts(page, "//main//p")[0] == told


def test_refused_form_is_a_click_away(browser: Browser, case: str) -> None:
    [form] = browser.get(f"{case}/ledger").xpath("//form[contains(@action, '/close')]")
    answer = browser.client.post(
        form.get("action"), data={**dict(form.form_values()), "reason": ""}
    )
    page = tree(answer.text)
    assert page.xpath(f"//main//a[@href='{case}/ledger'][.='Back to the form']")
    away = tree(browser.post(f"{case}/ledger/close", back="//elsewhere.example/", reason="").text)
    assert not away.xpath("//main//a[.='Back to the form']")
