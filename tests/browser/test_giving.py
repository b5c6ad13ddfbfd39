"""Giving reports: what was typed before is seen, and what is amiss is told before it is sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.seeing import page_at
from tests.browser.served import served

TEXT = "Two boats burned at Lower Quay in Ostermouth on Monday, the harbour police said."


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("giving") / "library.db") as bench:
        yield bench.base


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    with page_at(browser, base) as made:
        made.goto("/new")
        yield made


def test_text_left_behind_is_seen_and_can_be_dropped(page: Page) -> None:
    page.get_by_text("Paste a text").click()
    page.locator("#text").fill(TEXT)
    page.goto("/")
    page.goto("/new")
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator("#text")).to_have_value(TEXT)
    expect(page.locator(".draft")).to_contain_text("did not send")
    page.get_by_role("button", name="Drop it").click()
    expect(page.locator("#text")).to_have_value("")
    expect(page.locator(".draft")).to_have_count(0)
    page.reload()
    expect(page.locator("#text")).to_have_value("")


@pytest.mark.parametrize("date", ["yesterday", "2025-99-99", "2025-02-30"])
def test_date_that_is_none_is_pointed_at_in_its_fold(page: Page, date: str) -> None:
    page.locator("#name").fill("quay")
    page.get_by_text("Paste a text").click()
    page.locator("#text").fill(TEXT)
    field = page.locator("[name=text_published]")
    field.fill(date)
    page.get_by_text("Paste a text").click()
    expect(field).to_be_hidden()
    page.get_by_role("button", name="Open the case and read").click()
    expect(field).to_be_focused()
    assert "2031-03" in str(field.evaluate("field => field.validationMessage"))
    page.reload()
    expect(field).to_be_visible()
    page.get_by_role("button", name="Open the case and read").click()
    expect(field).to_be_focused()
    expect(page).to_have_url("/new")


def test_files_that_are_too_many_are_said_to_be_left_off(page: Page, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(203)]
    for file in files:
        file.write_text(TEXT)
    page.locator("#files").set_input_files(files)
    told = page.locator("#dropped")
    expect(told).to_contain_text("200: 0.txt")
    expect(told).to_contain_text("given once these are read: 3")
    assert page.locator("#files").evaluate("input => input.files.length") == 200


def test_name_with_a_slash_is_not_sent(page: Page) -> None:
    page.locator("#name").fill("fire/quay")
    page.get_by_role("button", name="Open the case and read").click()
    expect(page.locator("#name")).to_be_focused()
    expect(page).to_have_url("/new")
