"""A first hand's page, and the judgements that its forms hold: merged, parted, named by hand."""

import pytest
from lxml import html

from tests.web.desk import Browser, desk_over, kept_case, texts, weighed_anew
from whence.store.ledger import Ledger
from whence.web.doors import Alone
from whence.web.person import Person

MINISTRY = "transport ministry"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return kept_case()


@pytest.fixture(scope="module")
def browser(ledger: Ledger) -> Browser:
    return Browser(desk_over(ledger.store))


def address(browser: Browser, ledger: Ledger, name: str) -> str:
    page = browser.get(f"/cases/{ledger.case_id}/sources")
    [found] = page.xpath("//section[@id='tables']//th/a[bdi=$name]/@href", name=name)
    return str(found)


def names(browser: Browser, ledger: Ledger) -> list[str]:
    page = browser.get(f"/cases/{ledger.case_id}/sources")
    return texts(page, "//section[@id='tables']//tbody//th/a")


def judged(browser: Browser, ledger: Ledger, page: html.HtmlElement, **more: str) -> None:
    """Send the form of a page, as a browser does, and have the case weighed anew."""
    [form] = page.xpath("//section[@id='step']//form[@method='post']")
    assert form.xpath(".//input[@name='reason'][@required]")
    fields = {**dict(form.form_values()), "reason": "both are one office", **more}
    assert fields["head"] == str(ledger.head().seq)
    answer = browser.client.post(form.get("action"), data=fields)
    assert answer.status_code == 200, answer.text
    assert answer.url.path == f"/cases/{ledger.case_id}/sources"
    weighed_anew(ledger)


def test_the_page_tells_how_it_is_known_and_what_it_says(browser: Browser, ledger: Ledger) -> None:
    page = browser.get(address(browser, ledger, MINISTRY))
    assert texts(page, "//h1") == [MINISTRY]
    told = texts(page, "//dl[@class='known']")[0]
    assert "body" in told
    assert "in 6 reports" in told
    said = page.xpath("//section[@class='says']//*[@class='said']//a/@href")
    assert len(said) > 10
    for href in said[:5]:
        place = href.partition("#")[2]
        assert browser.get(href).xpath("//*[@id=$place]", place=place)


def test_what_it_says_is_chosen_by_what_it_is_about(browser: Browser, ledger: Ledger) -> None:
    page = browser.get(address(browser, ledger, MINISTRY))
    [href] = page.xpath("//nav[contains(@class,'subjects')]/a[bdi='Wounded']/@href")
    labels = texts(browser.get(href), "//section[@class='says']//p[@class='line']")
    assert labels
    assert all(label.startswith("Wounded") for label in labels)


def test_what_rests_on_it_is_told_with_and_without(browser: Browser, ledger: Ledger) -> None:
    page = browser.get(address(browser, ledger, "Sela Ambrant"))
    row = texts(page, "//section[@aria-labelledby='rests-h']//tbody/tr")[0]
    assert row.startswith("Who carried it out?")
    assert row.count(".") >= 2


def test_every_chain_of_it_is_listed_with_its_hands(browser: Browser, ledger: Ledger) -> None:
    page = browser.get(address(browser, ledger, MINISTRY))
    boxes = page.xpath("//input[@name='chain']")
    assert len(boxes) == len({box.get("value") for box in boxes}) == 7
    assert any("Corvane" in text for text in texts(page, "//td[@data-label='hands']"))


def test_a_taken_name_is_parted_again() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    own = address(browser, ledger, MINISTRY)
    page = browser.get(own)
    before = len(page.xpath("//input[@name='chain']"))
    judged(browser, ledger, browser.get(f"{own}?undo=0"))
    assert "transport ministry spokesman" in names(browser, ledger)
    after = browser.get(address(browser, ledger, MINISTRY))
    assert len(after.xpath("//input[@name='chain']")) < before
    # the judgement is told where it took effect, and can be withdrawn there
    parted = browser.get(address(browser, ledger, "transport ministry spokesman"))
    assert "both are one office" in texts(parted, "//section[@aria-labelledby='judged-h']")[0]
    [href] = parted.xpath(
        "//section[@aria-labelledby='judged-h']//a[contains(@href, 'withdraw')]/@href"
    )
    judged(browser, ledger, browser.get(href))
    assert "transport ministry spokesman" not in names(browser, ledger)
    again = browser.get(address(browser, ledger, MINISTRY))
    assert len(again.xpath("//input[@name='chain']")) == before
    told = texts(again, "//section[@aria-labelledby='judged-h']//li")
    assert len(told) == 2
    assert not again.xpath("//a[contains(@href, 'withdraw')]")


def test_two_origins_are_merged() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    own, other = (address(browser, ledger, name) for name in ("Marek Odry", "third official"))
    page = browser.get(f"{own}?merge={other.rpartition('/')[2]}")
    assert "Marek Odry = third official" in texts(page, "//section[@id='step']")[0]
    judged(browser, ledger, page)
    assert "third official" not in names(browser, ledger)
    merged = browser.get(address(browser, ledger, "Marek Odry"))
    assert "judged by Ana" in texts(merged, "//section[@aria-labelledby='names-h']")[0]


def test_undoing_a_merge_by_hand_withdraws_it() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    before = sorted(names(browser, ledger))
    own, other = (address(browser, ledger, name) for name in ("Marek Odry", "third official"))
    judged(browser, ledger, browser.get(f"{own}?merge={other.rpartition('/')[2]}"))
    merged = address(browser, ledger, "Marek Odry")
    [href] = browser.get(merged).xpath(
        "//section[@aria-labelledby='names-h']//tr[contains(., 'judged by')]//a/@href"
    )
    step = browser.get(href)
    assert texts(step, "//h2[@id='step-h']") == ["Withdraw this judgement?"]
    judged(browser, ledger, step)
    assert sorted(names(browser, ledger)) == before
    assert texts(browser.get(other), "//h1") == ["third official"]
    [withdrawal, was] = texts(browser.get(own), "//section[@aria-labelledby='judged-h']//li")
    assert "withdrawn" in withdrawal
    assert "withdrawn" in was
    assert not browser.get(own).xpath("//a[contains(@href, 'withdraw')]")


def test_chosen_chains_are_split_off() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    own = address(browser, ledger, MINISTRY)
    chains = browser.get(own).xpath("//input[@name='chain']/@value")
    page = browser.get(f"{own}?do=split&chain={chains[0]}&chain={chains[1]}")
    assert len(page.xpath("//ul[@class='parted']/li")) == 2
    count = len(names(browser, ledger))
    judged(browser, ledger, page)
    assert len(names(browser, ledger)) == count + 1


def test_all_chains_of_an_origin_cannot_part_from_it(browser: Browser, ledger: Ledger) -> None:
    own = address(browser, ledger, MINISTRY)
    chains = browser.get(own).xpath("//input[@name='chain']/@value")
    page = browser.get(f"{own}?do=split&{'&'.join(f'chain={chain}' for chain in chains)}")
    assert "These are all the chains" in texts(page, "//section[@id='step']//p[@role='alert']")[0]
    assert not page.xpath("//section[@id='step']//form")


@pytest.mark.parametrize("does", ["split", "name"])
def test_nothing_chosen_is_told(browser: Browser, ledger: Ledger, does: str) -> None:
    page = browser.get(f"{address(browser, ledger, MINISTRY)}?do={does}")
    assert "Tick a chain" in texts(page, "//section[@id='step']//p[@role='alert']")[0]
    assert not page.xpath("//section[@id='step']//form")


def test_where_nothing_is_chosen_the_chains_stand_open(browser: Browser, ledger: Ledger) -> None:
    own = address(browser, ledger, MINISTRY)
    folded = "//details[.//table[contains(@class, 'ways-table')]]"
    many = browser.get(own).xpath(f"{folded}/summary")[0].text_content()
    assert int(many.split()[0]) > 4
    assert browser.get(f"{own}?do=split").xpath(f"{folded}[@open]")


def test_the_first_hand_of_one_chain_is_named() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    own = address(browser, ledger, MINISTRY)
    [chain, *_] = browser.get(own).xpath("//input[@name='chain']/@value")
    judged(browser, ledger, browser.get(f"{own}?do=name&chain={chain}"), argument="Lena Marsh")
    page = browser.get(address(browser, ledger, "Lena Marsh"))
    assert chain in page.xpath("//input[@name='chain']/@value")


def test_the_origin_to_merge_with_is_found_by_name(browser: Browser, ledger: Ledger) -> None:
    own = address(browser, ledger, MINISTRY)
    found = texts(browser.get(f"{own}?with=official"), "//fieldset/label/bdi")
    assert found
    assert all("official" in name.casefold() for name in found)
    assert texts(browser.get(f"{own}?with=zzz"), "//section[@id='merge']//p[@class='empty']")


def test_a_reader_is_shown_no_form_to_judge(ledger: Ledger) -> None:
    class Reading(Alone):
        def person(self, request: object, at: str) -> Person:
            return Person(name="Rui", role="reader", secret="s" * 43)

    browser = Browser(desk_over(ledger.store, Reading("Rui")))
    own = address(browser, ledger, MINISTRY)
    for query in ("", "?undo=0"):
        page = browser.get(f"{own}{query}")
        assert not page.xpath("//form[@method='post'] | //input[@name='chain']")


def test_an_unknown_step_is_no_step(browser: Browser, ledger: Ledger) -> None:
    own = address(browser, ledger, MINISTRY)
    for query in ("undo=99", "undo=x", "chain=x", "merge=x", f"merge={own.rpartition('/')[2]}"):
        assert not browser.get(f"{own}?{query}").xpath("//section[@id='step']")
