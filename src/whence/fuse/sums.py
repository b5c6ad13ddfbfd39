"""Parts that cannot stand beside their total: those of a total taken back, and those above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from whence.fuse.readings import is_open, slot_rows, unit_key
from whence.fuse.superseding import PARTS, TOTAL, Replaced, replaced
from whence.fuse.witness import Witness
from whence.model.incident import Contradiction, ContradictionKind, Slot


@dataclass(frozen=True)
class Doubt:
    """Why the held parts and the held total cannot all be right, and which slots that touches."""

    kind: ContradictionKind
    reason: str
    slots: tuple[str, ...]
    fact_ids: tuple[str, ...]


def held_sum(slots: Sequence[Slot]) -> dict[str, int]:
    """Return the counts held for a total and its parts; empty where one of them is missing.

    Counts of different things (drones, projectiles) make no sum, nor do those that leave room.
    """
    known = {slot.slot: slot for slot in slots if slot.best is not None}
    rows = [known[name] for name in (TOTAL, *PARTS) if name in known]
    units = {unit_key(slot.unit) for slot in rows if slot.unit}
    found = {slot.slot: count for slot in rows if (count := _exact(slot)) is not None}
    return found if len(found) == len(PARTS) + 1 and len(units) < 2 else {}


def _exact(slot: Slot) -> int | None:
    held = next(value.quantity for value in slot.values if value.status == "held")
    return held.best if held is not None and not is_open(held) else None


def doubt(witnesses: Sequence[Witness], slots: Sequence[Slot]) -> Doubt | None:
    """Return what is wrong with the held sum, or None when nothing speaks against it.

    Parts that add up to a total which its own source has replaced stem from that version, so the
    parts are in doubt and the total is not. Parts that are more than the total leave open which
    of them is wrong. Parts that are fewer may just not tell of all.
    """
    held = held_sum(slots)
    parts = sum(held.get(part, 0) for part in PARTS)
    if not held or parts == held[TOTAL]:
        return None
    told = " + ".join(f"{held[part]} {_label(part)}" for part in PARTS)
    old = _withdrawn(witnesses, parts, held[TOTAL])
    if old is not None:
        how = "corrected to" if old.by.fact.stage == "correction" else "later gave as"
        reason = f"{told} add up to the {parts} {_label(TOTAL)} that {old.by.origin.name} {how} "
        facts = tuple(sorted({old.witness.fact.id, old.by.fact.id}))
        return Doubt("withdrawn_total", f"{reason}{held[TOTAL]}", PARTS, facts)
    if parts > held[TOTAL]:
        reason = f"{told} are more than the {held[TOTAL]} {_label(TOTAL)}"
        return Doubt("real_conflict", reason, (TOTAL, *PARTS), ())
    return None


def _label(slot: str) -> str:
    return slot_rows()[slot].label.lower()


def _withdrawn(witnesses: Sequence[Witness], parts: int, total: int) -> Replaced | None:
    """Return a total of this size that its source has replaced by the one now held."""
    gone = replaced([one for one in witnesses if one.fact.slot == TOTAL])
    fitting = [
        row
        for row in gone.values()
        if _count(row.witness) == parts
        and _count(row.by) == total
        and row.witness.origin.id == row.by.origin.id
    ]
    return min(fitting, key=lambda row: row.witness.fact.id, default=None)


def _count(witness: Witness) -> int | None:
    return witness.fact.quantity.best if witness.fact.quantity else None


def doubted(slots: Sequence[Slot], found: Doubt | None) -> tuple[Slot, ...]:
    """Return the slots with those that a doubt touches marked as disputed, and its reason there."""
    if found is None:
        return tuple(slots)
    total = next(slot for slot in slots if slot.slot == TOTAL)
    return tuple(
        _marked(slot, total, found) if slot.slot in found.slots else slot for slot in slots
    )


def _marked(slot: Slot, total: Slot, found: Doubt) -> Slot:
    other = "its parts" if slot is total else f"{total.best} {_label(TOTAL)}"
    held = next(value for value in slot.values if value.status == "held")
    row = Contradiction(
        kind=found.kind,
        left=held.value,
        right=other,
        reason=found.reason,
        fact_ids=tuple(sorted({*held.fact_ids, *found.fact_ids})),
    )
    rows = sorted((*slot.contradictions, row), key=lambda one: (one.kind, one.left, one.right))
    return replace(slot, disputed=True, contradictions=tuple(rows))
