"""Towns that reports only seem to give, beside those that others tell flatly.

Where a report was written is not where the incident was: agencies, courts and ministries sit in
large towns. Such a town is given as probable, and yields to one in which a report says that it
happened.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from whence.fuse.place.finest import level
from whence.fuse.values import Tally
from whence.fuse.witness import Witness
from whence.names.countries import countries
from whence.names.spelling import fold

_FLAT = 3
_YIELDS = 0.25
"""What is left of the vote for a town that yields (elicited)."""


def yielding(rows: Sequence[Tally]) -> list[Tally]:
    """Return the places, strongest first, with little left of the towns that only seem to be given.

    They yield to towns and counties that others tell flatly; a state or region alone is no other,
    and neither is a county to what lies within it. Where none is told flatly, a capital yields to
    other towns of its state.
    """
    towns = [one for one in rows if not one.fallen and level(one)]
    flat = [one for one in towns if _is_flat(one)]
    found = [
        replace(one, support=round(one.support * _YIELDS, 3), trust=_YIELDS)
        if one in towns and _yields(one, towns, flat)
        else one
        for one in rows
    ]
    return sorted(found, key=lambda one: (one.fallen, *one.rank))


def heard(witnesses: Sequence[Witness]) -> list[Witness]:
    """Return what is told of a place, without towns that only seem to be given by an origin.

    An outlet that tells flatly in one report where it was says nothing else by the town in which it
    wrote another.
    """
    flat = {one.origin.id for one in witnesses if one.fact.hedge >= _FLAT}
    return [one for one in witnesses if one.fact.hedge >= _FLAT or one.origin.id not in flat]


def firm(standing: Sequence[Tally]) -> list[Tally]:
    """Return the places to choose from: those that do not yield to others."""
    return [one for one in standing if one.trust > _YIELDS] or list(standing)


def only_written(row: Tally, held: Tally) -> bool:
    """Tell whether a town only seems to be given, beside one that a report tells flatly."""
    return row.trust <= _YIELDS and _is_flat(held) and not _is_flat(row)


def _yields(row: Tally, towns: Sequence[Tally], flat: Sequence[Tally]) -> bool:
    if flat:
        return not (_is_flat(row) or any(set(o.reading.key) < set(row.reading.key) for o in flat))
    return _is_capital(row) and any(
        not _is_capital(one) and _countries(one) & _countries(row) for one in towns
    )


def _is_flat(row: Tally) -> bool:
    return any(one.fact.hedge >= _FLAT for one in row.witnesses)


def _countries(row: Tally) -> set[str]:
    return {one.fact.location.country for one in row.witnesses if one.fact.location is not None}


def _is_capital(row: Tally) -> bool:
    points = [one.fact.location for one in row.witnesses if one.fact.location is not None]
    named = [(one.country, fold(one.name)) in _capitals() for one in points]
    return bool(named) and all(named)


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset(
        (row.iso, fold(name))
        for row in countries().values()
        for name in (row.capital, *row.capital_aliases)
    )
