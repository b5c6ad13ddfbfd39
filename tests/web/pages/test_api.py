"""The API as it is told to people."""

import pytest

from tests.web.desk import Browser, desk_over, texts
from whence.store.memory import MemoryStore
from whence.web.api.operations import OPERATIONS


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(desk_over(MemoryStore()))


def test_every_operation_is_listed_with_its_call(browser: Browser) -> None:
    page = browser.get("/api")
    assert sorted(page.xpath("//details/@id")) == sorted(one.name for one in OPERATIONS)
    assert len(page.xpath("//pre[starts-with(., 'curl ')]")) == len(OPERATIONS)
    [judge] = texts(page, "//details[@id='judge']//pre")
    assert judge.startswith("curl -H 'X-Whence: 1' --json '{\"subject\":")
    assert judge.endswith('"http://127.0.0.1:8421/api/v1/cases/$CASE/judgements"')


def test_operations_are_found_by_words(browser: Browser) -> None:
    page = browser.get("/api?q=judge+zebra")
    assert page.xpath("//details/@id") == []
    assert texts(page, "//p[@class='nothing']") == ["No operation has all these words. Show all"]
    page = browser.get("/api?q=ORDERS+get")
    assert {*page.xpath("//details/@id")} == {"listOrders", "getOrder"}
    assert len(page.xpath("//details[@open]")) == 2


def test_every_type_that_is_named_is_told(browser: Browser) -> None:
    named = {*browser.get("/api").xpath("//a[starts-with(@href, '/api/types#')]/@href")}
    types = browser.get("/api/types")
    named |= {*types.xpath("//a[starts-with(@href, '/api/types#')]/@href")}
    assert len(named) > 50
    assert {href.partition("#")[2] for href in named} <= {*types.xpath("//h2/@id")}


def test_query_is_shown_as_text(browser: Browser) -> None:
    page = browser.get("/api?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert page.xpath("//input[@id='q']/@value") == ['"><script>alert(1)</script>']
    assert not page.xpath("//script[not(@src)]")


def test_document_is_linked_and_there(browser: Browser) -> None:
    [link] = {*browser.get("/api").xpath("//main//a[contains(@href, 'openapi')]/@href")}
    answer = browser.client.get(link)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["openapi"] == "3.1.0"
