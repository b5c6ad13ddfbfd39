"""Somebody of each role at the workbench, and what every answer of it has to carry."""

import re
from typing import Final

from starlette.requests import Request

from whence.model.account import ROLES, Role
from whence.web.doors import secret_of
from whence.web.person import Person
from whence.web.routing import Page

STRANGER: Final = "stranger"
WHO: Final = (STRANGER, *ROLES)
"""Everybody who may ask: from one whom nobody knows to the one who may most."""

HEADER: Final = "x-role"

HEADERS: Final = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; ",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=()",
}
"""What every answer carries, and how it begins."""

_PLACE: Final = re.compile(r"\{(\w+)[^}]*\}")


class ByRole:
    """Lets in whoever a header says it is: for tests alone."""

    def person(self, request: Request, at: str) -> Person | None:
        """Return a person of the role that the header names."""
        del at
        role = request.headers.get(HEADER, STRANGER)
        known: dict[str, Role] = {one: one for one in ROLES}
        if role not in known:
            return None
        return Person(name=f"{role.title()} Ng", role=known[role], secret=secret_of(request))


def may(who: str, page: Page) -> bool:
    """Tell whether somebody may ask for a page, by the table of pages."""
    if page.needs == "nobody":
        return True
    return who != STRANGER and WHO.index(who) >= WHO.index(page.needs)


def filled(page: Page, case: str, key: str = "none") -> str:
    """Return an address of a page: of a case, and of something else, both quoted already."""
    return _PLACE.sub(lambda place: case if place[1] == "case" else key, page.path)
