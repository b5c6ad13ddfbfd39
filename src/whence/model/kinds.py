"""The kinds of incident: their words, and the codes of conflict data (``incidents.yaml``)."""

from functools import cache

from msgspec import Struct

from whence.model.vocabulary import load

Pair = tuple[str, str]


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind with its codes; ``open`` tells why a code is None.

    ``acled`` is event type and sub-event type, ``ucdp`` the type of violence (1, 2, 3), ``plover``
    event and mode, ``muc4`` the incident type. ``unarmed`` marks kinds whose ACLED code holds only
    where those attacked bore no arms. ``joins`` stands between the kind and what it struck; None
    where the label says what was struck. ``within`` is a wider kind, "" without one: a mine blast
    is a bombing. ``means`` are what it is done with, none where the kind does not tell.
    """

    label: str
    within: str = ""
    means: tuple[str, ...] = ()
    joins: str | None = "on"
    acled: Pair | None
    unarmed: bool = False
    ucdp: int | None
    plover: tuple[str, str | None] | None
    muc4: str | None
    open: dict[str, str] = {}


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by name."""
    return load("incidents", dict[str, Kind])


def kind(name: str | None) -> Kind | None:
    """Return a kind, or None when the reports do not tell one, or tell one without a row."""
    return kinds().get(name or "")


def narrower(name: str) -> frozenset[str]:
    """Return the kinds of which a kind is the wider one."""
    return frozenset(one for one, row in kinds().items() if row.within == name)


def akin(one: str, other: str) -> bool:
    """Tell whether one deed may be told as both kinds: they may be done with the same means."""
    mine, theirs = (row.means if (row := kind(name)) else () for name in (one, other))
    return not mine or not theirs or not set(mine).isdisjoint(theirs)
