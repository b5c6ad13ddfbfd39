"""Suppositions: what would be believed moves, and nothing of it is kept."""

import re
from urllib.parse import quote

import pytest
from lxml import html

from tests.run.case.kept import RULES, opened
from tests.web.desk import Browser, desk_over, kept_case, texts, weighed_anew
from whence.store.ledger import Ledger
from whence.web.preparing import Preparation, preparation
from whence.web.shelf import Shelf

BARS = "(//section[@class='now'])[1]//li"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return kept_case()


@pytest.fixture(scope="module")
def browser(ledger: Ledger) -> Browser:
    return Browser(desk_over(ledger.store))


@pytest.fixture(scope="module")
def page(ledger: Ledger) -> str:
    return f"/cases/{ledger.case_id}/whatif"


def means(tree: html.HtmlElement) -> list[str]:
    return texts(tree, f"{BARS}/span[@class='p']")


def test_without_a_supposition_the_figures_are_those_of_the_answers(
    browser: Browser, page: str
) -> None:
    tree = browser.get(page)
    answers = browser.get(page.replace("whatif", "hypotheses"))
    hyps = "(//section[@class='question'])[1]//p[@class='nums']/strong"
    assert means(tree) == texts(answers, hyps)
    assert "Nothing is supposed yet" in tree.text_content()


def test_kind_that_says_nothing_moves_the_answers_back(browser: Browser, page: str) -> None:
    tree = browser.get(page)
    kinds = tree.xpath("//fieldset//select[starts-with(@name,'ratio.')]/@name")
    assert kinds
    silent = browser.get(page + "?" + "&".join(f"{kind}=1" for kind in kinds))
    assert means(silent) != means(tree)
    befores = [text for text in texts(silent, f"{BARS}/span[@class='lw']") if "before" in text]
    assert befores
    assert all(texts(silent, f"{BARS}/span[@class='i']"))


def test_origin_can_be_left_out_and_that_cannot_be_kept(browser: Browser, page: str) -> None:
    origins = browser.get(page).xpath("//input[@name='without']/@value")
    tree = browser.get(f"{page}?without={quote(origins[0])}")
    assert tree.xpath("//input[@name='without'][@checked]/@value") == [origins[0]]
    assert not tree.xpath("//form[contains(@action,'/judge')]")
    assert tree.xpath(f"//ul[@class='supposed']//a[contains(@href,'/sources/{quote(origins[0])}')]")


def test_prior_moves_the_answer_and_can_be_kept(browser: Browser, page: str) -> None:
    [first, *_] = browser.get(page).xpath("//input[starts-with(@name,'prior.')]/@name")
    tree = browser.get(f"{page}?{quote(first)}=90")
    [form] = tree.xpath("//form[contains(@action,'/judge')]")
    assert form.xpath(".//input[@name='subject']/@value") == [first.removeprefix("prior.")]
    assert form.xpath(".//input[@name='verdict']/@value") == ["prior 0.9"]
    assert form.xpath(".//input[@name='reason'][@required]")
    assert tree.xpath(f"//input[@name='{first}']/@value") == ["90"]


def test_item_brings_its_claims_and_one_can_be_left_out(browser: Browser, page: str) -> None:
    items = browser.get(page).xpath("//select[@name='item']/option/@value")[1:]
    trees = (browser.get(f"{page}?item={quote(item)}") for item in items)
    tree = next(one for one in trees if one.xpath("//input[@name='claim']"))
    claim = tree.xpath("//input[@name='claim']/@value")[0]
    without = browser.get(f"{page}?claim={quote(claim)}")
    assert without.xpath("//input[@name='claim'][@checked]/@value") == [claim]
    [form] = without.xpath("//form[contains(@action,'/judge')]")
    assert form.xpath(".//input[@name='verdict']/@value") == ["rejected"]


def test_script_gets_the_answer_alone_with_its_address(browser: Browser, page: str) -> None:
    [first, *_] = browser.get(page).xpath("//input[starts-with(@name,'prior.')]/@name")
    answer = browser.client.get(
        page, params={first: "40", "without": ""}, headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Replace-Url"] == f"{page}?{quote(first)}=40"
    assert "<html" not in answer.text
    assert 'hx-swap-oob="innerHTML:#supposed-sum"' in answer.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("ratio.claim=much", "a likelihood ratio cannot be"),
        ("ratio.claim=0", "above 0"),
        ("ratio.claim=nan", "above 0"),
        ("prior.executor:unnamed=100", "cannot start at 100 per cent: write more than 0"),
        ("without=nobody-here", "no origin of the case"),
        ("claim=none", "no claim"),
        ("ratio.no_such_kind=2", "no_such_kind"),
    ],
)
def test_what_cannot_be_supposed_is_told_and_nothing_moves(
    browser: Browser, page: str, asked: str, told: str
) -> None:
    tree = browser.get(f"{page}?{asked}")
    assert told in texts(tree, "//p[@class='error']")[0]
    assert means(tree) == means(browser.get(page))


def test_no_verdict_is_ever_given(browser: Browser, page: str) -> None:
    [first, *_] = browser.get(page).xpath("//input[starts-with(@name,'prior.')]/@name")
    tree = browser.get(f"{page}?{quote(first)}=97")
    assert not tree.xpath("//*[contains(@class,'verdict')]")
    assert texts(tree, "//*[@class='answerside']/h2/span") == ["a supposition"]


def test_nothing_is_kept(browser: Browser, page: str, ledger: Ledger) -> None:
    before = ledger.head()
    browser.get(f"{page}?ratio.claim=4")
    assert ledger.head() == before


def test_nothing_weighed_is_told() -> None:
    ledger = opened("quay")
    tree = Browser(desk_over(ledger.store)).get(f"/cases/{ledger.case_id}/whatif")
    assert "nothing of which anything could be supposed" in re.sub(r"\s+", " ", tree.text_content())


def test_preparation_is_made_once_for_a_volume(ledger: Ledger) -> None:
    volume = Shelf(ledger.store, RULES).volume(ledger.case_id)
    made = preparation(volume)
    made.begin()
    assert made.ready() is made.ready()
    assert preparation(volume) is made
    assert isinstance(made, Preparation)


def test_what_is_kept_is_a_judgement_with_its_reason() -> None:
    ledger = kept_case()
    browser = Browser(desk_over(ledger.store))
    page = f"/cases/{ledger.case_id}/whatif"
    [first, *_] = browser.get(page).xpath("//input[starts-with(@name,'prior.')]/@name")
    address = f"{page}?{quote(first)}=35"
    [form] = browser.get(address).xpath("//form[contains(@action,'/judge')]")
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
    fields["reason"] = "the harbour log"
    del fields["csrf"]
    assert browser.post(form.get("action"), address, **fields).status_code == 200
    weighed_anew(ledger)
    [start] = [
        one
        for one in browser.get(page).xpath("//input[starts-with(@name,'prior.')]")
        if one.get("name") == first
    ]
    assert "now .35" in " ".join(start.xpath("ancestor::label")[0].text_content().split())
