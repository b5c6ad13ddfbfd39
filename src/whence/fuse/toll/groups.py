"""Arithmetic over people: men, women and children killed are all of the killed, or some."""

from collections.abc import Mapping, Sequence
from functools import cache

from whence.fuse.readings import is_open, slot_rows, unit_key
from whence.fuse.witness import Witness
from whence.model.incident import Check
from whence.model.vocabulary import load

_WHOLE = ""
"""The group of what counts everybody."""


@cache
def _table() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = load("groups", dict[str, tuple[str, str]])
    return table


@cache
def _groups() -> Mapping[str, str]:
    """Return the group that each unit counts, by the unit's plain words."""
    return {unit_key(word): group for group, words in _table().items() for word in words}


def group_checks(witnesses: Sequence[Witness]) -> tuple[Check, ...]:
    """Check men + women + children = all, for each toll that one origin tells in one document.

    Counts that leave room check nothing. Parts that are fewer than the total may not tell of all:
    they are held against it only where men, women and children are all told. Of several totals
    the one that fits counts, or else the highest.
    """
    told: dict[tuple[str, str, str], dict[str, list[int]]] = {}
    names: dict[str, str] = {}
    for one in witnesses:
        group = _group(one)
        number = one.fact.quantity
        if group is None or number is None or number.best is None or is_open(number):
            continue
        own = told.setdefault((one.fact.slot, one.origin.id, one.document.id), {})
        own.setdefault(group, []).append(number.best)
        names[one.origin.id] = one.origin.name
    rows = [_check(slot, names[origin], own) for (slot, origin, _), own in sorted(told.items())]
    unique = {row.text: row for row in rows if row is not None}
    return tuple(unique[text] for text in sorted(unique))


def _group(witness: Witness) -> str | None:
    """Return whom a fact counts: "" for everybody, None for what makes no sum."""
    row = slot_rows().get(witness.fact.slot)
    if row is None or row.whole is None:
        return None
    unit = unit_key(witness.fact.unit)
    return _WHOLE if unit in (_WHOLE, unit_key(row.whole)) else _groups().get(unit)


def _check(slot: str, who: str, own: Mapping[str, list[int]]) -> Check | None:
    parts = {group: max(own[group]) for group in _table() if group in own}
    if _WHOLE not in own or len(parts) < 2:
        return None
    added = sum(parts.values())
    totals = own[_WHOLE]
    total = added if added in totals else max(totals)
    if added < total and len(parts) < len(_table()):
        return None
    sign = "=" if added == total else "≠"
    right = " + ".join(f"{n} {_table()[group][n != 1]}" for group, n in parts.items())
    label = slot_rows()[slot].label.lower()
    return Check(text=f"{who}: {total} {label} {sign} {right}", holds=added == total, slots=(slot,))
