"""The sources of a case: the picture's page, its data, its tables, and the words behind a line."""

from functools import partial
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from lxml import html

from tests.run.case.kept import opened
from tests.web.desk import Browser, desk_over, kept_case, texts
from whence.web.hands import listing
from whence.web.hands.graph import HandsGraph
from whence.web.paging import number


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(kept_case().store))


@pytest.fixture(scope="module")
def base(browser: Browser) -> str:
    [case] = browser.get("/").xpath("//li[@class='card']//h2/a/@href")
    return f"{case}/sources"


def data(browser: Browser, base: str, query: str = "") -> HandsGraph:
    answer = browser.client.get(f"{base}.json{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    return msgspec.json.decode(answer.content, type=HandsGraph)


def names(page: html.HtmlElement) -> list[str]:
    return texts(page, "//section[@id='tables']//tbody//th//a")


def test_the_page_counts_what_the_picture_holds(browser: Browser, base: str) -> None:
    page, graph = browser.get(base), data(browser, base)
    [tally] = texts(page, "//p[@class='tally']")
    assert tally.startswith(f"{graph.origins} origins and {graph.voices} outlets")
    assert f"through {graph.reports} reports: {graph.values} values" in tally
    assert len(names(page)) == graph.origins


def test_no_style_or_script_stands_in_the_page(browser: Browser, base: str) -> None:
    page = browser.get(base)
    assert not page.xpath("//style | //@style | //script[not(@src)]")
    # the library would add a style element of its own, unless something has its id
    assert page.xpath("//link[@id='__________cytoscape_stylesheet']")


def test_without_scripts_the_reports_own_picture_is_there(browser: Browser, base: str) -> None:
    still = browser.get(base).xpath("//div[@class='hands-still']//*[name()='svg']")
    assert len(still) == 2
    for href in still[0].xpath(".//*[name()='a']/@href"):
        assert href.startswith(base.rpartition("/")[0])


def test_the_picture_is_fetched_for_the_choice(browser: Browser, base: str) -> None:
    page = browser.get(f"{base}?slot=munitions_launched")
    [address] = page.xpath("//section[@id='hands']/@data-from")
    graph = msgspec.json.decode(browser.client.get(address).content, type=HandsGraph)
    assert graph.about == "Launched"
    assert graph.values < data(browser, base).values


def test_a_claim_is_answered_with_who_said_it_first(browser: Browser, base: str) -> None:
    page = browser.get(f"{base}?claim=munitions_launched%3D3")
    [told] = texts(page, "//section[@class='first-said']")
    assert "transport ministry" in told
    assert "One origin stands behind it, however many print it." in told
    assert texts(page, "//h2[@class='asked']") == ["Launched: 3 drones"]
    assert texts(page, "//select[@name='about']//option[@selected]") == ["Launched: 3 drones"]


def test_an_outlet_and_a_name_narrow_the_tables(browser: Browser, base: str) -> None:
    everything = names(browser.get(base))
    mine = names(browser.get(f"{base}?outlet=Radio+Sarnavel"))
    assert 0 < len(mine) < len(everything)
    found = names(browser.get(f"{base}?name=MINISTRY"))
    assert found == [name for name in everything if "ministry" in name]
    assert texts(browser.get(f"{base}?name=nobody-at-all"), "//p[@class='empty']") == [
        "Nobody is called so."
    ]


def test_first_hands_are_sorted_by_what_they_carry_or_by_name(browser: Browser, base: str) -> None:
    page = browser.get(base)
    carried = [int(text.split()[0]) for text in texts(page, "//td[@data-label='carries']")]
    assert carried == sorted(carried, reverse=True)
    by_name = names(browser.get(f"{base}?order=name"))
    assert by_name == sorted(by_name, key=str.casefold)
    assert page.xpath("//th[@aria-sort='descending']")


def test_long_tables_are_paged(
    browser: Browser, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = names(browser.get(base))
    monkeypatch.setattr(listing, "paged", partial(listing.paged, each=5))
    page, seen = browser.get(base), []
    while True:
        rows = names(page)
        assert len(rows) <= 5
        seen += rows
        following = page.xpath("//section[@id='tables']//a[@rel='next']/@href")
        if not following:
            break
        page = browser.get(following[0])
    assert seen == everything
    assert names(browser.get(f"{base}?page=999")) == rows


@pytest.mark.parametrize("table", listing.TABLES)
def test_every_table_is_shown_and_its_links_lead_somewhere(
    browser: Browser, base: str, table: str
) -> None:
    page = browser.get(f"{base}?table={table}")
    assert len(page.xpath("//nav[@aria-label='Tables']/a[@aria-current]")) == 1
    links = {href for href in page.xpath("//section[@id='tables']//a/@href") if href[0] == "/"}
    assert links
    for href in sorted(links)[:12]:
        browser.get(href)


def test_a_row_is_found_by_its_anchor(browser: Browser, base: str) -> None:
    row = browser.get(f"{base}?table=relays").xpath("//section[@id='tables']//tr/@id")[-1]
    assert browser.get(f"{base}?at={row}").xpath(f"//tr[@id='{row}']")
    assert browser.get(f"{base}?at=cp-1").xpath("//tr[@id='cp-1']")


def test_every_stop_and_every_line_leads_somewhere(browser: Browser, base: str) -> None:
    graph = data(browser, base)
    for stop in graph.stops:
        browser.get(stop.href)
    for step in graph.steps:
        page = browser.get(step.href)
        if "/words?" in step.href:
            told = texts(page, "//p[@class='lead']")[0]
            assert told.startswith(f"{step.values} values passed between these hands")
            assert page.xpath("//*[@class='said']//a/@href")
        else:
            anchor = urlsplit(step.href).fragment
            assert page.xpath("//*[@id=$key]", key=anchor)


def test_words_between_keep_the_choice(browser: Browser, base: str) -> None:
    graph = data(browser, base, "?slot=munitions_launched")
    step = next(step for step in graph.steps if step.values > 1)
    assert parse_qs(urlsplit(step.href).query)["about"] == ["slot:munitions_launched"]
    labels = texts(browser.get(step.href), "//p[@class='line']/a")
    assert {label.partition(":")[0] for label in labels} == {"Launched"}


def test_what_is_opened_is_drawn_one_by_one(browser: Browser, base: str) -> None:
    bundle = next(stop for stop in data(browser, base).stops if stop.kind == "bundle")
    graph = data(browser, base, f"?open={bundle.opens}")
    inside = [stop for stop in graph.stops if stop.within == bundle.opens]
    assert len(inside) == bundle.hands
    assert sum(stop.values for stop in inside) == bundle.values
    apart = data(browser, base, "?open=voices")
    assert not [stop for stop in apart.stops if stop.kind == "voices"]


@pytest.mark.parametrize(
    "query",
    ["?claim=x", "?slot=x", "?party=x", "?outlet=x", ".json?claim=x", "/words?from=a&to=b", "/x"],
)
def test_what_is_not_there_is_not_found(browser: Browser, base: str, query: str) -> None:
    answer = browser.client.get(f"{base}{query}")
    assert answer.status_code == 404
    assert "whence" in answer.text.lower()


def test_odd_queries_are_answered_as_if_they_asked_nothing(browser: Browser, base: str) -> None:
    for query in (
        "?table=x&order=y&page=-1",
        "?page=99999999999",
        "?about=",
        "?at=cp-%00",
        "?open=x",
    ):
        page = browser.get(f"{base}{query}")
        assert texts(page, "//h1") == ["Sources"]


def test_an_empty_case_says_so() -> None:
    ledger = opened("quay")
    page = Browser(desk_over(ledger.store)).get(f"/cases/{ledger.case_id}/sources")
    assert "No report read yet" in texts(page, "//p[@class='empty']")[0]


def test_numbers_of_pages_are_numbers_within_bounds() -> None:
    assert [number(text, 1) for text in ("3", "", "x", "²", "1" * 10)] == [3, 1, 1, 1, 1]
