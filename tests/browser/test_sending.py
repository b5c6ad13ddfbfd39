"""A form is sent once, with all that was written in it, and nothing is cut off in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.seeing import page_at
from tests.browser.served import copied, served


@pytest.fixture(scope="module")
def base(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(copied(library, tmp_path_factory.mktemp("sending"))) as bench:
        yield bench.base


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    with page_at(browser, base) as made:
        made.goto("/")
        made.goto(f"{made.locator('.card h2 a').get_attribute('href')}/comments")
        yield made


def test_second_click_sends_nothing_again(page: Page) -> None:
    sent: list[str] = []

    def slowly(route: Route) -> None:
        sent.append(route.request.url)
        page.wait_for_timeout(600)
        route.continue_()

    page.route(
        "**/comments",
        lambda route: slowly(route) if route.request.method == "POST" else route.continue_(),
    )
    page.locator("#say").fill("told once")
    page.evaluate(
        """() => { const button = document.querySelector("form.comment button");
           button.click(); setTimeout(() => button.click(), 200); }"""
    )
    expect(page.locator(".remark", has_text="told once")).to_have_count(1)
    assert len(sent) == 1


def test_form_can_be_sent_again_after_a_step_back(page: Page) -> None:
    for words in ("one more thing", "and another thing"):
        page.locator("#say").fill(words)
        page.get_by_role("button", name="Comment").click()
        expect(page.locator(".remark", has_text=words)).to_have_count(1)
        page.go_back()
    page.reload()
    expect(page.locator(".remark", has_text="thing")).to_have_count(2)


def test_what_is_too_long_is_told_and_not_cut(page: Page) -> None:
    field = page.locator("#say")
    field.focus()
    page.keyboard.insert_text("word " * 3000)
    expect(field).to_have_value("word " * 3000)
    page.get_by_role("button", name="Comment").click()
    expect(field).to_be_focused()
    told = str(field.evaluate("field => field.validationMessage"))
    assert "10000" in told
    assert "15000" in told
    field.fill("word " * 20)
    page.get_by_role("button", name="Comment").click()
    expect(page.locator(".remark", has_text="word word")).to_have_count(1)
