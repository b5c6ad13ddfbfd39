"""How much an item moves the hypotheses: modes of its origins, dependence and bounds.

For an act r (somebody says so) by an origin with modes m, and for a fact f reported by origins o:

    act:   P(r | H) = sum_m pi_m P(r | H, m)
    fact:  P(r | H) = sum_f P(f | H) prod_o sum_m pi_{o,m} P(r_o | f, m)

An honest and informed origin says r with the row's probability, an uninformed one with 1/2, one
that plants it with 0.97 whatever is true. All arrays have one entry per draw.
"""

from collections.abc import Sequence
from hashlib import sha256
from math import log

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.weigh.items import Item, Voice
from whence.weigh.tables import Priors, Row

Floats = NDArray[np.float64]

FLOOR, CEILING = 0.03, 0.97
"""Bounds of P(f | H): nothing is ever certain given who did it."""
ORIGIN_CAP = log(10)
"""Nats by which one origin moves the log-odds between any two hypotheses at most."""
_INFORMED_RANGE = (0.02, 0.98)
_DRAWN = 0.9
"""Part of the reserve's prior that varies between draws."""


class Draws(Struct, frozen=True, kw_only=True):
    """Where the random numbers come from: streams by name, so that nothing depends on order.

    ``count`` 0 stands for the point values themselves (one "draw" at every mean).
    """

    seed: int
    count: int

    def stream(self, *names: object) -> np.random.Generator:
        """Return the generator of one named quantity: the same name, the same numbers."""
        text = "\x1f".join(str(part) for part in (self.seed, *names))
        return np.random.Generator(np.random.Philox(key=_key(text)))

    def normal(self, mean: float, sd: float, *names: object) -> Floats:
        """Return draws of a normal quantity."""
        if not self.count:
            return np.array([mean])
        return mean + sd * self.stream(*names).standard_normal(self.count)

    def beta(self, mean: float, weight: float, *names: object) -> Floats:
        """Return draws of a Beta quantity with this mean and weight (in observations)."""
        if not self.count:
            return np.array([mean])
        inside = min(max(mean, _INFORMED_RANGE[0]), _INFORMED_RANGE[1])
        return self.stream(*names).beta(inside * weight, (1 - inside) * weight, self.count)

    def hands(self, doubts: tuple[float, ...], *names: object) -> Floats:
        """Return the number of hands: 1, and one more for every merge that does not hold."""
        if not self.count:
            return np.array([1 + sum(doubts)])
        rolls = self.stream(*names).random((len(doubts), self.count))
        apart: Floats = (rolls < np.array(doubts)[:, None]).sum(axis=0).astype(np.float64)
        return 1 + apart


def _key(text: str) -> int:
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:16], "big")


class Modes(Struct, frozen=True, kw_only=True):
    """Probabilities of an origin's modes, one per draw; they sum to 1."""

    honest: Floats
    uninformed: Floats
    planted: Floats

    def says(self, honest: Floats | float) -> Floats:
        """Return P(it says so) when an honest and informed origin would with ``honest``."""
        return self.honest * honest + self.uninformed * 0.5 + self.planted * CEILING


def modes(voice: Voice, item: Item, table: Priors, draws: Draws) -> Modes:
    """Return how likely the origin is to know, to be guessing or to plant what it says."""
    row = item.row
    weight = table.grades[voice.anonymity]
    direction = "accusing" if row.ratio >= 1 else "clearing"
    stakes = table.modes.accusing if direction == "accusing" else table.modes.clearing
    planted_mean = stakes[voice.stake] if row.planted is None else row.planted
    planted = draws.beta(planted_mean, weight, "planted", voice.origin_id, direction, row.planted)
    informed = draws.beta(row.informed, weight, "informed", voice.origin_id, item.kind)
    informed = informed * table.hedges[item.hedge]
    return Modes(
        honest=(1 - planted) * informed,
        uninformed=(1 - planted) * (1 - informed),
        planted=planted,
    )


def conditional(row: Row, kind: str, draws: Draws, shrinkage: float) -> tuple[Floats, ...]:
    """Return P(f | the party did it), P(f | another did), P(f | somebody unnamed did).

    Somebody unnamed is one of the others, drawn back towards 1/2: what is said about named
    parties says less about one whom nobody has thought of.
    """
    did = np.clip(1 / (1 + np.exp(-draws.normal(log(row.ratio), row.sd, kind))), FLOOR, CEILING)
    other = 1 - did
    return did, other, (1 - shrinkage) * other + shrinkage * 0.5


def increments(item: Item, table: Priors, draws: Draws) -> Floats:
    """Return nats for targets, somebody unnamed and kin, against the others: (3, draws).

    Kin may be among the targets: P(r | kin) = m P(r | target) + (1 - m) P(r | another), with
    m the chance that they belong.
    """
    # "It was an accident" rules out an attacker whom nobody has thought of like any other.
    shrinkage = 0.0 if item.about.endswith(":no_hostile_actor") else table.unnamed_shrinkage
    values = conditional(item.row, item.kind, draws, shrinkage)
    heard = [modes(voice, item, table, draws) for voice in item.voices]
    if item.row.form == "act":
        said = [heard[0].says(value) for value in values]
    else:
        present = np.prod([mode.says(CEILING) for mode in heard], axis=0)
        absent = np.prod([mode.says(FLOOR) for mode in heard], axis=0)
        said = [value * present + (1 - value) * absent for value in values]
    did, other, unnamed = said
    kin = table.kinship * did + (1 - table.kinship) * other
    result: Floats = np.log(np.stack([did, unnamed, kin]) / other)
    return result * _repeats(item, draws)


def _repeats(item: Item, draws: Draws) -> Floats:
    """Return how often the item counts when its origin may be several: n / (1 + (n - 1) rho)."""
    doubts = item.voices[0].doubts
    if len(item.voices) > 1 or not doubts:
        return np.ones(1)
    return repeated(draws.hands(doubts, "hands", item.voices[0].origin_id), item.rho)


def repeated(hands: Floats, rho: float) -> Floats:
    """Return how often an item counts that comes from so many hands: n / (1 + (n - 1) rho)."""
    counts: Floats = hands / (1 + (hands - 1) * rho)
    return counts


def discount(position: int, rho: float) -> float:
    """Return what the n-th strongest of dependent items adds (position from 0).

    The sum over n equal items is n / (1 + (n - 1) rho); giving the stronger ones the larger
    shares keeps an added item from ever weakening what it supports.
    """
    after = (position + 1) / (1 + position * rho)
    before = position / (1 + (position - 1) * rho) if position else 0.0
    return after - before


class Ties(Struct, frozen=True, kw_only=True):
    """What repeats what, worked out once for all items.

    Every item has its groups, rho and origins; ``order`` is from the strongest to the weakest.
    Items repeat each other when they are of one group, and when one origin speaks about one party.
    """

    groups: tuple[tuple[str, ...], ...]
    rho: tuple[float, ...]
    origins: tuple[frozenset[str], ...]
    order: tuple[int, ...]

    @staticmethod
    def of(items: tuple[Item, ...], strength: Floats) -> "Ties":
        """Return the ties of items whose strengths (nats) are known."""
        origins = tuple(frozenset(voice.origin_id for voice in item.voices) for item in items)
        return Ties(
            groups=tuple(
                (item.group, f"{'+'.join(sorted(own))} on {item.about}")
                for item, own in zip(items, origins, strict=True)
            ),
            rho=tuple(item.rho for item in items),
            origins=origins,
            order=tuple(
                sorted(range(len(items)), key=lambda index: (-strength[index], items[index].id))
            ),
        )

    def weights(self, leaving_out: str | None = None) -> Floats:
        """Return the dependence weight of every item, 0 for those of the origin left out."""
        result = np.zeros(len(self.order))
        seen: dict[str, int] = {}
        for index in self.order:
            if leaving_out in self.origins[index]:
                continue
            weight = 1.0
            for group in self.groups[index]:
                position = seen.get(group, 0)
                weight *= discount(position, self.rho[index])
                seen[group] = position + 1
            result[index] = weight
        return result


def caps(hands: Sequence[Sequence[str]], raw: Floats) -> Floats:
    """Return the factor (items, draws) that holds every origin to ``ORIGIN_CAP`` nats in all.

    ``hands`` are the origins of each item; one of several is shared equally between them. ``raw``
    is (items, effects, draws), in nats against whatever the item leaves untouched.
    """
    ranges = np.maximum(raw.max(axis=1), 0) - np.minimum(raw.min(axis=1), 0)
    total: dict[str, Floats] = {}
    for origins, spread in zip(hands, ranges, strict=True):
        for origin in origins:
            share = spread / len(origins)
            total[origin] = total.get(origin, np.zeros_like(share)) + share
    factor = {
        key: np.minimum(1, ORIGIN_CAP / np.maximum(t, ORIGIN_CAP)) for key, t in total.items()
    }
    return np.array(
        [np.mean([factor[origin] for origin in origins], axis=0) for origins in hands]
    ).reshape(len(hands), raw.shape[2])


def reserve_varied(point: Floats, column: int, drawn: Floats) -> Floats:
    """Return (draws, hypotheses): the reserve takes a drawn share, the others keep their ratios.

    ``point`` are the priors, ``drawn`` (draws,) shares of the reserve in ``column``; a tenth stays
    where it is, which keeps every draw away from 0 and 1.
    """
    share = _DRAWN * drawn + (1 - _DRAWN) * point[column]
    rest: Floats = (1 - share)[:, None] * point / (1 - point[column])
    rest[:, column] = share
    return rest
