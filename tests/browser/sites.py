"""Which addresses the browser is sent to: one of each page in the workbench's table."""

from typing import Final

from msgspec import Struct
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.seeing import page_at
from tests.web.walk import walked
from whence.web.pages import PAGES

NAMES: Final = tuple(page.name for page in PAGES if page.method == "GET")

UNLINKED: Final = {
    "together": "/cases/{case}/together",
    "weighing": "/cases/{case}/weighing",
}
"""Pages that no link of the example leads to, and where they are."""


def got(request: APIRequestContext, address: str) -> str:
    """Return the HTML at an address, "" where something else is."""
    answer = request.get(address)
    html = answer.headers.get("content-type", "").startswith("text/html")
    return answer.text() if html and answer.ok else ""


class Sites(Struct, frozen=True):
    """Addresses of pages by their names: all that were reached, and those that are whole pages.

    ``dead`` are addresses that a link leads to and no page answers at.
    """

    reached: dict[str, str]
    whole: dict[str, str]
    dead: tuple[str, ...]


def sample(browser: Browser, base: str) -> Sites:
    """Return an address of every page that was found."""
    with page_at(browser, base) as page:
        request = page.request
        found = walked(lambda address: got(request, address), each=1)
        dead = tuple(found.pop("", ()))
        case = found["overview"][0].rpartition("/")[2]
        first = {name: address.format(case=case) for name, address in UNLINKED.items()}
        first |= {name: addresses[0] for name, addresses in found.items()}
        whole = {name: at for name, at in first.items() if "<html" in got(request, at)[:200]}
        return Sites(first, whole, dead)
