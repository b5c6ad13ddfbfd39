"""Arithmetic over slots: launched is intercepted and struck; all are men, women and children."""

from collections.abc import Sequence
from itertools import product

from whence.fuse.sums import Doubt, held_sum
from whence.fuse.superseding import PARTS, TOTAL
from whence.fuse.toll.groups import group_checks
from whence.fuse.witness import Witness
from whence.model.incident import Check, Slot

_SUM = (TOTAL, *PARTS)


def checks(
    witnesses: Sequence[Witness], slots: Sequence[Slot], doubt: Doubt | None
) -> tuple[Check, ...]:
    """Check launched = intercepted + struck: within each document by origin, and as held.

    One origin's figures are taken from one document. Where it gives several versions of a figure
    (a total and its correction), they add up when one version of each does. Equal checks are
    shown once. What is known of a held sum that does not add up is told with it. Sums of people
    follow (``groups``).
    """
    told: dict[tuple[str, str], dict[str, list[int]]] = {}
    names: dict[str, str] = {}
    for witness in witnesses:
        number = witness.fact.quantity
        if witness.fact.slot in _SUM and number is not None and number.best is not None:
            own = told.setdefault((witness.origin.id, witness.document.id), {})
            names[witness.origin.id] = witness.origin.name
            own.setdefault(witness.fact.slot, []).append(number.best)
    rows = [
        _check(names[origin_id], _version(own))
        for (origin_id, _), own in told.items()
        if len(own) == len(_SUM)
    ]
    held = held_sum(slots)
    if held:
        rows.append(_check("As it stands", held, f"; {doubt.reason}" if doubt else ""))
    unique = {row.text: row for row in rows}
    return (*(unique[text] for text in sorted(unique)), *group_checks(witnesses))


def _version(own: dict[str, list[int]]) -> dict[str, int]:
    """Return one figure for each slot: those that add up, or else the first given of each."""
    totals = set(own[TOTAL])
    for parts in product(*(dict.fromkeys(own[part]) for part in PARTS)):
        if sum(parts) in totals:
            return {TOTAL: sum(parts), **dict(zip(PARTS, parts, strict=True))}
    return {slot: given[0] for slot, given in own.items()}


def _adds_up(own: dict[str, int]) -> bool:
    return own[TOTAL] == sum(own[part] for part in PARTS)


def _check(who: str, own: dict[str, int], why: str = "") -> Check:
    launched, intercepted, struck = (own[name] for name in _SUM)
    holds = _adds_up(own)
    sign = "=" if holds else "≠"
    return Check(
        text=f"{who}: {launched} launched {sign} {intercepted} intercepted + {struck} struck{why}",
        holds=holds,
        slots=_SUM,
    )
