"""The ledger's pages: the log, one entry, the proof, who judged what, taking back and out."""

import re
from dataclasses import replace as changed

import pytest

from tests.web.desk import Browser, texts
from tests.web.people import browser_of, example, tree
from whence.model.account import Role
from whence.run.case.state import state_of
from whence.store.ledger import Ledger
from whence.store.memory import MemoryStore
from whence.web.views.readings import readings

WHY = "the page was a parody"


def judge_first_claim(browser: Browser, case: str, ledger: Ledger, verdict: str) -> str:
    """Judge a claim of the case, and return its id."""
    found = readings(browser.desk.shelf.volume(ledger.case_id)).was
    claim = next(key for key in found if key.startswith("claim-"))
    browser.post(f"{case}/judge", subject=claim, verdict=verdict, reason=WHY)
    return claim


def test_log_is_filtered_by_kind_and_author() -> None:
    _, browser, case = example()
    page = browser.get(f"{case}/ledger?kind=document")
    kinds = {re.sub(" .*", "", said) for said in texts(page, "//tbody//td[3]")}
    assert kinds == {"document"}
    assert texts(page, "//form//span[@class='by']") == ["8 entries"]
    page = browser.get(f"{case}/ledger?author=Nobody")
    assert texts(page, "//tbody//td") == ["No entry fits."]


def test_long_log_is_shown_in_pages() -> None:
    _, browser, case = example()
    for number in range(110):
        browser.post(f"{case}/comments", text=f"remark {number}")
    page = browser.get(f"{case}/ledger?kind=comment")
    first = [int(seq[1:]) for seq in texts(page, "//tbody//th")]
    [onward] = page.xpath("//a[@rel='next']/@href")
    rest = [int(seq[1:]) for seq in texts(browser.get(onward), "//tbody//th")]
    assert (len(first), len(rest)) == (100, 10)
    assert max(rest) < min(first)


def test_verified_chain_is_whole() -> None:
    _, browser, case = example()
    answer = browser.post(f"{case}/ledger/verify")
    page = tree(answer.text)
    assert texts(page, "//section[contains(@class, 'proof')]/h2") == ["The chain is whole"]
    assert "touched" not in page.xpath("//section[contains(@class, 'proof')]/@class")[0]


def test_what_was_touched_is_told_with_its_place() -> None:
    ledger, browser, case = example()
    store = ledger.store
    assert isinstance(store, MemoryStore)
    [kept] = [
        one for one in vars(store).values() if isinstance(one, dict) and ledger.case_id in one
    ]
    held = kept[ledger.case_id]
    entries = held if isinstance(held, list) else held.entries
    entries[4] = changed(entries[4], payload=(entries[4].payload or b"") + b" ")
    page = tree(browser.post(f"{case}/ledger/verify").text)
    [proof] = page.xpath("//section[contains(@class, 'touched')]")
    assert texts(proof, ".//li/a") == ["#5"]


def test_entry_shows_its_hashes_and_what_it_says() -> None:
    ledger, browser, case = example()
    sealed = next(iter(ledger.store.read(ledger.case_id, after=2, through=3)))
    page = browser.get(f"{case}/ledger/3")
    assert texts(page, "//dd/code") == [
        sealed.entry.hash, sealed.entry.previous, sealed.entry.payload_sha256,
    ]  # fmt: skip
    assert page.xpath("//pre[@class='payload']")
    assert page.xpath("//a[@rel='prev']/@href") == [f"{case}/ledger/2"]


@pytest.mark.parametrize("seq", ["0", "999", "x", "-1", "99999999999999999999"])
def test_entry_that_is_not_there_is_told(seq: str) -> None:
    _, browser, case = example()
    browser.get(f"{case}/ledger/{seq}", status=404)


def test_judgements_tell_who_what_and_what_holds() -> None:
    ledger, browser, case = example()
    claim = judge_first_claim(browser, case, ledger, "rejected")
    judge_first_claim(browser, case, ledger, "accepted")
    page = browser.get(f"{case}/ledger/judgements")
    said = texts(page, "//tbody/tr/td[2]")
    assert said == ["accepted holds", "rejected replaced by a later one"]
    assert page.xpath("//tbody/tr[1]/td[1]/a/@href") == [f"{case}/values/{claim}"]
    [form] = page.xpath("//tbody//form")
    fields = dict(form.form_values()) | {"reason": "a mistake"}
    fields.pop("csrf")
    answer = browser.post(form.get("action"), **fields)
    assert answer.url.path == f"{case}/ledger/judgements"
    said = texts(tree(answer.text), "//tbody/tr/td[2]")
    assert said == ["withdrawn what was judged before withdrawal", "accepted withdrawn",
                    "rejected withdrawn"]  # fmt: skip


def test_entry_is_taken_back_and_holds_again() -> None:
    ledger, browser, case = example()
    document = next(iter(state_of(ledger).seqs.items()))
    browser.post(f"{case}/ledger/{document[1]}/retract", reason=WHY)
    assert document[0] not in state_of(ledger).documents
    page = browser.get(f"{case}/ledger/{document[1]}")
    assert texts(page, "//h1/span") == ["taken back"]
    [by] = page.xpath("//p[@class='flag']/a/@href")
    [told] = texts(browser.get(f"{case}/reports/{document[0]}", status=404), "//h1")
    assert told == f"the report was taken back with #{by.rpartition('/')[2]} of the ledger"
    browser.post(f"{by}/retract", reason="it was none")
    assert document[0] in state_of(ledger).documents


def test_words_are_taken_out_once_that_is_confirmed() -> None:
    ledger, browser, case = example()
    key, seq = next(iter(state_of(ledger).seqs.items()))
    text = state_of(ledger).documents[key].text
    assert browser.post(f"{case}/ledger/{seq}/redact", reason=WHY).status_code == 409
    assert key in state_of(ledger).documents
    answer = browser.post(f"{case}/ledger/{seq}/redact", reason=WHY, sure="yes")
    assert answer.status_code == 200
    assert "It was taken out; its hash stays." in answer.text
    assert all(text.encode() not in (one.payload or b"") for one in ledger.read())
    browser.get(f"{case}/reports/{key}", status=404)


def test_case_is_closed_and_opened_again() -> None:
    ledger, browser, case = example()
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    assert state_of(ledger).closed
    assert "closed" in texts(browser.get(case), "//p[@class='case-name']/span[@class='status']")
    assert browser.post(f"{case}/ledger/close", closed="yes", reason="x").status_code == 409
    browser.post(f"{case}/ledger/close", closed="no", reason="more came")
    assert not state_of(ledger).closed


@pytest.mark.parametrize("role", ["reader", "analyst"])
@pytest.mark.parametrize("deed", ["ledger/3/retract", "ledger/3/redact", "ledger/close"])
def test_only_editors_take_back_and_close(role: Role, deed: str) -> None:
    ledger, _, case = example()
    browser = browser_of(ledger.store, "Rae", role)
    before = ledger.head()
    answer = browser.post(f"{case}/{deed}", reason=WHY, sure="yes", closed="yes")
    assert answer.status_code == 403
    assert ledger.head() == before
    assert not browser.get(f"{case}/ledger/3").xpath("//form[contains(@action, 'retract')]")


def test_entry_that_was_taken_out_tells_by_what_and_offers_no_taking_back() -> None:
    ledger, browser, case = example()
    browser.post(f"{case}/ledger/3/redact", reason="a court said so", sure="yes")
    page = browser.get(f"{case}/ledger/3")
    [told] = texts(page, "//p[@class='flag']")
    assert "a court said so" in told
    assert page.xpath(f"//p[@class='flag']/a[@href='{case}/ledger/{ledger.head().seq}']")
    assert not page.xpath("//section[@aria-labelledby='retract-h']")


def test_entry_that_was_taken_back_tells_an_editor_how_it_holds_again() -> None:
    ledger, browser, case = example()
    browser.post(f"{case}/ledger/3/retract", reason=WHY)
    assert "take that entry back" in texts(browser.get(f"{case}/ledger/3"), "//p[@class='flag']")[0]
    reader = browser_of(ledger.store, "Rae", "reader")
    assert "take that" not in texts(reader.get(f"{case}/ledger/3"), "//p[@class='flag']")[0]
    again = tree(browser.post(f"{case}/ledger/3/retract", reason=WHY).text)
    assert f"#{ledger.head().seq} can be taken back" in texts(again, "//main//p")[0]


def test_readers_are_told_who_judges_and_comments() -> None:
    ledger, browser, case = example()
    reader = browser_of(ledger.store, "Rae", "reader")
    assert texts(reader.get(f"{case}/ledger/judgements"), "//section[@class='nothing']/p") == [
        "Nobody has judged anything yet."
    ]
    assert "written by analysts" in texts(reader.get(f"{case}/comments"), "//main")[0]
    fact = next(iter(readings(browser.desk.shelf.volume(ledger.case_id)).was))
    assert "Analysts judge" in texts(reader.get(f"{case}/values/{fact}"), "//main")[0]
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    analyst = browser_of(ledger.store, "Bo", "analyst")
    page = analyst.get(f"{case}/add")
    assert "An editor can open it again." in texts(page, "//main")[0]
    assert not page.xpath("//main//a[contains(@href, '#close-h')]")
    assert browser.get(f"{case}/add").xpath("//main//a[contains(@href, '#close-h')]")
