"""Where each stop of the picture stands: columns from the outlets to the first hands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Final

from whence.web.hands.ordering import Flows, ordered

ROWS: Final = 26
"""Stops one above the other before a column becomes several side by side."""
_GAP: Final = 210.0
"""Between two columns: room for the names of relays."""
_BREAK: Final = 16.0
"""Above and below an opened bundle."""
_LOOSEST: Final = 1.5
"""How far a short column is spread: so much room for each stop, by what it needs."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """The room that a stop needs with its name, in pixels; ``group`` is drawn together."""

    id: str
    column: int
    width: float
    height: float
    group: str = ""


def placed(boxes: Sequence[Box], flows: Flows) -> dict[str, tuple[float, float]]:
    """Return the middle of every box, in pixels from the left top corner.

    Of the boxes of a column those that belong together stand together; a column that is longer
    than a screen takes several side by side.
    """
    sizes = {box.id: box for box in boxes}
    groups = {box.id: box.group for box in boxes if box.group}
    used = sorted({box.column for box in boxes})
    columns = [[box.id for box in boxes if box.column == column] for column in used]
    rows = [
        _rows([sizes[key] for key in column]) for column in ordered(columns, flows, groups)
    ]  # fmt: skip
    tallest = max((_height(column) for column in rows), default=0.0)
    found: dict[str, tuple[float, float]] = {}
    left = 0.0
    for column in rows:
        wide = max(sum(box.width for box in row) for row in column)
        _place(column, left + wide / 2, tallest, found)
        left += wide + _GAP
    return found


def _rows(column: Sequence[Box]) -> list[list[Box]]:
    """Return a column as rows of boxes side by side; a group has rows of its own."""
    wide = ceil(len(column) / ROWS)
    rows = []
    for _, same in groupby(column, key=lambda box: box.group):
        members = list(same)
        rows += [members[start : start + wide] for start in range(0, len(members), wide)]
    return rows


def _breaks(rows: Sequence[Sequence[Box]]) -> list[float]:
    """Return the room above each row that sets groups apart."""
    before = ["", *(row[0].group for row in rows[:-1])]
    return [
        _BREAK if place and row[0].group != other else 0.0
        for place, (row, other) in enumerate(zip(rows, before, strict=True))
    ]


def _height(rows: Sequence[Sequence[Box]]) -> float:
    return sum(max(box.height for box in row) for row in rows) + sum(_breaks(rows))


def _place(
    rows: Sequence[Sequence[Box]],
    middle: float,
    tallest: float,
    found: dict[str, tuple[float, float]],
) -> None:
    needed = _height(rows)
    share = min(tallest / needed, _LOOSEST) if needed else 1.0
    top = (tallest - needed * share) / 2
    for row, above in zip(rows, _breaks(rows), strict=True):
        height = max(box.height for box in row) * share
        top += above * share
        at = middle - sum(box.width for box in row) / 2
        for box in row:
            found[box.id] = (at + box.width / 2, top + height / 2)
            at += box.width
        top += height


def spread(found: Mapping[str, tuple[float, float]]) -> tuple[int, int]:
    """Return width and height of what was placed."""
    across = [x for x, _ in found.values()] or [0.0]
    down = [y for _, y in found.values()] or [0.0]
    return round(max(across) - min(across)), round(max(down) - min(down))
