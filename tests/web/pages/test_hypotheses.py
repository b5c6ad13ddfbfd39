"""The answers and their evidence: every item leads to its exact words."""

import pytest

from tests.web.desk import Browser, desk_over, kept_case, texts


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(kept_case().store))


@pytest.fixture(scope="module")
def case(browser: Browser) -> str:
    return str(browser.get("/").xpath("//li[@class='card']//h2/a/@href")[0])


def test_both_questions_are_told_with_intervals_and_words(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/hypotheses")
    assert len(page.xpath("//section[@class='question']")) == 2
    rows = page.xpath("//div[contains(@class,'hyp') and @id]")
    assert rows
    for row in rows:
        assert row.xpath(".//*[name()='svg'][@role='img']")
        assert row.xpath(".//span[@class='i']")
        assert row.xpath(".//a[@class='lw']")


def test_every_item_leads_to_a_page_with_its_words(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/hypotheses")
    found = page.xpath("//table[@class='matrix']//a[@class='item']")
    assert found
    for link in found:
        item = browser.get(link.get("href"))
        assert texts(item, "//h1") == [" ".join(link.text_content().split())]
        assert item.xpath("//section[@aria-labelledby='says-h']//*[@class='said']")
        words = item.xpath("//*[@class='said']/a/@href")
        assert all(href.startswith(f"{case}/reports/") for href in words)


def test_every_cell_leads_where_its_item_does(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/hypotheses")
    for row in page.xpath("//table[@class='matrix']/tbody/tr"):
        [item] = row.xpath("./th/a[@class='item']/@href")
        cells = row.xpath("./td/a/@href")
        assert cells
        assert set(cells) == {item}


def test_item_says_how_well_each_answer_explains_it(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/hypotheses")
    first = page.xpath("//a[@class='item']/@href")[0]
    bars = len(page.xpath("(//section[@class='question'])[1]//div[contains(@class,'hyp')][@id]"))
    item = browser.get(first)
    shares = texts(item, "//table[contains(@class,'explains')]//td[@class='num']")
    assert len(shares) == bars
    assert "1" in shares
    assert item.xpath("//a[contains(@href, '/whatif?item=')]")


def test_matrix_can_be_turned_round_and_filtered(browser: Browser, case: str) -> None:
    most = browser.get(f"{case}/hypotheses/matrix/executor")
    least = browser.get(f"{case}/hypotheses/matrix/executor?order=least")
    names = texts(most, "//a[@class='item']")
    assert names
    assert texts(least, "//a[@class='item']") == names[::-1]
    kinds = most.xpath("//select[@name='kind']/option/@value")[1:]
    told = [
        texts(browser.get(f"{case}/hypotheses/matrix/executor?kind={kind}"), "//a[@class='item']")
        for kind in kinds
    ]
    assert sorted(name for names in told for name in names) == sorted(names)
    none = browser.get(f"{case}/hypotheses/matrix/executor?kind=nothing&from=900")
    assert "No item is of this kind." in none.text_content()


@pytest.mark.parametrize("place", ["hypotheses/nothing", "hypotheses/matrix/nobody"])
def test_what_is_not_there_is_told(browser: Browser, case: str, place: str) -> None:
    assert texts(browser.get(f"{case}/{place}", status=404), "//h1")


def test_waterfall_leads_to_the_items(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/hypotheses")
    steps = page.xpath("//*[contains(@class,'waterfall')]//a/@href")
    assert steps
    for step in set(steps):
        assert browser.get(step).xpath("//h1")
