"""Why two values of a slot differ: said of every pair that stands beside each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from whence.fuse.place.doubtful import only_written
from whence.fuse.readings import (
    Reading,
    counts_some,
    exceeds,
    refines,
    rounded,
    slot_rows,
    unit_key,
)
from whence.fuse.superseding import Replaced
from whence.fuse.truth.likeness import TOLLS, wider
from whence.fuse.values import Tally, tallies
from whence.fuse.witness import Witness
from whence.model.incident import Contradiction, ContradictionKind, ValueStatus
from whence.model.iso import earlier, same_day

_STATUS: dict[ContradictionKind, ValueStatus] = {
    "superseded": "superseded",
    "refined": "refined",
    "real_conflict": "rival",
}
DATE = "date"
_PAIRED = 6
"""Rivals of one category up to which each two are compared with each other as well."""

Statuses = dict[tuple[str, ...], ValueStatus]


def compared(name: str, rows: Sequence[Tally], best: Tally) -> tuple[Statuses, list[Contradiction]]:
    """Return how every value stands to the best one, by its key, and why they differ.

    What counts another category ("guards" beside "people") is set apart from the best value, and
    is compared with the strongest value of its own category: guards do not cease to conflict with
    guards. Rivals of one category are told against each other too.
    """
    statuses: Statuses = {}
    found: list[Contradiction] = []
    for own in _categories(rows, best):
        first = own[0]
        rivals = [first]
        if first is not best:
            kind, reason = kind_of(name, best, first)
            statuses[first.reading.key] = _STATUS.get(kind, "minor")
            found.append(_row(kind, reason, best, first))
        for other in own[1:]:
            kind, reason = kind_of(name, first, other)
            statuses[other.reading.key] = _STATUS.get(kind, "minor")
            found.append(_row(kind, reason, first, other))
            rivals += [other] if kind == "real_conflict" else []
        if len(rivals) <= _PAIRED:
            for one, other in combinations(rivals[1:], 2):
                kind, reason = kind_of(name, one, other)
                found += [_row(kind, reason, one, other)] if kind == "real_conflict" else []
    return statuses, found


def _categories(rows: Sequence[Tally], best: Tally) -> list[list[Tally]]:
    """Return the values that stand by what they count, the strongest first, the best before all.

    What names no unit counts what the best value counts.
    """
    found: dict[str, list[Tally]] = {unit_key(best.reading.unit): [best]}
    for one in rows:
        if not one.fallen and one is not best:
            unit = unit_key(one.reading.unit) or unit_key(best.reading.unit)
            found.setdefault(unit, []).append(one)
    return list(found.values())


def _row(kind: ContradictionKind, reason: str, left: Tally, right: Tally) -> Contradiction:
    return Contradiction(
        kind=kind,
        left=left.reading.text,
        right=right.reading.text,
        reason=reason,
        fact_ids=tuple(sorted({one.fact.id for side in (left, right) for one in side.witnesses})),
    )


def kind_of(name: str, held: Tally, other: Tally) -> tuple[ContradictionKind, str]:
    """Say why two values that stand beside each other differ."""
    mine, theirs = held.reading, other.reading
    if unit_key(mine.unit) != unit_key(theirs.unit) and mine.unit and theirs.unit:
        if over := _over(name, mine, theirs) or _over(name, theirs, mine):
            return "real_conflict", over
        return "different_category", f"one counts {mine.unit}, the other {theirs.unit}"
    if refines(mine, theirs):
        loose, close = (mine, theirs) if wider(mine, theirs) else (theirs, mine)
        return "refined", f"“{loose.text}” leaves room for “{close.text}”"
    if name == DATE and 0.0 in (held.trust, other.trust):
        late = mine if held.trust == 0.0 else theirs
        return "different_scope", f"“{late.text}” begins after the first report: of something else"
    if mine.key[0] == "place" and only_written(other, held):
        return "different_scope", f"“{theirs.text}” may be only where a report was written"
    if mine.key[0] == "date" and same_day(mine.text, theirs.text):
        return "rounding", "they differ by the time of day alone, or overlap"
    if mine.quantity is not None and theirs.quantity is not None:
        if rounded(mine.quantity, theirs.quantity):
            return "rounding", f"“{mine.text}” and “{theirs.text}” differ by no more than rounding"
        if name in TOLLS and _grew(held, other):
            return "different_scope", "counted at different times, and the later is not lower"
    return "real_conflict", "different origins stand by different values"


def _over(name: str, part: Reading, whole: Reading) -> str:
    """Say how a count of some exceeds the count of all ("nobody was held", "a man was held")."""
    if not counts_some(name, part.unit) or counts_some(name, whole.unit):
        return ""
    if (
        part.quantity is None
        or whole.quantity is None
        or not exceeds(part.quantity, whole.quantity)
    ):
        return ""
    return f"{part.text} {part.unit} cannot be among {whole.text} in all"


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


def successions(gone: Mapping[str, Replaced]) -> list[Contradiction]:
    """Return one row per replaced value and its successor; what is only withdrawn has none."""
    rows: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for fact_id in sorted(gone):
        row = gone[fact_id]
        left, right = _text(row.witness), _text(row.by)
        if row.by.fact.slot != row.witness.fact.slot:  # wounded who are told as killed
            right = f"{right} {slot_rows()[row.by.fact.slot].label.lower()}"
        elif left == right:
            continue
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
