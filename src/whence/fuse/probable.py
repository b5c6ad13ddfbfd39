"""How probable each value of a slot is, beside the printed vote."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from whence.fuse.readings import Reading, unit_key
from whence.fuse.truth.hands import accuracies, commitment, hand, own_parts
from whence.fuse.truth.likeness import TOLLS, relation, wide
from whence.fuse.truth.posterior import Item, Posterior, Voice, posterior
from whence.fuse.truth.relations import Relation
from whence.fuse.values import Tally
from whence.fuse.witness import Witness
from whence.model.iso import earlier

_HIDDEN = 0.2
"""How probable it is that hands which look independent have a value from one hand unseen."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Chances:
    """Of the values of a slot: how probable each is, and each alone without any finer one.

    ``numbers`` are the chances of the counts of killed and wounded, by what reports of one incident
    are like (``choosing``), ``sites`` those of towns and counties (``siting``); empty for other
    slots.
    """

    right: dict[Key, float]
    exact: dict[Key, float]
    numbers: Mapping[int, float] = field(default_factory=dict)
    sites: Mapping[Key, float] = field(default_factory=dict)


def chances(name: str, rows: Sequence[Tally], many: bool) -> Chances:
    """Return the probabilities of the values of a slot, by the keys of their readings.

    Values of which several may stand are judged one by one; counts of different things make
    items of their own.
    """
    right: dict[Key, float] = {}
    exact: dict[Key, float] = {}
    for group in _items(rows, many):
        values = list({one.reading.key: one.reading for one in group}.values())
        found = _judged(name, values, group)
        for value, p, alone in zip(values, found.probabilities, found.exact, strict=True):
            right[value.key], exact[value.key] = p, alone
    return Chances(right, exact)


def _items(rows: Sequence[Tally], many: bool) -> list[list[Tally]]:
    """Part the rows into those that are about one thing; what names no unit joins the first."""
    if many:
        by_key: dict[Key, list[Tally]] = defaultdict(list)
        for one in rows:
            by_key[one.reading.key].append(one)
        return list(by_key.values())
    units = [unit_key(one.reading.unit) for one in rows]
    first = next((unit for unit in units if unit), "")
    by_unit: dict[str, list[Tally]] = defaultdict(list)
    for one, unit in zip(rows, units, strict=True):
        by_unit[unit or first].append(one)
    return list(by_unit.values())


def _judged(name: str, values: Sequence[Reading], group: Sequence[Tally]) -> Posterior:
    standing = {one.reading.key: one.witnesses for one in group if not one.fallen}
    numbers = [index for index, one in enumerate(values) if one.key in standing]
    times = [_times(standing.get(one.key, ())) for one in values]

    def relate(told: int, true: int) -> Relation:
        mine, theirs = values[told].quantity, values[true].quantity
        grew = (
            name in TOLLS
            and mine is not None
            and theirs is not None
            and (mine.best or 0) < (theirs.best or 0)
            and bool(earlier(times[told][1], times[true][0]))
        )
        return relation(values[told], values[true], grew)

    item = Item(wide=wide(values), relate=relate)
    split = _rivals(item, [(index, standing[values[index].key]) for index in numbers])
    trust = {one.reading.key: one.trust for one in group if not one.fallen}
    voices = [
        replace(voice, share=voice.share * trust[values[index].key])
        for index in numbers
        for voice in _voices(index, standing[values[index].key], split)
    ]
    return _pooled(posterior(item, voices), posterior(item, _strongest(voices)))


def _strongest(voices: Sequence[Voice]) -> list[Voice]:
    """Return one voice for each value: all who tell it may have it from one hidden hand."""
    best: dict[int, Voice] = {}
    for one in voices:
        if one.value not in best or _strength(one) > _strength(best[one.value]):
            best[one.value] = one
    return list(best.values())


def _strength(voice: Voice) -> tuple[float, float, float]:
    return (voice.share * voice.commitment * voice.accuracy, voice.accuracy, voice.commitment)


def _pooled(apart: Posterior, hidden: Posterior) -> Posterior:
    """Return the linear pool of two judgements (Stone 1961), the second with weight ``_HIDDEN``."""

    def pool(one: float, two: float) -> float:
        return (1 - _HIDDEN) * one + _HIDDEN * two

    return Posterior(
        tuple(map(pool, apart.exact, hidden.exact)),
        tuple(map(pool, apart.probabilities, hidden.probabilities)),
        pool(apart.nothing, hidden.nothing),
    )


def _times(witnesses: Sequence[Witness]) -> tuple[str, str]:
    """Return when a value was first and last told ("" when unknown)."""
    known = sorted(time for one in witnesses if (time := one.fact.as_of or one.at))
    return (known[0], known[-1]) if known else ("", "")


def _rivals(
    item: Item, told: Sequence[tuple[int, Sequence[Witness]]]
) -> dict[tuple[str, int], int]:
    """Return how many values that exclude each other an origin tells, for each of its values."""
    by_origin: dict[str, set[int]] = defaultdict(set)
    for index, witnesses in told:
        for one in witnesses:
            by_origin[one.origin.id].add(index)
    return {
        (origin, one): sum(
            two == one or "against" == item.relate(one, two) == item.relate(two, one)
            for two in values
        )
        for origin, values in by_origin.items()
        for one in values
    }


def _voices(
    index: int, witnesses: Sequence[Witness], split: dict[tuple[str, int], int]
) -> list[Voice]:
    """Return one voice for each origin of a value: its firmest word."""
    by_origin: dict[str, list[Witness]] = defaultdict(list)
    for one in witnesses:
        by_origin[one.origin.id].append(one)
    origins = sorted(by_origin)
    parts = own_parts([by_origin[origin] for origin in origins])
    return [
        Voice(
            value=index,
            accuracy=max(accuracies()[hand(one)] for one in by_origin[origin]),
            commitment=max(commitment(one) for one in by_origin[origin]) / split[origin, index],
            share=part,
        )
        for origin, part in zip(origins, parts, strict=True)
    ]
