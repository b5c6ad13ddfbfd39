"""What repeats what: items of one group, or of one voice about one party, count for less."""

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from msgspec import Struct

from whence.weigh.items import Item
from whence.weigh.numbers.likelihood import Floats

VOICE_RHO = 0.5
"""Least correlation between what one voice says of one party in several ways (elicited)."""


def discount(position: int, rho: float) -> float:
    """Return what the n-th strongest of dependent items adds (position from 0).

    The sum over n equal items is n / (1 + (n - 1) rho); giving the stronger ones the larger
    shares keeps an added item from ever weakening what it supports.
    """
    after = (position + 1) / (1 + position * rho)
    before = position / (1 + (position - 1) * rho) if position else 0.0
    return after - before


def repeated(position: int, rho: float) -> float:
    """Return what the n-th strongest item of one voice adds, at VOICE_RHO or more."""
    return discount(position, max(rho, VOICE_RHO))


def voice_of(item: Item) -> Hashable:
    """Return who speaks about whom: a government where it is known, else the origins."""
    own = item.government or frozenset(voice.origin_id for voice in item.voices)
    return own, item.about


class Ties(Struct, frozen=True, kw_only=True):
    """What repeats what, worked out once for all items.

    Items repeat each other when one voice speaks about one party, an origin or a government
    through its offices, and when they are of one group. ``repeats`` counts the stronger items of
    its own voice before every item; ``order`` is from the strongest to the weakest by what that
    leaves, so that what a voice says once more takes no other's place.
    """

    groups: tuple[str, ...]
    rho: tuple[float, ...]
    repeats: tuple[int, ...]
    order: tuple[int, ...]

    @staticmethod
    def of(items: tuple[Item, ...], strength: Floats) -> "Ties":
        """Return the ties of items whose strengths (nats) are known."""
        names = [item.id for item in items]
        voices = [voice_of(item) for item in items]
        repeats = _before(voices, _falling(strength, names))
        rho = tuple(item.rho for item in items)
        left = [
            nats * repeated(position, own)
            for nats, position, own in zip(strength, repeats, rho, strict=True)
        ]
        return Ties(
            groups=tuple(item.group for item in items),
            rho=rho,
            repeats=repeats,
            order=_falling(left, names),
        )

    def positions(self) -> list[tuple[int, int]]:
        """Return how many stronger ones of its group and of its voice every item has before it."""
        return list(zip(_before(self.groups, self.order), self.repeats, strict=True))

    def weights(self) -> Floats:
        """Return the dependence weight of every item."""
        return np.array(
            [
                discount(first, rho) * repeated(second, rho)
                for (first, second), rho in zip(self.positions(), self.rho, strict=True)
            ]
        )


def _falling(strength: Sequence[float] | Floats, names: Sequence[str]) -> tuple[int, ...]:
    return tuple(sorted(range(len(names)), key=lambda index: (-strength[index], names[index])))


def _before(keys: Sequence[Hashable], order: tuple[int, ...]) -> tuple[int, ...]:
    """Return how many items of the same key every item has before it in an order."""
    seen: Counter[Hashable] = Counter()
    result = [0] * len(order)
    for index in order:
        result[index] = seen[keys[index]]
        seen[keys[index]] += 1
    return tuple(result)
