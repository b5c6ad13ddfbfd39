"""Who is at the workbench, and what the person may do."""

from typing import Final, Literal

from msgspec import Struct

Role = Literal["reader", "analyst", "editor", "admin"]

ROLES: Final[tuple[Role, ...]] = ("reader", "analyst", "editor", "admin")
"""From the one who may least to the one who may most; each may what those before it may."""


class Person(Struct, frozen=True, kw_only=True):
    """Whoever sends a request.

    ``name`` is the author of what the person enters. ``account_id`` is "" for the one analyst of a
    workbench without accounts. ``secret`` is what forms prove that they come from our own pages.
    """

    name: str
    role: Role
    account_id: str = ""
    secret: str = ""

    def may(self, needed: Role) -> bool:
        """Tell whether the person's role is at least ``needed``."""
        return ROLES.index(self.role) >= ROLES.index(needed)
