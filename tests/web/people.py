"""Several people at one workbench: who asks stands in a header that only tests have."""

from typing import cast

from lxml import html
from starlette.requests import Request

from tests.web.desk import Browser, desk_over, kept_case
from whence.model.account import Role
from whence.store.ledger import Ledger
from whence.store.protocol import Store
from whence.web.doors import secret_of
from whence.web.person import Person


class Named:
    """Lets everybody in under the name and the role that the browser says."""

    def person(self, request: Request, at: str) -> Person | None:
        """Return whoever the request says it is."""
        del at
        name, role = request.headers.get("x-name", "Ana"), request.headers.get("x-role", "admin")
        return Person(name=name, role=cast(Role, role), secret=secret_of(request))


def browser_of(store: Store, name: str = "Ana", role: Role = "admin") -> Browser:
    """Return a browser in which a person of that name and role works."""
    made = Browser(desk_over(store, Named()))
    made.client.headers.update({"x-name": name, "x-role": role})
    return made


def example() -> tuple[Ledger, Browser, str]:
    """Return the example's case, a browser at it, and the address of the case."""
    ledger = kept_case()
    return ledger, browser_of(ledger.store), f"/cases/{ledger.case_id}"


def tree(text: str) -> html.HtmlElement:
    """Return the tree of a page's text."""
    made: html.HtmlElement = html.fromstring(text)
    return made
