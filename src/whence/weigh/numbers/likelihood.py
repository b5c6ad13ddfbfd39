"""How much an item moves the hypotheses: modes of its origins and bounds.

For an act r (somebody says so) by an origin with modes m, and for a fact f reported by origins o:

    act:   P(r | H) = sum_m pi_m P(r | H, m)
    fact:  P(r | H) = sum_f P(f | H) prod_o sum_m pi_{o,m} P(r_o | f, m)

An honest and informed origin says r with the row's probability, an uninformed one with 1/2, one
that plants it with 0.97 whatever is true. All arrays have one entry per draw.
"""

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
_ESTABLISHED = 700.0
"""Nats from which a fact is as good as certain: its exponential is still a float."""
_DRAWN_RANGE = (0.02, 0.98)
"""Means that a Beta is drawn at: beyond, hardly any draw would differ from 0 or 1."""
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
        """Return draws of a Beta quantity with this weight (in observations).

        Its mean is held to [.02, .98]: no source is known to be surer than that.
        """
        if not self.count:
            return np.array([mean])
        inside = _inside(mean)
        return self.stream(*names).beta(inside * weight, (1 - inside) * weight, self.count)

    def reserve(self, mean: float, weight: float, *names: object) -> Floats:
        """Return draws of a reserve with this mean in the long run, however small a person sets it.

        Beyond [.02, .98] the spread shrinks with the distance from 0 or 1.
        """
        inside = _inside(mean)
        drawn = self.beta(inside, weight, *names)
        if mean < inside:
            return drawn * (mean / inside)
        return drawn if mean == inside else 1 - (1 - drawn) * ((1 - mean) / (1 - inside))

    def hands(self, doubts: tuple[float, ...], *names: object) -> Floats:
        """Return the number of hands: 1, and one more for every merge that does not hold."""
        if not self.count:
            return np.array([1 + sum(doubts)])
        rolls = self.stream(*names).random((len(doubts), self.count))
        apart: Floats = (rolls < np.array(doubts)[:, None]).sum(axis=0).astype(np.float64)
        return 1 + apart


def _inside(mean: float) -> float:
    return min(max(mean, _DRAWN_RANGE[0]), _DRAWN_RANGE[1])


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


def conditional(row: Row, kind: str, draws: Draws) -> Floats:
    """Return P(f | the party did it); that another did it has what is left to 1."""
    drawn = draws.normal(log(row.ratio), row.sd, kind)
    return np.clip(1 / (1 + np.exp(-drawn)), FLOOR, CEILING)


def log_ratio(item: Item, table: Priors, draws: Draws, told: tuple[Floats, ...] = ()) -> Floats:
    """Return log P(r | a target) / P(r | another) of an item, in nats by draw.

    ``told`` is what :func:`reported` gives for each voice of a fact, where that is known.
    """
    did = conditional(item.row, item.kind, draws)
    if item.row.form == "act":
        mode = modes(item.voices[0], item, table, draws)
        act: Floats = np.log(mode.says(did) / mode.says(1 - did))
        return act
    # What the reporters make of the fact: a product of many would leave the range of floats.
    total = np.zeros_like(did)
    for each in told or (reported(voice, item, table, draws) for voice in item.voices):
        total = total + each
    known = np.expm1(np.minimum(total, _ESTABLISHED))
    fact: Floats = np.log1p(did * known) - np.log1p((1 - did) * known)
    return fact


def reported(voice: Voice, item: Item, table: Priors, draws: Draws) -> Floats:
    """Return the nats (draws,) by which one reporter makes a fact likelier to be one."""
    mode = modes(voice, item, table, draws)
    nats: Floats = np.log(mode.says(CEILING) / mode.says(FLOOR))
    return nats


def repeats(item: Item, draws: Draws) -> Floats | None:
    """Return how often an item counts whose origin may be several: n / (1 + (n - 1) rho).

    None where it is certainly one.
    """
    doubts = item.voices[0].doubts
    if len(item.voices) > 1 or not doubts:
        return None
    hands = draws.hands(doubts, "hands", item.voices[0].origin_id)
    return repeated(hands, item.rho)


def repeated(hands: Floats, rho: float) -> Floats:
    """Return how often an item counts that comes from so many hands: n / (1 + (n - 1) rho)."""
    counts: Floats = hands / (1 + (hands - 1) * rho)
    return counts


def reserve_varied(point: Floats, column: int, drawn: Floats) -> Floats:
    """Return (draws, hypotheses): the reserve takes a drawn share, the others keep their ratios.

    ``point`` are the priors, ``drawn`` (draws,) shares of the reserve in ``column``; a tenth stays
    where it is, which keeps every draw away from 0 and 1.
    """
    share = _DRAWN * drawn + (1 - _DRAWN) * point[column]
    rest: Floats = (1 - share)[:, None] * point / (1 - point[column])
    rest[:, column] = share
    return rest
