"""How much every item moves the log-odds, kept small: one row of draws per item.

What an item says of somebody unnamed and of kin follows from what it says of its targets: with
R = P(r | target) / P(r | another), and P(r | H) linear in P(f | H) whatever the modes,

    P(r | H) / P(r | another) = 1 + c (R - 1),   c = 1 for targets, shrinkage / 2 for somebody
                                                 unnamed, m for kin
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from msgspec import Struct, structs

from whence.weigh.items import Item
from whence.weigh.numbers.likelihood import Draws, Floats, log_ratio, repeats, reported
from whence.weigh.tables import Priors

ORIGIN_CAP = np.log(10)
"""Nats by which one origin moves the log-odds between any two hypotheses at most."""
TARGET, UNNAMED, KIN = range(3)
"""Rows of an item's nats."""
_ALL = slice(None)
_ROUNDING = 1e-9

Key = tuple[object, ...]
"""All that an item's numbers follow from: equal keys, equal numbers."""


class Drawn(Struct, frozen=True, kw_only=True):
    """What was drawn for one item: log R (draws,) and how often it counts, None where once.

    ``alone`` are mean nats before the cap (3,), ``reach`` the most nats in any draw.
    """

    log_ratio: Floats
    often: Floats | None
    alone: Floats
    reach: float


class Known(Struct, frozen=True, kw_only=True):
    """What has been drawn already, of any incident: nothing of it is drawn again.

    ``items`` by all that they follow from. ``told`` is what a fact gains by one of its reporters
    (draws,), of facts that few report: without one of them the others need not be drawn again.
    ``often`` is how often an item counts, whatever it says.
    """

    items: Mapping[Key, Drawn]
    told: Mapping[Key, Floats]
    often: Mapping[Key, Floats]


NOTHING = Known(items={}, told={}, often={})
FEW = 32
"""Reporters of one fact up to which each by itself is kept in memory."""


class Nats(Struct, frozen=True, kw_only=True):
    """Nats of all items against the hypotheses that none of them concerns.

    ``log_ratio`` is log R (items, draws), ``parts`` the c of somebody unnamed and of kin (items,
    2). ``factor`` multiplies the nats of an item where it is not 1: how often the item counts,
    and what holds its origin to the cap. ``alone`` are mean nats before the cap
    (items, 3); 0 where no kin are concerned. ``kept`` is the mean share that the cap leaves
    (items,). ``known`` are the same numbers by what they follow from.
    """

    log_ratio: Floats
    parts: Floats
    factor: Mapping[int, Floats]
    alone: Floats
    kept: Floats
    known: Known

    def of(self, index: int, row: int, draws: slice = _ALL) -> Floats:
        """Return the nats of one item for its targets, somebody unnamed or kin, by draw."""
        result = _row(self.log_ratio[index, draws], row, self.parts[index])
        factor = self.factor.get(index)
        return result if factor is None else result * factor[draws]

    @property
    def strength(self) -> Floats:
        """Return the largest nats that the cap leaves each item, which order what repeats.

        An item that its origin's cap holds down would else take the place of one that says more.
        """
        largest: Floats = np.abs(self.alone).max(axis=1, initial=0.0)
        return largest * self.kept


def _row(log_ratio: Floats, row: int, parts: Floats) -> Floats:
    if row == TARGET:
        return log_ratio
    result: Floats = np.expm1(log_ratio)
    result *= parts[row - 1]
    np.log1p(result, out=result)
    return result


def draw(items: tuple[Item, ...], table: Priors, draws: Draws, known: Known) -> Nats:
    """Return the nats of all items with every origin held to its cap.

    ``known`` is taken as it is for items that have not changed.
    """
    logs = np.empty((len(items), max(draws.count, 1)))
    # "It was an accident" rules out an attacker whom nobody has thought of like any other.
    unnamed = table.unnamed_shrinkage / 2
    parts = np.array(
        [(0.0 if _accident(item) else unnamed, table.kinship) for item in items]
    ).reshape(len(items), 2)
    alone = np.zeros((len(items), 3))
    factor: dict[int, Floats] = {}
    reach: list[float] = []
    found: dict[Key, Drawn] = {}
    told: dict[Key, Floats] = {}
    often: dict[Key, Floats] = {}
    for index, item in enumerate(items):
        key = _key_of(item, draws)
        heard = _heard(item, table, draws, known.told)
        told |= heard
        one = found.get(key) or known.items.get(key)
        if one is None:
            log = log_ratio(item, table, draws, tuple(heard.values()))
            one = _drawn(item, log, _counts(item, draws, known.often), parts[index])
        logs[index], alone[index] = one.log_ratio, one.alone
        if one.often is not None:
            factor[index] = often[_hands_of(item, draws)] = one.often
        reach.append(one.reach / len(item.voices))
        # What is kept is a view: two copies of the numbers of many items would be too much.
        found[key] = structs.replace(one, log_ratio=logs[index])
    kept = _cap(items, logs, factor, reach)
    drawn = Known(items=found, told=told, often=often)
    return Nats(log_ratio=logs, parts=parts, factor=factor, alone=alone, kept=kept, known=drawn)


def alike(known: Known, item: Item, others: tuple[Item, ...], draws: Draws) -> Known:
    """Return what is known, and that others' numbers are those of an item that is."""
    drawn = known.items[_key_of(item, draws)]
    same = dict.fromkeys((_key_of(other, draws) for other in others), drawn)
    return structs.replace(known, items={**known.items, **same})


def _key_of(item: Item, draws: Draws) -> Key:
    said = (item.kind, item.row, item.hedge, item.voices)
    return (draws, *said, bool(item.kin), _accident(item))


def _accident(item: Item) -> bool:
    return item.about.endswith(":no_hostile_actor")


def _heard(
    item: Item, table: Priors, draws: Draws, told: Mapping[Key, Floats]
) -> dict[Key, Floats]:
    """Return what a fact gains by each of its reporters, in their order, if these are few."""
    if item.row.form == "act" or not 1 < len(item.voices) <= FEW:
        return {}
    result: dict[Key, Floats] = {}
    for voice in item.voices:
        key = (draws, item.kind, item.row, item.hedge, voice)
        known = told.get(key)
        result[key] = reported(voice, item, table, draws) if known is None else known
    return result


def _hands_of(item: Item, draws: Draws) -> Key:
    return (draws, item.voices[0].origin_id, item.voices[0].doubts, item.rho)


def _counts(item: Item, draws: Draws, often: Mapping[Key, Floats]) -> Floats | None:
    known = often.get(_hands_of(item, draws)) if len(item.voices) == 1 else None
    return repeats(item, draws) if known is None else known


def _drawn(item: Item, log: Floats, often: Floats | None, parts: Floats) -> Drawn:
    alone = np.zeros(3)
    for row in (TARGET, UNNAMED, KIN) if item.kin else (TARGET, UNNAMED):
        nats = _row(log, row, parts)
        alone[row] = np.mean(nats if often is None else nats * often)
    reach = np.abs(log if often is None else log * often).max()
    return Drawn(log_ratio=log, often=often, alone=alone, reach=float(reach))


def _cap(
    items: tuple[Item, ...], logs: Floats, factor: dict[int, Floats], reach: list[float]
) -> Floats:
    """Put into ``factor`` what holds every origin to ``ORIGIN_CAP`` nats in all; return its means.

    An item of several origins is shared equally between them, and so is its ``reach``. Of the rows
    of an item the targets' reaches furthest from 0.
    """
    spoken: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for voice in item.voices:
            spoken[voice.origin_id].append(index)
    held: dict[str, Floats] = {}
    for origin_id, indices in spoken.items():
        if sum(reach[index] for index in indices) < ORIGIN_CAP - _ROUNDING:
            continue
        total = np.zeros(logs.shape[1])
        for index in indices:
            total += np.abs(logs[index]) * factor.get(index, 1.0) / len(items[index].voices)
        if total.max() > ORIGIN_CAP:
            held[origin_id] = ORIGIN_CAP / np.maximum(total, ORIGIN_CAP)
    kept = np.ones(len(items))
    for index, item in enumerate(items):
        over = [held[v.origin_id] for v in item.voices if v.origin_id in held]
        if over:
            # Without an average to take, all items of an origin share one row of memory.
            mean = over[0] if len(item.voices) == 1 else _mean(over, len(item.voices))
            factor[index] = mean * factor[index] if index in factor else mean
            kept[index] = mean.mean()
    return kept


def _mean(factors: list[Floats], voices: int) -> Floats:
    """Return the mean factor of voices of whom those not listed keep all they say."""
    total: Floats = np.sum(factors, axis=0)
    return (total + voices - len(factors)) / voices
