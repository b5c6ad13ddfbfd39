"""What attacks in a report runs in no browser, on no page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser.seeing import page_at, settle
from tests.browser.served import Served, served
from tests.browser.sites import got
from tests.web.attacks import PROBE, hostile_case
from tests.web.walk import page_of, walked
from whence.store.sqlite import open_sqlite

_STIR = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  for (const one of document.querySelectorAll("a, button, summary, input, svg *"))
    for (const kind of ["mouseover", "mouseenter", "focus", "pointerenter"])
      one.dispatchEvent(new Event(kind, { bubbles: true }));
}"""
"""Opens what is closed, and goes over everything with the pointer."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    store = open_sqlite(folder / "library.db")
    hostile_case(store, folder / "reports")
    store.close()
    with served(folder / "library.db") as running:
        yield running


def _watched(page: Page, happened: list[str]) -> None:
    """Note whatever happens on a page that nobody asked for."""

    def asked(dialog: Dialog) -> None:
        happened.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", asked)
    page.on("console", lambda line: happened.append(line.text) if line.type == "error" else None)
    page.on("popup", lambda other: happened.append(f"a window: {other.url}"))


def test_nothing_of_a_report_runs(browser: Browser, attacked: Served) -> None:
    with page_at(browser, attacked.base) as page:
        found = walked(lambda address: got(page.request, address), each=2)
        happened: list[str] = []
        _watched(page, happened)
        addresses = [one for name in found if name for one in found[name] if page_of(one)]
        for address in addresses:
            if "<html" not in got(page.request, address)[:200]:
                continue
            page.goto(address)
            page.evaluate(_STIR)
            settle(page)
            if page.evaluate(f"() => window.{PROBE}") is not None:
                happened.append("a script ran")
            if not page.url.startswith(attacked.base):
                happened.append(f"led away to {page.url}")
            assert (address, happened) == (address, [])
        assert len(addresses) > 15
