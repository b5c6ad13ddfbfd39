"""Facts, timeline and map: nothing is left out, the rest is a link away."""

import pytest

from tests.web.desk import Browser, desk_over, kept_case, texts


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(kept_case().store))


@pytest.fixture(scope="module")
def case(browser: Browser) -> str:
    return str(browser.get("/").xpath("//li[@class='card']//h2/a/@href")[0])


def test_every_value_leads_to_its_fact(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/facts")
    values = page.xpath("//p[@class='line']/strong")
    assert values
    for value in values:
        [href] = value.xpath("./a/@href")
        assert href.startswith(f"{case}/values/")


def test_disputed_only_shows_those_and_no_others(browser: Browser, case: str) -> None:
    whole, only = browser.get(f"{case}/facts"), browser.get(f"{case}/facts?disputed=1")
    flagged = whole.xpath("//section[@class='slot'][.//p[@class='flag']]/@id")
    assert only.xpath("//section[@class='slot']/@id") == flagged
    assert f"({len(flagged)})" in texts(only, "//nav[@class='subtabs']/a[@aria-current]")[0]


def test_slot_has_a_page_with_all_its_words(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/facts")
    for key in page.xpath("//section[@class='slot']/@id"):
        slot = browser.get(f"{case}/facts/{key.removeprefix('slot-')}")
        assert slot.xpath("//section[@class='slot']/@id") == [key]
        shown = set(page.xpath(f"//section[@id='{key}']//*[starts-with(@id,'f-')]/@id"))
        assert shown <= set(slot.xpath("//*[starts-with(@id,'f-')]/@id"))
    assert texts(browser.get(f"{case}/facts/nothing", status=404), "//h1")


def test_timeline_tells_the_two_clocks_apart(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/timeline")
    assert page.xpath("//*[contains(@class,'timeline')]")
    rows = page.xpath("//table[contains(@class,'times')]/tbody/tr")
    assert {row.xpath("./td[@data-label='phase']/text()")[0] for row in rows}
    assert page.xpath("//h3[@id='published']")
    event = browser.get(f"{case}/timeline/1")
    assert texts(event, "//h1") == texts(page, "//tr[@id='t-1']/td[@data-label='what']")
    browser.get(f"{case}/timeline/9999", status=404)


def test_map_without_a_place_says_so(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/map")
    assert "No place in these reports could be put on a map." in page.text_content()
    assert not page.xpath("//*[@data-zoom]")


def test_help_tells_keys_roles_and_words(browser: Browser) -> None:
    page = browser.get("/help")
    assert {"How to read this", "Keys", "Who may do what"} <= set(texts(page, "//h2"))
    assert len(page.xpath("//table[contains(@class,'keys')]/tbody/tr")) >= 5
    roles = list(texts(page, "//section[@aria-labelledby='roles-h']//dt"))
    assert roles == ["reader", "analyst", "editor", "admin"]
