"""Comments: on a case and on anything in it, with mentions."""

import pytest

from tests.web.desk import texts
from tests.web.people import browser_of, example, tree
from whence.model.account import Role
from whence.run.case.state import state_of
from whence.web.views.readings import readings


def test_comments_stand_with_the_newest_last() -> None:
    _, browser, case = example()
    for text in ("first thing", "second thing"):
        browser.post(f"{case}/comments", text=text)
    assert texts(browser.get(f"{case}/comments"), "//p[@class='remark']") == [
        "first thing", "second thing",
    ]  # fmt: skip


def test_comment_is_on_what_it_says_and_shown_there() -> None:
    ledger, browser, case = example()
    fact = next(iter(browser.desk.shelf.volume(ledger.case_id).index.facts))
    back = f"{case}/values/{fact}"
    answer = browser.post(f"{case}/comments", text="who counted?", subject=fact, back=back)
    assert answer.url.path == back
    assert texts(tree(answer.text), "//p[@class='remark']") == ["who counted?"]
    page = browser.get(f"{case}/comments")
    assert page.xpath("//ol[@class='remarks']//a/@href")[-1] == back
    browser.post(f"{case}/comments", text="why so late?", subject="#3")
    assert texts(browser.get(f"{case}/ledger/3"), "//p[@class='remark']") == ["why so late?"]


@pytest.mark.parametrize("subject", ["fact-000000000000", "#0", "#99999", "nothing", "../etc"])
def test_comment_on_what_is_not_there_is_refused(subject: str) -> None:
    ledger, browser, case = example()
    assert browser.post(f"{case}/comments", text="hm", subject=subject).status_code == 404
    assert state_of(ledger).comments == []


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 10_001])
def test_empty_and_endless_comments_are_refused(text: str) -> None:
    ledger, browser, case = example()
    assert browser.post(f"{case}/comments", text=text).status_code == 409
    assert state_of(ledger).comments == []


def test_mentions_entries_and_ids_are_found_in_the_text() -> None:
    ledger, browser, case = example()
    claim = next(iter(browser.desk.shelf.volume(ledger.case_id).index.claims))
    text = (
        f"@Ana and @Ben: see #3 and {claim}, not #9999 nor mail@example.org nor claim-0123456789ab"
    )
    browser.post(f"{case}/comments", text=text)
    [remark] = browser.get(f"{case}/comments").xpath("//p[@class='remark']")
    assert remark.text_content() == text
    assert texts(remark, ".//strong") == ["@Ana", "@Ben"]
    assert remark.xpath(".//strong[contains(@class, 'me')]")[0].text_content() == "@Ana"
    assert remark.xpath(".//a/@href") == [f"{case}/ledger/3", f"{case}/values/{claim}"]


def test_person_sees_who_mentioned_them_in_any_case() -> None:
    ledger, browser, case = example()
    cid = browser_of(ledger.store, "Cid Marr", "analyst")
    assert texts(cid.get("/mentions"), "//p[@class='remark']") == []
    browser.post(f"{case}/comments", text="over to @Cid Marr, please")
    browser.post(f"{case}/comments", text="Cid Marr is away; @Cid Marrow is not he")
    browser.post(f"{case}/comments", text="thanks")
    page = cid.get("/mentions")
    assert texts(page, "//p[@class='remark']") == ["over to @Cid Marr, please"]
    [href] = page.xpath("//ul[@class='remarks']//a/@href")
    address, _, anchor = href.partition("#")
    assert cid.get(address).xpath(f"//*[@id='{anchor}']")


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("analyst", 200)])
def test_analysts_comment_and_readers_read(role: Role, status: int) -> None:
    ledger, _, case = example()
    browser = browser_of(ledger.store, "Rae", role)
    assert browser.post(f"{case}/comments", text="hm").status_code == status
    assert bool(browser.get(f"{case}/comments").xpath("//textarea")) is (status == 200)


def test_comment_that_is_begun_on_something_names_it() -> None:
    ledger, browser, case = example()
    fact = next(one for one in readings(browser.desk.shelf.volume(ledger.case_id)).was.values())
    [told] = texts(browser.get(f"{case}/comments?on={fact.id}"), "//form/p[@class='by'][1]")
    assert fact.id not in told
    assert told.startswith("on ")
