"""The outlines of the world's states, as they ship with Whence (Natural Earth, public domain)."""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate

Ring = tuple[tuple[float, float], ...]
"""A closed line of (longitude, latitude) in degrees; its first point is not said again."""


@dataclass(frozen=True)
class Outline:
    """A state with the rings of all its parts, lakes and enclaves among them."""

    name: str
    rings: tuple[Ring, ...]

    @cached_property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """The west, south, east and north of each ring, in the order of the rings."""
        return tuple(
            (
                min(x for x, _ in ring), min(y for _, y in ring),
                max(x for x, _ in ring), max(y for _, y in ring),
            )
            for ring in self.rings
        )  # fmt: skip

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in it: a ray to the east crosses its rings an odd time."""
        crossed = 0
        for ring, (west, south, east, north) in zip(self.rings, self.boxes, strict=True):
            if west <= longitude <= east and south <= latitude <= north:
                crossed += _crossings(ring, longitude, latitude)
        return crossed % 2 == 1


@dataclass(frozen=True)
class World:
    """All states, and the coarse land of the little map of the world."""

    states: tuple[Outline, ...]
    land: tuple[Ring, ...]

    def state_at(self, longitude: float, latitude: float) -> Outline | None:
        """Return the state that a point lies in, or None at sea."""
        return next((one for one in self.states if one.holds(longitude, latitude)), None)


@cache
def world() -> World:
    """Return the outlines; they are unpacked once."""
    raw = (files("whence.publish.map") / "outlines.json.xz").read_bytes()
    body = json.loads(lzma.decompress(raw))
    unit = body["unit"]
    lines = [_unpacked(row, unit) for row in body["arcs"]]
    states = tuple(
        Outline(name, tuple(_ring(numbers, lines) for numbers in rings))
        for name, rings in body["states"]
    )
    return World(states, tuple(tuple(_unpacked(row, unit)[:-1]) for row in body["land"]))


def _unpacked(row: Sequence[int], unit: int) -> list[tuple[float, float]]:
    across = accumulate(row[0::2])
    up = accumulate(row[1::2])
    return [(x / unit, y / unit) for x, y in zip(across, up, strict=True)]


def _ring(numbers: Sequence[int], lines: Sequence[Sequence[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = lines[number] if number >= 0 else lines[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points[:-1])


def _crossings(ring: Ring, x: float, y: float) -> int:
    """Count how often a ray from a point to the east crosses a ring (even-odd rule)."""
    return sum(
        1
        for (ax, ay), (bx, by) in _sides(ring)
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
    )


def _sides(ring: Ring) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def clipped(ring: Ring, box: tuple[float, float, float, float]) -> Ring:
    """Return the part of a ring within west, south, east, north (Sutherland & Hodgman 1974)."""
    west, south, east, north = box
    points: Sequence[tuple[float, float]] = ring
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = _cut(points, axis, bound, sign)
        if not points:
            break
    return tuple(points)


def _cut(
    points: Sequence[tuple[float, float]], axis: int, bound: float, sign: int
) -> list[tuple[float, float]]:
    """Keep what lies on one side of a line: above the bound for sign 1, below for -1."""
    kept: list[tuple[float, float]] = []
    for before, here in zip((points[-1], *points[:-1]), points, strict=True):
        inside, came = (sign * (point[axis] - bound) >= 0 for point in (here, before))
        if inside != came:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            kept.append(
                (
                    before[0] + share * (here[0] - before[0]),
                    before[1] + share * (here[1] - before[1]),
                )
            )
        if inside:
            kept.append(here)
    return kept
