"""The vote over origins: one value after another with everything behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.fuse.readings import (
    Reading,
    compatible,
    counts_some,
    is_open,
    reading,
    refines,
    unit_key,
)
from whence.fuse.superseding import Replaced
from whence.fuse.witness import Witness
from whence.model.fact import Quantity
from whence.model.incident import Value, ValueStatus
from whence.model.location import Location


@dataclass(frozen=True)
class Tally:
    """All witnesses of one value; ``fallen`` when their own sources have replaced it.

    ``trust`` is what is left of their word, between 0 and 1, where the way of the slot takes some
    away (a day told years later); 0 where it cannot be this incident's.
    """

    reading: Reading
    witnesses: tuple[Witness, ...]
    fallen: bool
    support: float
    trust: float = 1.0

    @property
    def rank(self) -> tuple[float, bool, tuple[str, ...]]:
        """Order of the vote: most support first, exact before open, then by value."""
        number = self.reading.quantity
        return (-self.support, number is not None and is_open(number), self.reading.key)

    @property
    def on_map(self) -> bool:
        """Whether a witness gives a point for this value."""
        return any(one.fact.location is not None for one in self.witnesses)

    def value(self, status: ValueStatus, probability: float | None) -> Value:
        """Return the row that a reader sees; its probability is rounded to thousandths."""
        spans = sorted({span for one in self.witnesses for span in one.fact.spans})
        return Value(
            value=self.reading.text,
            quantity=self.reading.quantity,
            unit=self.reading.unit,
            location=self._location(),
            status=status,
            support=self.support,
            probability=None if probability is None else round(probability, 3),
            fact_ids=tuple(sorted(one.fact.id for one in self.witnesses)),
            origin_ids=tuple(sorted({one.origin.id for one in self.witnesses})),
            document_ids=tuple(sorted({one.document.id for one in self.witnesses})),
            spans=tuple(spans),
        )

    def _location(self) -> Location | None:
        """Return the point that the witnesses give, of the value's own words or a site there first.

        The largest place of a name gives way to one in a region that a text states.
        """
        given = [one.fact for one in self.witnesses if one.fact.location is not None]
        own = self.reading.text
        points = [one.location for one in given if one.value == own]
        points += [one.location for one in given if one.value.endswith(f", {own}")]
        points += [one.location for one in given]
        stated = [
            point
            for one in given
            if (point := one.location)
            and (point.namesake == "stated" or point.region in one.value.split(", "))
        ]
        areas = {(point.country, point.region) for point in stated}
        fitting = [point for point in points if point and (point.country, point.region) in areas]
        return next(iter(fitting or points), None)


def tallies(
    witnesses: Sequence[Witness],
    gone: Mapping[str, Replaced],
    many: bool = False,
    same: Mapping[str, tuple[str, ...]] = {},
) -> list[Tally]:
    """Count the vote of each value of a slot, strongest first.

    An origin has one vote for what it still stands by: of several mentions of one value the
    strongest counts, and values of one origin that exclude each other share its vote (``many``:
    none does). A fallen value keeps its rows and has no support. ``same`` gives the key of values
    that only the whole slot can identify, by their text.
    """
    rows: dict[tuple[tuple[str, ...], bool], list[Witness]] = defaultdict(list)
    for witness in witnesses:
        rows[_read(witness, same).key, witness.fact.id in gone].append(witness)
    votes = _votes(witnesses, gone, (many, same))
    found = [
        Tally(
            _shown(group),
            tuple(group),
            fallen,
            0.0 if fallen else round(votes.get(key, 0.0), 3),
        )
        for (key, fallen), group in rows.items()
    ]
    return sorted(found, key=lambda one: (one.fallen, *one.rank))


def _read(witness: Witness, same: Mapping[str, tuple[str, ...]]) -> Reading:
    own = reading(witness.fact)
    return replace(own, key=same[own.text]) if own.text in same else own


def _votes(
    witnesses: Sequence[Witness],
    gone: Mapping[str, Replaced],
    how: tuple[bool, Mapping[str, tuple[str, ...]]],
) -> dict[tuple[str, ...], float]:
    many, same = how
    by_origin: dict[str, dict[tuple[str, ...], tuple[Reading, float]]] = defaultdict(dict)
    for witness in witnesses:
        if witness.fact.id in gone:
            continue
        read, mine = _read(witness, same), by_origin[witness.origin.id]
        mine[read.key] = (read, max(mine.get(read.key, (read, 0.0))[1], witness.weight))
    slot = witnesses[0].fact.slot if witnesses else ""
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    for origin_id in sorted(by_origin):
        mine = by_origin[origin_id]
        for key in sorted(mine):
            read, weight = mine[key]
            rivals = [one for one, _ in mine.values() if not many and _excludes(slot, read, one)]
            votes[key] += weight / max(1, len(rivals) + (read not in rivals))
    return votes


def _excludes(slot: str, one: Reading, other: Reading) -> bool:
    """Tell whether two values cannot both be right: counts of different categories can."""
    apart = unit_key(one.unit) != unit_key(other.unit)
    categories = counts_some(slot, one.unit) or counts_some(slot, other.unit)
    return not refines(one, other) and not (apart and categories)


def _shown(group: Sequence[Witness]) -> Reading:
    """Return the reading to show for a value: that of most origins, then the longest words."""
    users: dict[str, set[str]] = defaultdict(set)
    for one in group:
        users[reading(one.fact).text].add(one.origin.id)
    every = [reading(one.fact) for one in group]
    return min(
        every, key=lambda one: (-len(users[one.text]), -len(one.text), one.text, one.unit or "")
    )


def _floor_only(number: Quantity, best: Quantity) -> bool:
    """Tell whether a count only gives a floor under another one that is exact."""
    floor = number.comparator in ("at_least", "several") and number.high in (None, number.best)
    return floor and not is_open(best) and compatible(number, best)


def spread(standing: Sequence[Tally], best: Quantity | None) -> Quantity | None:
    """Return low, best and high over the values that origins stand by, the way UCDP codes them.

    Low is the lowest and high the highest count that is still held; an open end alone sets no
    high. What only says "at least" and fits the best count lowers nothing. None where there is no
    best count.
    """
    given = [one.reading.quantity for one in standing if one.reading.quantity is not None]
    numbers = [one for one in given if best is None or not _floor_only(one, best)]
    if best is None or not numbers:
        return None
    lows = [v for n in numbers for v in (n.low if n.low is not None else n.best,) if v is not None]
    highs = [
        v for n in numbers for v in (n.high if n.high is not None else n.best,) if v is not None
    ]
    middle = best.best
    low = min([*lows, *([middle] if middle is not None else [])], default=None)
    high = max([*highs, *([middle] if middle is not None else [])], default=None)
    comparator = "exact" if low == high else best.comparator
    return Quantity(low=low, best=middle, high=high, comparator=comparator)
