"""Every page without scripts: what it tells and what it leads to is all there."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.seeing import page_at, settle
from tests.browser.sites import NAMES, Site, Sites

_HEADINGS = """() => [...document.querySelectorAll("main h1, main h2, main h3")]
  .filter((one) => one.getClientRects().length)
  .map((one) => one.textContent.replace(/\\s+/g, " ").trim())"""
_DEAD = """() => [...document.querySelectorAll("button, select, input:not([type=hidden])")]
  .filter((one) => one.getClientRects().length && !one.form && !one.closest("#kinds"))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Controls that belong to no form; those of a report's legend work by the style sheet alone."""

Told = tuple[list[str], list[str]]


@pytest.fixture(scope="module")
def told(browser: Browser, sites: Sites, team: dict[str, Site]) -> Callable[[str, bool], Told]:
    """Tells the headings that are seen on a page, and the controls that belong to no form."""
    there = sites.whole | team

    @cache
    def of(name: str, scripts: bool) -> Told:
        if name not in there:
            pytest.skip("this address answers with no whole page")
        site = there[name]
        options = {"storage_state": site.state, "java_script_enabled": scripts}
        with page_at(browser, site.base, **options) as page:
            page.goto(site.address)
            if scripts:
                settle(page)
            return page.evaluate(_HEADINGS), page.evaluate(_DEAD)

    return of


@pytest.mark.parametrize("name", NAMES)
def test_page_tells_the_same(told: Callable[[str, bool], Told], name: str) -> None:
    without, with_scripts = told(name, False)[0], told(name, True)[0]
    assert without
    assert [one for one in with_scripts if one not in without] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_offered_that_needs_a_script(
    told: Callable[[str, bool], Told], name: str
) -> None:
    assert told(name, False)[1] == []


def _opened(page: Page, site: Site) -> None:
    page.goto(site.address)
    expect(page.locator("h1").first).to_be_visible()


def test_links_and_forms_lead_on(browser: Browser, sites: Sites) -> None:
    library = sites.whole["library"]
    with page_at(browser, library.base, java_script_enabled=False) as page:
        _opened(page, library)
        page.locator("main h2 a").first.click()
        page.get_by_role("link", name="Facts", exact=True).click()
        expect(page).to_have_url(re.compile("/facts$"))
        expect(page.locator("h1, h2").first).to_be_visible()
        page.get_by_label("Search all cases").fill("drones")
        page.get_by_role("button", name="Search").click()
        expect(page).to_have_url(re.compile(r"/search\?.*drones"))
        expect(page.locator("main mark").first).to_have_text(re.compile("drones", re.I))
