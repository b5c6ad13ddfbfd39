"""The outlines of the world's states, as they ship with Whence (Natural Earth, public domain)."""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate, pairwise

Ring = tuple[tuple[float, float], ...]
"""A closed line of (longitude, latitude) in degrees; its first point is not said again."""


_HALF = 180.0
_OFFSHORE = 0.3
_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))


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
        """Tell whether a point lies in it; a lake or an enclave is not in it (even-odd rule)."""
        found = 0
        for ring, (west, south, east, north) in zip(self.rings, self.boxes, strict=True):
            for x in (longitude - 360, longitude, longitude + 360):
                if west <= x <= east and south <= latitude <= north:
                    found += inside(ring, x, latitude)
        return found % 2 == 1


@dataclass(frozen=True)
class World:
    """All states, and the coarse land of the little map of the world."""

    states: tuple[Outline, ...]
    land: tuple[Ring, ...]

    def state_at(self, longitude: float, latitude: float) -> Outline | None:
        """Return the state that a point lies in, or None at sea.

        The outlines are coarse, so that a harbour may lie off its coast: a point at sea belongs to
        the land that is next to it, no farther than ``_OFFSHORE`` degrees.
        """
        for away in (0.0, _OFFSHORE / 2, _OFFSHORE):
            for dx, dy in _AROUND if away else _AROUND[:1]:
                x, y = longitude + dx * away, latitude + dy * away
                if found := next((one for one in self.states if one.holds(x, y)), None):
                    return found
        return None


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
    return World(states, tuple(_unrolled(_unpacked(row, unit)[:-1]) for row in body["land"]))


def _unpacked(row: Sequence[int], unit: int) -> list[tuple[float, float]]:
    across = accumulate(row[0::2])
    up = accumulate(row[1::2])
    return [(x / unit, y / unit) for x, y in zip(across, up, strict=True)]


def _ring(numbers: Sequence[int], lines: Sequence[Sequence[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = lines[number] if number >= 0 else lines[~number][::-1]
        points += arc[1:] if points else arc
    return _unrolled(points[:-1])


def _unrolled(points: Sequence[tuple[float, float]]) -> Ring:
    """Return a ring without jumps from 180° to -180°: it runs on beyond them, its middle within.

    A ring around a pole does not come back to where it began; it is closed along that pole.
    """
    turns = 0
    ring = [points[0]]
    for (before, _), (x, y) in pairwise(points):
        turns += round((before - x) / 360)
        ring.append((x + 360 * turns, y))
    if abs(ring[-1][0] - ring[0][0]) > _HALF:
        pole = 90.0 if ring[0][1] > 0 else -90.0
        ring += [(ring[-1][0], pole), (ring[0][0], pole)]
    middle = (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2
    back = 360 * round(middle / 360)
    return tuple((x - back, y) for x, y in ring)


def inside(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point lies in a ring: a ray from it to the right crosses it an odd time."""
    crossed = sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in _sides(ring)
    )
    return crossed % 2 == 1


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
