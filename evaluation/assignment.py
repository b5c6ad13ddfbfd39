"""Pair gold and predicted items one to one, as many as possible."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def most_pairs(
    gold: Sequence[Gold], predicted: Sequence[Predicted], meets: Callable[[Gold, Predicted], bool]
) -> list[tuple[int, int]]:
    """Return a largest one-to-one pairing of items that meet, as indices (gold, predicted).

    Augmenting paths (Kuhn 1955): where similarities are 0 or 1, the optimal alignment of CEAF.
    """
    able = [[there for there, other in enumerate(predicted) if meets(one, other)] for one in gold]
    taken: dict[int, int] = {}

    def settle(here: int, tried: set[int]) -> bool:
        for there in able[here]:
            if there in tried:
                continue
            tried.add(there)
            if there not in taken or settle(taken[there], tried):
                taken[there] = here
                return True
        return False

    for here in range(len(gold)):
        settle(here, set())
    return sorted((here, there) for there, here in taken.items())


def best_pairs(able: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Return pairs (gold, predicted) one to one, the closest first.

    ``able`` holds (closeness, gold, predicted) of those that may be paired at all; of equally
    close ones the earlier in the text comes first.
    """
    pairs: list[tuple[int, int]] = []
    for _, here, there in sorted((-close, here, there) for close, here, there in able):
        if all(here != one and there != other for one, other in pairs):
            pairs.append((here, there))
    return pairs
