"""Slots: the value held, its range, its rivals, and why they differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from whence.fuse.contradictions import compared, successions
from whence.fuse.days import vote
from whence.fuse.holding import abstains, held, remaining
from whence.fuse.options import Options
from whence.fuse.place import doubtful, lands, near, places, siting
from whence.fuse.probable import chances
from whence.fuse.readings import SlotRow, slot_rows, unit_key
from whence.fuse.superseding import Replaced, replaced
from whence.fuse.targets import canonical
from whence.fuse.toll.choosing import choices
from whence.fuse.toll.moved import KILLED, WOUNDED, living, moved, settled, unhurt
from whence.fuse.toll.outlived import CONDITION, NOBODY_OR_ONE, Outlived, outlived
from whence.fuse.toll.updated import updated
from whence.fuse.values import Tally, spread, tallies
from whence.fuse.witness import Witness
from whence.model.incident import Contradiction, Slot


def fuse_slots(witnesses: Sequence[Witness], options: Options) -> tuple[Slot, ...]:
    """Fuse the facts of an incident slot by slot, in the order of ``slots.yaml``.

    Slots that the vocabulary does not know come last, in alphabetical order.
    """
    by_slot: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_slot[witness.fact.slot].append(witness)
    numbers = choices(settled(witnesses))
    newer = updated(by_slot)
    fallen = {
        KILLED: {**newer[KILLED], **living(by_slot, numbers)},
        WOUNDED: {**newer[WOUNDED], **moved(witnesses), **unhurt(by_slot, numbers)},
    }
    ordered = [name for name in slot_rows() if by_slot.get(name)]
    others = sorted(name for name in by_slot if name not in slot_rows())
    told = by_slot.get(CONDITION, [])
    condition = _slot(told, _Known(), options) if told else None
    return tuple(
        _slot(
            doubtful.heard(lands.landed(by_slot[name])) if _is_place(name) else by_slot[name],
            _Known(
                fallen.get(name, {}),
                numbers.get(name, {}),
                outlived(condition, [*told, *by_slot[name]], name),
            ),
            options,
        )
        for name in (*ordered, *others)
    )


def _is_place(name: str) -> bool:
    return name in slot_rows() and slot_rows()[name].kind == "place"


@dataclass(frozen=True)
class _Known:
    """What other slots tell of one: counts that later deaths replace, chances, and doubts."""

    died: Mapping[str, Replaced] = field(default_factory=dict)
    numbers: Mapping[int, float] = field(default_factory=dict)
    outlived: Outlived = field(default_factory=Outlived)


def _slot(witnesses: Sequence[Witness], known: _Known, options: Options) -> Slot:
    name = witnesses[0].fact.slot
    row = slot_rows().get(name) or SlotRow(name.replace("_", " ").capitalize(), "text")
    gone: Mapping[str, Replaced] = {} if row.many else replaced(witnesses)
    every = {**gone, **known.died}
    stands = any(one.fact.id not in every for one in witnesses)
    if stands or all(by.by.fact.slot != name for by in known.died.values()):
        gone = every  # two counts of a slot never replace each other
    rows = _rows(row, name, witnesses, gone)
    standing = [one for one in rows if not one.fallen]
    if not standing:
        return _overtaken(row, rows, gone)
    likely = chances(name, rows, row.many)
    sure = [one for one in standing if not known.outlived.counts(one.witnesses)] or standing
    sure = near.nearest(doubtful.firm(sure)) if row.kind == "place" else sure
    likely = replace(
        likely,
        numbers=remaining(known.numbers, sure, likely.exact),
        sites=siting.chances(sure) if row.kind == "place" else {},
    )
    best = held(name, sure, likely, options)
    thinness = abstains([] if row.many else sure, best, likely, options)
    statuses, contradictions = compared(name, rows, best) if not row.many else ({}, [])
    doubted = known.outlived.counts(best.witnesses)
    if doubted:
        thinness, statuses[best.reading.key] = known.outlived.reason, "rival"
    values = [
        tally.value(
            "superseded" if tally.fallen else statuses.get(tally.reading.key, "held"),
            known.outlived.at_most(likely.right[tally.reading.key], tally.witnesses),
        )
        for tally in rows
    ]
    contradictions += successions(gone)
    unit = best.reading.unit
    alike = [one for one in standing if unit_key(one.reading.unit) == unit_key(unit)]
    return Slot(
        slot=name,
        label=row.label,
        unit=unit,
        best=best.reading.text if thinness is None else None,
        quantity=NOBODY_OR_ONE if doubted else spread(alike, best.reading.quantity),
        disputed=any(value.status == "rival" for value in values),
        abstained=thinness,
        values=tuple(values),
        contradictions=tuple(sorted(contradictions, key=_order)),
    )


def _overtaken(row: SlotRow, rows: Sequence[Tally], gone: Mapping[str, Replaced]) -> Slot:
    """Return a slot of which nothing stands any more: its values are shown, none is held."""
    return Slot(
        slot=rows[0].witnesses[0].fact.slot,
        label=row.label,
        best=None,
        disputed=False,
        abstained=next(one.reason for one in gone.values()),
        values=tuple(one.value("superseded", None) for one in rows),
        contradictions=tuple(sorted(successions(gone), key=_order)),
    )


def _rows(
    row: SlotRow, name: str, witnesses: Sequence[Witness], gone: Mapping[str, Replaced]
) -> list[Tally]:
    """Count the votes of a slot in the way of its kind."""
    if row.kind == "place":
        same = places.keys(witnesses)
        found = places.settled(tallies(witnesses, gone, row.many, same), same)
        return doubtful.yielding(found)
    if name == "date":
        return vote(witnesses, gone)
    same = canonical(one.fact.value for one in witnesses) if name == "target" else {}
    return tallies(witnesses, gone, row.many, same)


def _order(row: Contradiction) -> tuple[str, str, str, tuple[str, ...]]:
    return (row.kind, row.left, row.right, row.fact_ids)
