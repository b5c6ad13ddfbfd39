"""Slots: the value held, its range, its rivals, and why they differ."""

from collections import defaultdict
from collections.abc import Sequence

from whence.fuse import places
from whence.fuse.days import vote
from whence.fuse.readings import Reading, is_open, refines, rounded, slot_rows, unit_key
from whence.fuse.superseding import Replaced, replaced
from whence.fuse.targets import canonical
from whence.fuse.values import Tally, spread, tallies
from whence.fuse.witness import Witness
from whence.model.incident import Contradiction, ContradictionKind, Slot, Value, ValueStatus
from whence.model.iso import earlier, same_day

_TOLLS = ("killed", "wounded", "missing", "detained")
_EVEN = 1e-9

_STATUS: dict[ContradictionKind, ValueStatus] = {
    "superseded": "superseded",
    "refined": "refined",
    "real_conflict": "rival",
}


def fuse_slots(witnesses: Sequence[Witness], thin: float) -> tuple[Slot, ...]:
    """Fuse the facts of an incident slot by slot, in the order of ``slots.yaml``.

    Slots that the vocabulary does not know come last, in alphabetical order.
    """
    by_slot: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_slot[witness.fact.slot].append(witness)
    known = [name for name in slot_rows() if name in by_slot]
    others = sorted(name for name in by_slot if name not in slot_rows())
    return tuple(_slot(name, by_slot[name], thin) for name in (*known, *others))


def _slot(name: str, witnesses: Sequence[Witness], thin: float) -> Slot:
    row = slot_rows().get(name)
    many = row.many if row is not None else False
    gone = {} if many else replaced(witnesses)
    place = row is not None and row.kind == "place"
    same = canonical(one.fact.value for one in witnesses) if name == "target" else {}
    if place:
        same = places.keys(witnesses)
    dated = name == "date"
    rows = vote(witnesses, gone) if dated else tallies(witnesses, gone, many, same)
    if place:
        rows = places.settled(rows, same)
    standing = [one for one in rows if not one.fallen]
    held = places.finest(standing, _held(standing), thin) if place else _held(standing)
    thinness = _abstains(standing, held, thin, many)
    contradictions: list[Contradiction] = []
    values: list[Value] = []
    for tally in rows:
        status, found = _judge(name, tally, held, many)
        values.append(tally.value(status))
        contradictions += found
    contradictions += _successions(gone)
    unit = held.reading.unit
    alike = [one for one in standing if unit_key(one.reading.unit) == unit_key(unit)]
    return Slot(
        slot=name,
        label=row.label if row is not None else name.replace("_", " ").capitalize(),
        unit=unit,
        best=held.reading.text if thinness is None else None,
        quantity=spread(alike, held.reading.quantity),
        disputed=any(value.status == "rival" for value in values),
        abstained=thinness,
        values=tuple(values),
        contradictions=tuple(sorted(contradictions, key=_order)),
    )


def _order(row: Contradiction) -> tuple[str, str, str, tuple[str, ...]]:
    return (row.kind, row.left, row.right, row.fact_ids)


def _held(standing: Sequence[Tally]) -> Tally:
    """Return the value to hold: the strongest exact one, or an open one when there is no other.

    Something always stands: whatever replaced a value is itself a value of the slot.
    """
    exact = [one for one in standing if not _open(one.reading)]
    return (exact or standing)[0]


def _open(one: Reading) -> bool:
    return one.quantity is not None and is_open(one.quantity)


def _abstains(standing: Sequence[Tally], held: Tally, thin: float, many: bool) -> str | None:
    """Return why a slot is not answered, or None when it is."""
    if held.support < thin:
        return f"too thin: {held.support:g} of an origin stands behind “{held.reading.text}”"
    if many:
        return None
    even = [
        one
        for one in standing
        if one is not held
        and abs(one.support - held.support) < _EVEN
        and _kind("", held, one)[0] == "real_conflict"
        and not (held.reading.key[0] == "place" and places.leads(held, one))
    ]
    if even:
        rivals = " and ".join(f"“{one.reading.text}”" for one in (held, *even))
        return f"evenly supported: {rivals}"
    return None


def _judge(
    name: str, tally: Tally, held: Tally, many: bool
) -> tuple[ValueStatus, list[Contradiction]]:
    if tally.fallen:
        return "superseded", []
    if many or tally is held:
        return "held", []
    kind, reason = _kind(name, held, tally)
    row = Contradiction(
        kind=kind,
        left=held.reading.text,
        right=tally.reading.text,
        reason=reason,
        fact_ids=tuple(sorted({one.fact.id for side in (held, tally) for one in side.witnesses})),
    )
    return _STATUS.get(kind, "minor"), [row]


def _kind(name: str, held: Tally, other: Tally) -> tuple[ContradictionKind, str]:
    """Say why two values that stand beside each other differ."""
    mine, theirs = held.reading, other.reading
    if unit_key(mine.unit) != unit_key(theirs.unit) and mine.unit and theirs.unit:
        return "different_category", f"one counts {mine.unit}, the other {theirs.unit}"
    if refines(mine, theirs):
        return "refined", "the one leaves room that the other fills"
    if mine.key[0] == "date" and same_day(mine.text, theirs.text):
        return "rounding", "they differ by the time of day alone, or overlap"
    if mine.quantity is not None and theirs.quantity is not None:
        if rounded(mine.quantity, theirs.quantity):
            return "rounding", "they differ by no more than rounding explains"
        if name in _TOLLS and _grew(held, other):
            return "different_scope", "counted at different times, and the later is not lower"
    return "real_conflict", "different origins stand by different values"


def _grew(held: Tally, other: Tally) -> bool:
    """Tell whether two tolls carry times of their own, and the later is at least the earlier."""
    mine = sorted(one.fact.as_of for one in held.witnesses if one.fact.as_of)
    theirs = sorted(one.fact.as_of for one in other.witnesses if one.fact.as_of)
    one, two = held.reading.quantity, other.reading.quantity
    if not mine or not theirs or one is None or two is None:
        return False
    if one.best is None or two.best is None:
        return False
    if earlier(mine[-1], theirs[0]):
        return one.best <= two.best
    return bool(earlier(theirs[-1], mine[0])) and two.best <= one.best


def _successions(gone: dict[str, Replaced]) -> list[Contradiction]:
    """Return one row per replaced value and its successor."""
    rows: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for fact_id in sorted(gone):
        row = gone[fact_id]
        left, right = _text(row.witness), _text(row.by)
        rows[left, right, row.reason] |= {fact_id, row.by.fact.id}
    return [
        Contradiction(
            kind="superseded",
            left=left,
            right=right,
            reason=reason,
            fact_ids=tuple(sorted(facts)),
        )
        for (left, right, reason), facts in rows.items()
    ]


def _text(witness: Witness) -> str:
    return tallies([witness], {})[0].reading.text
