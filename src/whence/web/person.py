"""Who is at the workbench, and what the person may do."""

from msgspec import Struct

from whence.model.account import Role, at_least


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
        return at_least(self.role, needed)
