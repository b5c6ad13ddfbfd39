"""Build the outlines of the world's states that the map of a report is drawn from.

    npm pack world-atlas && tar xzf world-atlas-2.0.2.tgz
    python scripts/outlines.py package/countries-50m.json package/land-110m.json

world-atlas carries Natural Earth (public domain) as TopoJSON. Borders that two states share are one
arc there, so that thinning an arc once (Douglas & Peucker 1973) opens no gap between neighbours.
Points are kept to a hundredth of a degree, each as its difference from the one before.
"""

import json
import lzma
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src/whence/publish/map/outlines.json.xz"
UNIT = 100
"""Steps in a degree."""
FINE, COARSE = 3.0, 60.0
"""How far a point may lie beside the line that replaces it, in steps."""
SMALLEST = 200.0
"""Area in square steps below which the little world map leaves an island out."""

Point = tuple[int, int]


def thin(points: Sequence[Point], most: float) -> list[Point]:
    """Return the points of a line without those that lie within ``most`` steps of the rest."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = 0.0, 0
        for place in range(first + 1, last):
            away = _away(points[place], points[first], points[last])
            if away > far:
                far, at = away, place
        if far > most:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [points[place] for place in sorted(kept)]


def _away(point: Point, left: Point, right: Point) -> float:
    """Return how far a point lies from the line between two others, in steps."""
    dx, dy = right[0] - left[0], right[1] - left[1]
    px, py = point[0] - left[0], point[1] - left[1]
    length = float(dx * dx + dy * dy)
    share = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - share * dx) ** 2 + (py - share * dy) ** 2) ** 0.5)


def arcs(topology: dict[str, Any], most: float) -> list[list[Point]]:
    """Return the arcs of a TopoJSON file in steps, thinned."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * UNIT), round((y * sy + ty) * UNIT))
            if not points or point != points[-1]:
                points.append(point)
        if len(points) > 3 and points[0] == points[-1]:
            half = len(points) // 2  # a ring has no ends to measure from
            points = thin(points[: half + 1], most)[:-1] + thin(points[half:], most)
        else:
            points = thin(points, most)
        found.append(points)
    return found


def packed(points: Sequence[Point]) -> list[int]:
    """Return points as one row of differences."""
    row: list[int] = []
    x = y = 0
    for px, py in points:
        row += [px - x, py - y]
        x, y = px, py
    return row


def rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a shape, holes among them, as numbers of arcs."""
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in geometry["arcs"] for ring in polygon]
    return []


def joined(ring: Sequence[int], lines: Sequence[Sequence[Point]]) -> list[Point]:
    """Return the points of a ring of arcs; a negative number is an arc read backwards."""
    points: list[Point] = []
    for number in ring:
        arc = list(lines[number]) if number >= 0 else list(lines[~number])[::-1]
        points += arc[1:] if points else arc
    return points


def area(points: Sequence[Point]) -> float:
    """Return the area of a ring in square steps (the shoelace formula)."""
    turned = [*points[1:], points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, turned, strict=True))) / 2


def build(fine: dict[str, Any], coarse: dict[str, Any]) -> bytes:
    """Return the file: states by name over shared arcs, and the land of the little world map."""
    lines = arcs(fine, FINE)
    states = [
        [
            geometry["properties"]["name"],
            [ring for ring in rings(geometry) if len(joined(ring, lines)) > 3],  # no mere specks
        ]
        for geometry in fine["objects"]["countries"]["geometries"]
    ]
    far = arcs(coarse, COARSE)
    land = [
        packed(points)
        for geometry in coarse["objects"]["land"]["geometries"]
        for ring in rings(geometry)
        if len(points := joined(ring, far)) > 3 and area(points) > SMALLEST * UNIT
    ]
    body = {
        "source": "Natural Earth 4.1.0 (public domain) by way of world-atlas 2.0.2",
        "unit": UNIT,
        "arcs": [packed(line) for line in lines],
        "states": sorted(states),
        "land": land,
    }
    text = json.dumps(body, separators=(",", ":"))
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


def main(paths: Sequence[str]) -> None:
    """Read the two TopoJSON files named on the command line and write the outlines."""
    if len(paths) != 2:
        sys.exit(__doc__)
    fine, coarse = (json.loads(Path(path).read_text(encoding="utf-8")) for path in paths)
    raw = build(fine, coarse)
    OUT.write_bytes(raw)
    sys.stdout.write(f"{OUT}: {len(raw):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
