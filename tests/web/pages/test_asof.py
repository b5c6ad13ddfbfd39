"""The life of a case: moments that exist, each with what was believed then."""

import json

import pytest

from tests.run.case.kept import opened
from tests.web.desk import Browser, desk_over, kept_case, texts


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(kept_case().store))


@pytest.fixture(scope="module")
def case(browser: Browser) -> str:
    return str(browser.get("/").xpath("//li[@class='card']//h2/a/@href")[0])


def test_without_a_script_every_moment_is_a_link(browser: Browser, case: str) -> None:
    page = browser.get(f"{case}/asof")
    life = json.loads(page.xpath("//*[@id='life']/@data-life")[0])
    links = page.xpath("//details[contains(@class,'all-moments')]//a/@href")
    assert len(life["at"]) > 1
    assert links == [f"?as_of={at}" for at in life["at"]]
    first = browser.get(f"{case}/asof{links[0]}")
    assert texts(first, "//*[@id='moment']") == [life["when"][0]]
    told = life["questions"][0]["moments"][0]
    assert texts(first, "(//section[@class='then'])[1]//span[@class='p']") == [
        bar["text"] for bar in told["bars"]
    ]
    assert texts(first, "(//*[@data-part='wording'])[1]") == [told["wording"]]


def test_present_has_every_interval_and_is_what_the_answers_say(
    browser: Browser, case: str
) -> None:
    now = browser.get(f"{case}/asof")
    section = "(//section[@class='then'])[1]"
    assert all(texts(now, f"{section}//span[@class='i']"))
    means = sorted(texts(now, f"{section}//span[@class='p']"))
    answers = browser.get(f"{case}/hypotheses")
    hyps = "(//section[@class='question'])[1]//p[@class='nums']/strong"
    assert means == sorted(texts(answers, hyps))


def test_moment_that_is_not_there_is_the_one_before(browser: Browser, case: str) -> None:
    life = json.loads(browser.get(f"{case}/asof").xpath("//*[@id='life']/@data-life")[0])
    odd = browser.get(f"{case}/asof?as_of={life['at'][0]}T23:59")
    assert texts(odd, "//*[@id='moment']") == [life["when"][0]]
    early = browser.get(f"{case}/asof?as_of=1900")
    assert texts(early, "//*[@id='moment']") == [life["when"][0]]
    late = browser.get(f"{case}/asof?as_of=2999")
    assert texts(late, "//*[@id='moment']") == [life["when"][-1]]


def test_slider_says_where_it_stands(browser: Browser, case: str) -> None:
    [slider] = browser.get(f"{case}/asof").xpath("//input[@type='range']")
    assert slider.get("max") == slider.get("value")
    assert slider.get("aria-label")
    assert slider.get("aria-valuetext")


def test_nothing_weighed_is_told() -> None:
    ledger = opened("quay")
    page = Browser(desk_over(ledger.store)).get(f"/cases/{ledger.case_id}/asof")
    assert "Nothing was weighed" in page.text_content()
