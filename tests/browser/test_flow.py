"""The whole way with the keyboard alone: who first said it, why it does not count, what follows."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.keys import focused, follow, tab_to
from tests.browser.seeing import page_at
from tests.browser.served import copied, served
from tests.browser.sites import Sites

PARTY = "Seventh Tide Brigade"
REASON = "the film that it showed is of a warehouse fire"
_WEIGHED = 60_000
"""Milliseconds in which the example is weighed anew on a slow machine."""


def chances(page: Page) -> dict[str, str]:
    """Return the probability of each answer on the first screen, as it is shown."""
    rows = page.locator(".cell.who .answer").first.locator(".bars li")
    return {row.locator(".who").inner_text(): row.locator(".p").inner_text() for row in rows.all()}


def test_claim_is_found_rejected_and_felt_by_keyboard_alone(
    browser: Browser, library: Path, tmp_path: Path
) -> None:
    with served(copied(library, tmp_path)) as bench, page_at(browser, bench.base) as page:
        page.goto("/")
        follow(page, "Pilot station")
        before = chances(page)

        follow(page, PARTY)
        follow(page, f"claim of responsibility: {PARTY}")
        expect(page.locator("main")).to_contain_text(f"1 origin: {PARTY}")

        follow(page, "A little-known armed group")
        tab_to(page, "claimed or admitted: Seventh Tide")
        page.keyboard.press("Enter")
        expect(page.locator("#panel")).to_contain_text(f"First hand: {PARTY}")
        assert focused(page) == "Read from these words"

        tab_to(page, "Why")
        page.keyboard.type(REASON)
        follow(page, "Reject")
        expect(page.locator("#panel")).to_contain_text("Rejected: it counts for nothing.")
        expect(page.locator("#panel h2").first).to_be_focused()
        expect(page.locator("#panel")).to_contain_text(REASON)

        weighed = page.locator("#weighing")
        expect(weighed).to_contain_text("The case was weighed anew", timeout=_WEIGHED)
        follow(page, "Show what it comes to")
        after = chances(page)
        assert float(before[PARTY]) > 0.1
        assert after[PARTY] == "<.01"
        assert after != before


def test_panel_gives_the_focus_back(browser: Browser, sites: Sites) -> None:
    report = sites.whole["report"]
    with page_at(browser, report.base) as page:
        page.goto(report.address)
        tab_to(page, "Text with marks")
        page.keyboard.press("j")
        words = focused(page)
        assert words
        page.keyboard.press("Enter")
        expect(page.locator("#panel h2").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#panel")).to_be_hidden()
        assert focused(page) == words


def test_panel_that_a_click_opened_gives_the_focus_to_its_mark(
    browser: Browser, sites: Sites
) -> None:
    report = sites.whole["report"]
    with page_at(browser, report.base) as page:
        page.goto(report.address)
        mark = page.locator(".text .k.fact").first
        mark.click()
        expect(page.locator("#panel h2").first).to_be_focused()
        page.keyboard.press("Escape")
        inside = mark.evaluate("mark => mark.contains(document.activeElement)")
        assert inside, focused(page)


def test_form_that_was_refused_is_met_where_it_says_why(browser: Browser, sites: Sites) -> None:
    panel = sites.whole["panel"]
    with page_at(browser, panel.base, viewport={"width": 1024, "height": 300}) as page:
        page.goto(panel.address)
        page.locator("form.shares").last.get_by_role("button").click()
        told = page.locator("form.shares .error")
        expect(told).to_be_focused()
        expect(told).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.type") == "number"


def test_supposition_that_cannot_be_made_says_why_while_it_is_typed(
    browser: Browser, sites: Sites
) -> None:
    whatif = sites.whole["whatif"]
    with page_at(browser, whatif.base) as page:
        page.goto(whatif.address)
        start = page.locator("form.suppose input[type=number]").first
        start.fill("150")
        expect(page.locator("#supposed .error")).to_contain_text("cannot start at 150 per cent")
        expect(start).to_be_focused()


def test_judging_an_origin_is_a_key_away_from_its_top(browser: Browser, sites: Sites) -> None:
    origin = sites.whole["origin"]
    with page_at(browser, origin.base, viewport={"width": 1024, "height": 768}) as page:
        page.goto(f"{origin.address.rpartition('/')[0]}")
        page.get_by_role("link", name="transport ministry").last.click()
        tab_to(page, "The ways it came", 60)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="The ways it came")).to_be_in_viewport(ratio=1)
        head = page.locator(".case-head").bounding_box()
        seen = page.get_by_role("heading", name="The ways it came").bounding_box()
        assert head is not None
        assert seen is not None
        assert seen["y"] >= head["y"] + head["height"]
        page.keyboard.press("Tab")
        assert "sourcing chain" in focused(page)


def test_search_is_a_key_away(browser: Browser, sites: Sites) -> None:
    overview = sites.whole["overview"]
    with page_at(browser, overview.base) as page:
        page.goto(overview.address)
        page.keyboard.press("/")
        page.keyboard.type("drones")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/search\?.*drones"))
        expect(page.locator("main mark").first).to_have_text(re.compile("drones", re.I))


def test_first_tab_skips_to_the_content(browser: Browser, sites: Sites) -> None:
    overview = sites.whole["overview"]
    with page_at(browser, overview.base) as page:
        page.goto(overview.address)
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("() => document.activeElement.closest('main') !== null")
        assert inside, focused(page)
