"""What repeats what: items of one group, or of one voice about one party, count for less."""

import numpy as np
from msgspec import Struct

from whence.weigh.items import Item
from whence.weigh.likelihood import Floats


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

    groups: tuple[tuple[str, str], ...]
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

    def positions(self) -> list[tuple[int, int]]:
        """Return how many stronger items of each of its two groups every item has before it."""
        seen: dict[str, int] = {}
        result = [(0, 0)] * len(self.order)
        for index in self.order:
            kind, voice = self.groups[index]
            result[index] = (seen.get(kind, 0), seen.get(voice, 0))
            for group in (kind, voice):
                seen[group] = seen.get(group, 0) + 1
        return result

    def weights(self) -> Floats:
        """Return the dependence weight of every item."""
        return np.array(
            [
                discount(first, rho) * discount(second, rho)
                for (first, second), rho in zip(self.positions(), self.rho, strict=True)
            ]
        )
