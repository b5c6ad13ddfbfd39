"""A person of a team, and how much they may do."""

from typing import Final, Literal

from msgspec import Struct

Role = Literal["reader", "analyst", "editor", "admin"]
"""What a person may do: look; judge; publish and withdraw as well; manage accounts as well."""

ROLES: Final[tuple[Role, ...]] = ("reader", "analyst", "editor", "admin")
"""Every role; each may do what those before it may."""


def at_least(role: Role, needed: Role) -> bool:
    """Tell whether a role may do what ``needed`` may."""
    return ROLES.index(role) >= ROLES.index(needed)


def lesser(one: Role, other: Role) -> Role:
    """Return the one of two roles that may do less."""
    return other if at_least(one, other) else one


class Account(Struct, frozen=True, kw_only=True):
    """A person who can log in.

    ``name`` is what the entries that they make carry as author; no two accounts have names that
    differ in case or form of letters alone. ``created_at`` is ISO 8601 in UTC. One that is not
    ``active`` stays, so that its name is nobody else's, but lets nobody in.
    """

    id: str
    name: str
    role: Role
    active: bool
    created_at: str
