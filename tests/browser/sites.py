"""Which addresses the browser is sent to: one of each page in the workbench's table."""

import re
from typing import Any, Final

from msgspec import Struct
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.seeing import page_at
from tests.browser.served import Served
from tests.web.walk import walked
from whence.web.pages import PAGES

NAMES: Final = tuple(page.name for page in PAGES if page.method == "GET")

UNLINKED: Final = {
    "together": "{case}/together",
    "weighing": "{case}/weighing",
    "event": "{case}/timeline/1",
    "slot": "{case}/facts/wounded",
    "words": "{report}/words/0-40",
    "find": "{report}/find?q=drones",
    "sources_data": "{case}/sources.json",
    "sources_words": "{words}",
}
"""Pages that scripts ask for, or that no link of the example leads to, and where they are."""

OF_TEAM: Final = {
    "login": "/login",
    "account": "/account",
    "people": "/people",
    "people log": "/people/log",
    "mentions": "/mentions",
}
"""Pages that there are for a team alone."""

_WORDS: Final = re.compile(r'"href":\s*"([^"]*/sources/words[^"]*)"')
_PASSWORD: Final = "a harbour without pilots at night"  # noqa: S105 - of nobody


class Site(Struct, frozen=True):
    """A page of a running workbench; ``state`` is what a browser keeps of who has logged in."""

    base: str
    address: str
    state: Any = None


class Sites(Struct, frozen=True):
    """Pages by their names: all that were reached, and those that are whole pages.

    ``dead`` are addresses that a link leads to and no page answers at.
    """

    reached: dict[str, Site]
    whole: dict[str, Site]
    dead: tuple[str, ...]


def got(request: APIRequestContext, address: str) -> str:
    """Return the HTML at an address, "" where something else is, or a file to be taken away."""
    answer = request.get(address)
    html = answer.headers.get("content-type", "").startswith("text/html")
    file = answer.headers.get("content-disposition", "").startswith("attachment")
    return answer.text() if html and answer.ok and not file else ""


def sample(browser: Browser, base: str) -> Sites:
    """Return a page of every kind that is found from link to link, or known without one."""
    with page_at(browser, base) as page:
        request = page.request
        found = walked(lambda address: got(request, address), each=1)
        dead = tuple(found.pop("", ()))
        case, report = found["overview"][0], found["report"][0]
        words = _WORDS.findall(request.get(f"{case}/sources.json").text())
        at = {
            name: place.format(case=case, report=report, words=words[0])
            for name, place in UNLINKED.items()
        }
        at |= {name: addresses[0] for name, addresses in found.items()}
        reached = {name: Site(base, address) for name, address in at.items()}
        whole = {name for name, address in at.items() if "<html" in got(request, address)[:200]}
        return Sites(reached, {name: reached[name] for name in whole}, dead)


def of_team(browser: Browser, running: Served) -> dict[str, Site]:
    """Make the first account and an invitation, and return the pages that there are for a team."""
    with page_at(browser, running.base) as page:
        page.goto(running.invitation)
        page.get_by_label("Password", exact=True).fill(_PASSWORD)
        page.get_by_label("The same once more").fill(_PASSWORD)
        page.get_by_role("button", name="Keep it and come in").click()
        page.get_by_role("link", name="People").click()
        page.get_by_label("Name").fill("Bo Ng")
        page.get_by_role("button", name="Make the link").click()
        # Waits for the page with the link: a click does not wait for what it leads to.
        link = page.get_by_label("Link", exact=True).input_value()
        told = re.search(r"/accept/[\w-]+", link)
        assert told, link
        state = page.context.storage_state()
    sites = {name: Site(running.base, address, state) for name, address in OF_TEAM.items()}
    sites["login"] = Site(running.base, OF_TEAM["login"])
    return sites | {"invited": Site(running.base, told[0])}
