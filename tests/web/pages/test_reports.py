"""The list of reports, a report as it was read, and the panel of some of its words."""

import re

import pytest

from tests.run.case.kept import add
from tests.web.desk import Browser, texts
from tests.web.people import browser_of, example, tree
from whence.model.claim import Claim
from whence.store.ledger import Ledger
from whence.web.shelf import Volume
from whence.web.views.readings import readings


@pytest.fixture(scope="module")
def opened() -> tuple[Ledger, Browser, str]:
    return example()


def volume_of(browser: Browser, ledger: Ledger) -> Volume:
    return browser.desk.shelf.volume(ledger.case_id)


def test_list_draws_copies_of_one_text_together(opened: tuple[Ledger, Browser, str]) -> None:
    _, browser, case = opened
    page = browser.get(f"{case}/reports")
    assert texts(page, "//main//p[@role='status']") == ["8 reports"]
    [bundle] = page.xpath("//tbody[@class='bundle']")
    assert len(bundle.xpath("./tr")) == 4
    assert texts(bundle, "./tr[1]")[0].startswith("Copies: 3 reports with the text of")
    assert len(page.xpath("//table//td[@class='by']")) == 8
    assert re.fullmatch(r"\d+ facts, .*attributions.*", texts(page, "//table//td[@class='by']")[0])


def test_list_is_filtered_by_outlet_and_by_word(opened: tuple[Ledger, Browser, str]) -> None:
    _, browser, case = opened
    page = browser.get(f"{case}/reports?outlet=Radio+Sarnavel")
    assert texts(page, "//main//p[@role='status']") == ["1 report of 8"]
    assert texts(page, "//table//tbody//a") == ["Radio Sarnavel"]
    page = browser.get(f"{case}/reports?word=WATCHMAN")
    assert 0 < len(page.xpath("//table//td[@class='by']")) < 8
    page = browser.get(f"{case}/reports?word=zeppelin")
    assert texts(page, "//main//p[@class='empty']") == ["No report fits."]


def test_what_could_not_be_read_is_told_with_its_reason() -> None:
    ledger, browser, case = example()
    add(ledger, "/nowhere/at-all.html")
    page = browser.get(f"{case}/reports")
    assert texts(page, "//section[@id='failures']//bdi") == ["at-all.html"]
    assert texts(page, "//section[@id='failures']//strong")[0]


def test_report_has_a_switch_for_every_kind_of_mark(opened: tuple[Ledger, Browser, str]) -> None:
    ledger, browser, case = opened
    document = next(iter(volume_of(browser, ledger).index.documents))
    page = browser.get(f"{case}/reports/{document}")
    boxes = page.xpath("//fieldset[@id='kinds']//input[@type='checkbox']")
    assert [box.get("value") for box in boxes] == [
        "said", "fact", "claim", "reaction", "loaded", "insinuation", "copied", "evidence",
        "rejected",
    ]  # fmt: skip
    assert all(box.get("checked") is not None for box in boxes)
    assert page.xpath("//div[@class='text']//span[contains(@class, 'fact')]")
    assert page.xpath("//script[contains(@src, 'legend.js')]")


def test_reports_lead_to_the_one_before_and_the_next(opened: tuple[Ledger, Browser, str]) -> None:
    _, browser, case = opened
    address: str | None = browser.get(f"{case}/reports").xpath("//tbody[1]//a/@href")[0]
    while before := browser.get(str(address)).xpath("//a[@rel='prev']/@href"):
        address = before[0]
    seen = []
    while address:
        seen.append(address)
        after = browser.get(address).xpath("//a[@rel='next']/@href")
        address = after[0] if after else None
    assert len(set(seen)) == len(seen) == 8


def test_words_tell_everything_that_was_read_from_them(
    opened: tuple[Ledger, Browser, str],
) -> None:
    ledger, browser, case = opened
    volume = volume_of(browser, ledger)
    claim = next(one for one in readings(volume).was.values() if isinstance(one, Claim))
    span = claim.spans[0]
    words = f"{case}/reports/{claim.document_id}/words/{span.start}-{span.end}"
    page = browser.get(words)
    assert claim.id in page.xpath("//section/@id")
    assert span.text in page.xpath("//main//blockquote")[0].text_content()
    assert page.xpath("//form//button[@value='rejected']")
    answer = browser.client.get(words, headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert claim.id in tree(answer.text).xpath("//section/@id")


def test_report_opens_with_the_panel_of_words(opened: tuple[Ledger, Browser, str]) -> None:
    ledger, browser, case = opened
    fact = next(iter(volume_of(browser, ledger).index.facts.values()))
    span = fact.spans[0]
    report = f"{case}/reports/{fact.document_id}"
    page = browser.get(f"{report}?open={span.start}-{span.end}")
    assert fact.id in page.xpath("//aside[@id='panel']//section/@id")
    assert not page.xpath("//aside[@id='panel'][@hidden]")
    assert browser.get(report).xpath("//aside[@id='panel'][@hidden]")


@pytest.mark.parametrize("limits", ["5-2", "x-y", "1-99999999", "3", "-", "1-2-3", "٣-٤"])
def test_words_that_are_not_there_are_refused(
    opened: tuple[Ledger, Browser, str], limits: str
) -> None:
    ledger, browser, case = opened
    document = next(iter(volume_of(browser, ledger).index.documents))
    browser.get(f"{case}/reports/{document}/words/{limits}", status=404)
    browser.get(f"{case}/reports/{document}?open={limits}")


def test_report_leads_to_its_entry_in_the_ledger(opened: tuple[Ledger, Browser, str]) -> None:
    ledger, browser, case = opened
    key, seq = next(iter(volume_of(browser, ledger).state.seqs.items()))
    page = browser.get(f"{case}/reports/{key}")
    [href] = page.xpath("//main//a[contains(., 'entry in the ledger')]/@href")
    assert href == f"{case}/ledger/{seq}"


def test_unknown_report_is_told(opened: tuple[Ledger, Browser, str]) -> None:
    _, browser, case = opened
    page = browser.get(f"{case}/reports/doc-none", status=404)
    assert texts(page, "//h1") == ["there is no such report in the case"]


def test_reader_is_offered_no_judgement() -> None:
    ledger, _, case = example()
    browser = browser_of(ledger.store, "Rae", "reader")
    fact = next(iter(volume_of(browser, ledger).index.facts.values()))
    page = browser.get(f"{case}/values/{fact.id}")
    assert page.xpath("//main//form") == []
