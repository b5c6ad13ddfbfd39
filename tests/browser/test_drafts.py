"""What somebody is writing is not lost before it was taken."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.seeing import page_at
from tests.browser.served import copied, served

TEXT = "who filmed the second drone?"


def test_text_outlives_the_page_until_it_was_taken(
    browser: Browser, library: Path, tmp_path: Path
) -> None:
    with served(copied(library, tmp_path)) as bench, page_at(browser, bench.base) as page:
        page.goto("/")
        page.get_by_role("link", name="Pilot station").first.click()
        page.get_by_role("link", name="Comments").first.click()
        page.wait_for_url("**/comments")  # the page before has fields of this name as well
        field = page.locator("main textarea[name=text]").first
        field.fill(TEXT)
        page.reload()
        expect(field).to_have_value(TEXT)

        # Refused, as after a lost session: the page that says so takes nothing away.
        page.context.clear_cookies()
        field.locator("xpath=ancestor::form").locator("button").first.click()
        expect(page.locator("[data-refused]")).to_be_visible()
        page.go_back()
        page.reload()
        expect(field).to_have_value(TEXT)

        field.locator("xpath=ancestor::form").locator("button").first.click()
        expect(page.locator("main")).to_contain_text(TEXT)
        expect(field).to_have_value("")
