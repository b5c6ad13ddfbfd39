"""A workbench over a library in memory that holds one read case, and a browser without scripts."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import httpx2
from lxml import html
from starlette.testclient import TestClient

from tests.run.case.kept import AT, RULES, add, keeper, opened
from whence.run.case.deriving import case_of
from whence.run.config import Config
from whence.run.intake.desk import Intake
from whence.store.copying import copy_library
from whence.store.ledger import Ledger
from whence.store.memory import MemoryStore
from whence.store.protocol import Store
from whence.web.app import make_app
from whence.web.cards import Cards
from whence.web.desk import Desk
from whence.web.doors import Alone, Door
from whence.web.shelf import Shelf

REPORTS = Path(__file__).parent.parent.parent / "examples" / "pilot-station" / "reports"


def kept_case() -> Ledger:
    """Return a case of the example's reports, read by rules and weighed, in a new library."""
    read, store = _read_once(), MemoryStore()
    copy_library(read.store, store)
    return Ledger(store, read.case_id, read.name)


@cache
def _read_once() -> Ledger:
    """Return the case that was read for all tests: each takes a copy."""
    ledger = opened("pilot station")
    add(ledger, str(REPORTS))
    return ledger


def desk_over(store: Store, door: Door | None = None, config: Config = RULES) -> Desk:
    """Return a desk over a library; whoever comes is one analyst unless a door says otherwise.

    Its intake takes orders and works none off.
    """
    return Desk(
        config=config,
        store=store,
        shelf=Shelf(store, config),
        cards=Cards(store),
        intake=Intake(config, Path(mkdtemp())),
        door=door or Alone("Ana"),
        now=lambda: AT,
        hosts=("testserver",),
    )


def weighed_anew(ledger: Ledger) -> None:
    """Do at once what the intake's process does for an order to weigh."""
    kept = keeper(ledger)
    kept.keep(case_of(kept.state, RULES, AT), RULES)


class Browser:
    """Asks pages as a person's browser does: keeps cookies, sends the forms that it is shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.client = TestClient(make_app(desk), follow_redirects=True)

    def get(self, path: str, status: int = 200) -> html.HtmlElement:
        """Return a page's tree."""
        answer = self.client.get(path)
        assert answer.status_code == status, answer.text
        return html.fromstring(answer.text)

    def post(self, path: str, page: str = "/", **fields: Any) -> httpx2.Response:
        """Send fields with the proof that a page of ours gave."""
        proof = self.get(page).xpath("//body/@hx-headers")[0].split('"')[3]
        answer: httpx2.Response = self.client.post(path, data={"csrf": proof, **fields})
        return answer


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the texts of the elements that an XPath finds, blanks folded."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]
