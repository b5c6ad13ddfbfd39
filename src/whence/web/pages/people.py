"""The people of a team, for administrators: who they are, what they may do, what was done."""

from typing import Final

from starlette.responses import Response

from whence.model.account import ROLES, Role
from whence.store.accounts.links import INVITED, RESET
from whence.web.routing import Answer, Page
from whence.web.team import accounts_of, act_of, unconfirmed
from whence.web.visit import Visit

_EACH: Final = 100
"""Rows of the log on a page."""


def people(visit: Visit) -> Response:
    """List everybody, and the links that are open."""
    accounts = accounts_of(visit)
    return visit.page(
        "people.html.j2",
        people=accounts.people.people(),
        links=accounts.links.links(visit.desk.now()),
        roles=ROLES,
    )


def log(visit: Visit) -> Response:
    """Show what was done to accounts, the latest first."""
    before = visit.asked("before")
    limit = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    rows = accounts_of(visit).audit.read(_EACH + 1, limit)
    more = rows[_EACH - 1].id if len(rows) > _EACH else None
    return visit.page("audit.html.j2", rows=rows[:_EACH], more=more)


def invited(visit: Visit) -> Response:
    """Invite somebody, and show the link, this once."""
    links, asked = accounts_of(visit).links, unconfirmed(visit)
    if asked is not None:
        return asked
    name = visit.given("name")
    return _linked(visit, "invitation", name, links.invite(name, _role(visit), act_of(visit)))


def withdrawn(visit: Visit) -> Response:
    """Take back the open links of a name."""
    accounts_of(visit).links.withdraw(visit.given("name"), act_of(visit))
    return visit.onward("/people")


def role_given(visit: Visit) -> Response:
    """Give somebody another role; they log in again."""
    accounts, asked = accounts_of(visit), unconfirmed(visit)
    if asked is not None:
        return asked
    accounts.people.set_role(visit.place("key"), _role(visit), act_of(visit))
    return visit.onward("/people")


def reset(visit: Visit) -> Response:
    """Make a link with which somebody sets a new password, and show it, this once."""
    accounts, asked = accounts_of(visit), unconfirmed(visit)
    if asked is not None:
        return asked
    raw = accounts.links.reset(visit.place("key"), act_of(visit))
    found = accounts.people.account(visit.place("key"))
    return _linked(visit, "reset", found.name if found else "", raw)


def deactivated(visit: Visit) -> Response:
    """Let somebody in no more."""
    accounts, asked = accounts_of(visit), unconfirmed(visit)
    if asked is not None:
        return asked
    accounts.people.deactivate(visit.place("key"), act_of(visit))
    return visit.onward("/people")


def activated(visit: Visit) -> Response:
    """Let somebody in again."""
    accounts, asked = accounts_of(visit), unconfirmed(visit)
    if asked is not None:
        return asked
    accounts.people.activate(visit.place("key"), act_of(visit))
    return visit.onward("/people")


def _role(visit: Visit) -> Role:
    role: Role = visit.given("role")  # type: ignore[assignment] # the accounts refuse any other
    return role


def _linked(visit: Visit, kind: str, name: str, raw: str) -> Response:
    address = f"{visit.request.url.scheme}://{visit.request.url.netloc}/accept/{raw}"
    days = (INVITED if kind == "invitation" else RESET) // 86_400
    return visit.page("link.html.j2", kind=kind, name=name, address=address, days=days)


def _posting(path: str, name: str, answer: Answer) -> Page:
    return Page(path=f"/people/{path}", name=name, answer=answer, needs="admin", method="POST")


PAGES: Final = (
    Page(path="/people", name="people", answer=people, needs="admin"),
    Page(path="/people/log", name="people log", answer=log, needs="admin"),
    _posting("invite", "invite", invited),
    _posting("withdraw", "withdraw", withdrawn),
    _posting("{key}/role", "role", role_given),
    _posting("{key}/reset", "reset", reset),
    _posting("{key}/deactivate", "deactivate", deactivated),
    _posting("{key}/activate", "activate", activated),
)
