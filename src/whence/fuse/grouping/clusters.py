"""From pairwise log-odds to groups: average linkage, under what people have judged.

Clusters are merged while the mean log-odds between some two of them is above zero, the highest
first (UPGMA, Sokal and Michener 1958; on log-odds it is a greedy form of correlation clustering,
Bansal, Blum and Chawla 2004). A pair that was never compared counts as ``APART``.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]

APART = -3.0
"""Log-odds (nats) of two reports that share too little to be worth comparing."""


def pair(one: str, other: str) -> Pair:
    """Return two ids as an unordered pair."""
    return (one, other) if one < other else (other, one)


def components(items: Iterable[str], links: Iterable[Pair]) -> list[list[str]]:
    """Return the connected components of a graph, each sorted, in the order of their first."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        found[root(item)].append(item)
    return [found[key] for key in sorted(found)]


def clusters(
    items: Sequence[str],
    odds: Mapping[Pair, float],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    apart: float = APART,
) -> list[list[str]]:
    """Return the items in groups, each sorted, in the order of their first.

    ``same`` are pairs judged to belong together, which wins over everything; ``different`` pairs
    never end up in one group unless ``same`` ties them. Independent of the order of the items.
    """
    grown = _Grown(components(items, same), odds, apart)
    for one, other in different:
        grown.forbid(one, other)
    return grown.merged()


class _Grown:
    """Clusters as they grow. ``between`` holds the sum and number of compared pairs across two."""

    def __init__(self, groups: list[list[str]], odds: Mapping[Pair, float], apart: float) -> None:
        self._members = {group[0]: group for group in groups}
        self._home = {item: group[0] for group in groups for item in group}
        self._apart = apart
        self._between: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        self._barred: dict[str, set[str]] = defaultdict(set)
        for (one, other), value in sorted(odds.items()):
            if one in self._home and other in self._home:
                self._join(self._home[one], self._home[other], (value, 1))

    def _join(self, one: str, other: str, more: tuple[float, int]) -> None:
        if one != other:
            total, number = self._between[one].get(other, (0.0, 0))
            joined = (total + more[0], number + more[1])
            self._between[one][other] = self._between[other][one] = joined

    def forbid(self, one: str, other: str) -> None:
        mine, theirs = self._home.get(one), self._home.get(other)
        if mine is not None and theirs is not None and mine != theirs:
            self._barred[mine].add(theirs)
            self._barred[theirs].add(mine)

    def _mean(self, one: str, other: str) -> float:
        total, number = self._between[one][other]
        pairs = len(self._members[one]) * len(self._members[other])
        return (total + (pairs - number) * self._apart) / pairs

    def merged(self) -> list[list[str]]:
        """Merge the closest two as long as they are closer than apart."""
        heap = [
            (-self._mean(one, other), one, other)
            for one in self._between
            for other in self._between[one]
            if one < other
        ]
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            if negative >= 0:
                break
            known = other in self._between.get(one, {})
            if known and negative == -self._mean(one, other) and other not in self._barred[one]:
                self._merge(one, other, heap)
        return [self._members[key] for key in sorted(self._members)]

    def _merge(self, one: str, other: str, heap: list[tuple[float, str, str]]) -> None:
        self._members[one] = sorted(self._members[one] + self._members.pop(other))
        del self._between[one][other]
        for third, more in self._between.pop(other).items():
            if third != one:
                del self._between[third][other]
                self._join(one, third, more)
        for third in self._barred.pop(other, set()):
            self._barred[third].discard(other)
            self._barred[third].add(one)
            self._barred[one].add(third)
        for third in self._between[one]:
            low, high = pair(one, third)
            heapq.heappush(heap, (-self._mean(low, high), low, high))
