"""In which order the stops of each column stand, so that few lines cross."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

_SWEEPS: Final = 10

Flows = Mapping[tuple[str, str], int]
Columns = Sequence[Sequence[str]]


def ordered(columns: Columns, flows: Flows, group: Mapping[str, str]) -> list[list[str]]:
    """Order each column by the mean place of its neighbours (barycentre sweeps, Sugiyama 1981).

    What ``group`` puts together stays together. Of all sweeps the order with the fewest crossings
    is kept; equal input gives an equal order.
    """
    near = _neighbours(columns, flows)
    best = [_together(column, group) for column in columns]
    least = crossings(best, flows)
    orders = [list(column) for column in best]
    for sweep in range(_SWEEPS):
        numbers = range(len(orders))
        for number in reversed(numbers) if sweep % 2 == 0 else numbers:
            orders[number] = _sorted(orders[number], near, _places(orders), group)
        count = crossings(orders, flows)
        if count < least:
            best, least = [list(column) for column in orders], count
    return best


def _together(column: Sequence[str], group: Mapping[str, str]) -> list[str]:
    """Return a column with each group where the first of it stands."""
    first: dict[str, int] = {}
    for place, key in enumerate(column):
        first.setdefault(group.get(key, "") or key, place)
    return sorted(column, key=lambda key: first[group.get(key, "") or key])


def crossings(columns: Columns, flows: Flows) -> int:
    """Return how many pairs of lines between the same two columns cross."""
    at = {
        key: (number, place)
        for number, column in enumerate(columns)
        for place, key in enumerate(column)
    }
    between: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for left, right in flows:
        (first, start), (second, end) = sorted((at[left], at[right]))
        between[first, second].append((start, end))
    return sum(_inversions(lines) for pair, lines in between.items() if pair[0] != pair[1])


def _inversions(lines: list[tuple[int, int]]) -> int:
    found = 0
    seen: list[int] = []
    for _, end in sorted(lines):
        found += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return found


def _neighbours(columns: Columns, flows: Flows) -> dict[str, list[tuple[str, int]]]:
    home = {key: number for number, column in enumerate(columns) for key in column}
    near: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (left, right), count in flows.items():
        if home[left] != home[right]:
            near[left].append((right, count))
            near[right].append((left, count))
    return near


def _places(orders: Columns) -> dict[str, float]:
    """Return where each stop stands in its column: 0 at the top, 1 at the bottom."""
    return {
        key: (place + 0.5) / len(column) for column in orders for place, key in enumerate(column)
    }


def _sorted(
    column: Sequence[str],
    near: Mapping[str, list[tuple[str, int]]],
    places: Mapping[str, float],
    group: Mapping[str, str],
) -> list[str]:
    centre = {}
    for key in column:
        weight = sum(count for _, count in near.get(key, ()))
        pulled = sum(places[other] * count for other, count in near.get(key, ()))
        centre[key] = pulled / weight if weight else places[key]
    together: dict[str, list[float]] = defaultdict(list)
    for key in column:
        together[group.get(key, "") or key].append(centre[key])
    middle = {name: sum(found) / len(found) for name, found in together.items()}

    def rank(key: str) -> tuple[float, str, float, str]:
        name = group.get(key, "") or key
        return middle[name], name, centre[key], key

    return sorted(column, key=rank)
