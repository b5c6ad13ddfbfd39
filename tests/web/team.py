"""A team's workbench over a library in a file, and the browsers of its people."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx2
from lxml import html
from starlette.testclient import TestClient

from tests.store.accounts.team import PASSWORD, at, cheap, joined
from tests.web.desk import desk_over, texts
from whence.model.account import Account, Role
from whence.store.accounts.accounts import Accounts
from whence.store.accounts.audit import Act
from whence.store.sql import SqlStore
from whence.store.sqlite import open_sqlite
from whence.web.app import make_app
from whence.web.doors import TeamDoor
from whence.web.pace import Pace, Paces

ADDRESS = "192.0.2.7"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> str:
        return at(self.seconds)


def unhurried() -> Paces:
    """Return bounds that no test meets by chance."""
    return Paces(strangers=Pace(9999, 1), changes=Pace(9999, 1), orders=Pace(9999, 1))


@dataclass(frozen=True, kw_only=True)
class Team:
    """A library, its accounts, and a workbench over them; ``https`` as behind a proxy."""

    store: SqlStore
    accounts: Accounts
    clock: Clock
    paces: Paces
    https: bool = False

    def browser(self, address: str = ADDRESS) -> "TeamBrowser":
        """Return a browser that nobody has logged in with."""
        desk = replace(
            desk_over(self.store, TeamDoor(self.accounts)),
            team=True,
            secure=self.https,
            paces=self.paces,
            now=self.clock,
        )
        base = "https://testserver" if self.https else "http://testserver"
        client = TestClient(
            make_app(desk), base_url=base, follow_redirects=False, client=(address, 5000)
        )
        return TeamBrowser(client)

    def joined(self, name: str, role: Role = "analyst") -> Account:
        """Make an account."""
        return joined(self.accounts, name, role)

    def logged_in(self, name: str) -> "TeamBrowser":
        """Return a browser in which a person has logged in."""
        browser = self.browser()
        assert browser.log_in(name).status_code == 303
        return browser

    def invitation(self, name: str, role: Role = "analyst") -> str:
        """Return the path of an invitation."""
        act = Act(by="", at=self.clock())
        return f"/accept/{self.accounts.links.invite(name, role, act)}"

    def log(self) -> list[tuple[str, str, str]]:
        """Return name, action and outcome of the log's rows, oldest first."""
        rows = reversed(self.accounts.audit.read())
        return [(row.name, row.action, row.outcome) for row in rows]


class TeamBrowser:
    """A browser without scripts, which follows no redirect by itself."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def get(self, path: str, status: int = 200) -> html.HtmlElement:
        """Return a page's tree."""
        answer = self.client.get(path)
        assert answer.status_code == status, (answer.status_code, answer.text)
        return html.fromstring(answer.text)

    def proof(self, page: str) -> str:
        """Return the proof that the forms of a page carry."""
        return str(self.get(page).xpath("//form[@method='post']//input[@name='csrf']/@value")[0])

    def post(self, path: str, page: str = "/", **fields: Any) -> httpx2.Response:
        """Send a form as a page of ours gives it."""
        answer: httpx2.Response = self.client.post(path, data={"csrf": self.proof(page), **fields})
        return answer

    def log_in(self, name: str, password: str = PASSWORD, **fields: str) -> httpx2.Response:
        """Log in by the form."""
        return self.post("/login", "/login", name=name, password=password, **fields)

    def hold(self, token: str) -> None:
        """Put a token into the cookie, as whoever has got hold of one would."""
        self.client.cookies.set("whence_session", token, domain="testserver.local", path="/")

    @property
    def token(self) -> str:
        """The token of the session in the cookie, "" where there is none."""
        return next(
            (one.value or "" for one in self.client.cookies.jar if "form" not in one.name), ""
        )


def opened(folder: Path, *, https: bool = False, paces: Paces | None = None) -> Team:
    """Return a team with a fresh library in a folder."""
    store = open_sqlite(folder / "library.db")
    return Team(
        store=store,
        accounts=cheap(store),
        clock=Clock(),
        paces=paces or unhurried(),
        https=https,
    )


def said(answer: httpx2.Response, path: str = "//*[@id='problem']") -> list[str]:
    """Return the texts of an answer's elements that an XPath finds."""
    return texts(html.fromstring(answer.text), path)
