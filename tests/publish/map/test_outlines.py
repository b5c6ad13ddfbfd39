import json
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import outlines

from whence.publish.map.outlines import clipped, inside, world

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


@pytest.mark.parametrize(
    ("longitude", "latitude", "name"),
    [
        (44.4, 33.3, "Iraq"),
        (-97.1, 31.5, "United States of America"),
        (28.2, -29.5, "Lesotho"),
        (27.0, -29.0, "South Africa"),
        (172.0, 67.0, "Russia"),
        (-172.0, 66.0, "Russia"),  # beyond the 180th meridian
        (0.0, -89.0, "Antarctica"),
        (-30.0, 40.0, None),
    ],
)
def test_a_point_lies_in_one_state_or_at_sea(
    longitude: float, latitude: float, name: str | None
) -> None:
    found = [state.name for state in world().states if state.holds(longitude, latitude)]
    assert found == ([name] if name else [])
    state = world().state_at(longitude, latitude)
    assert (state.name if state else None) == name


def test_a_harbour_off_its_coast_belongs_to_the_land() -> None:
    state = world().state_at(177.5, 64.73)
    assert state is not None
    assert state.name == "Russia"
    assert not state.holds(177.5, 64.73)


def test_no_ring_jumps_over_the_map() -> None:
    rings = [ring for state in world().states for ring in state.rings] + list(world().land)
    polar = 0
    for ring in rings:
        steps = [abs(a[0] - b[0]) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)]
        wide = sum(step > 180 for step in steps)
        polar += wide > 0
        assert wide <= 1
        assert all(-90 <= y <= 90 for _, y in ring)
        assert -180 <= (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2 <= 180
    assert polar == 2  # Antarctica, once in each scale, is closed along the pole


def test_the_outlines_are_the_states_of_the_world() -> None:
    names = [state.name for state in world().states]
    assert len(names) == len(set(names)) > 200
    assert {"Kenya", "Fiji", "Vatican", "Russia"} <= set(names)
    assert all(len(ring) > 2 for state in world().states for ring in state.rings)


def test_inside_is_within_the_sides() -> None:
    assert inside(SQUARE, 5, 5)
    assert not inside(SQUARE, 15, 5)
    assert not inside(SQUARE, -5, 5)


def test_clipping_keeps_what_lies_in_the_window() -> None:
    assert set(clipped(SQUARE, (-5, -5, 5, 5))) == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert clipped(SQUARE, (20, 20, 30, 30)) == ()
    assert set(clipped(SQUARE, (-1, -1, 11, 11))) == set(SQUARE)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=12))
def test_nothing_clipped_lies_outside(points: list[tuple[int, int]]) -> None:
    ring = tuple((float(x), float(y)) for x, y in points)
    for x, y in clipped(ring, (-10, -20, 30, 20)):
        assert -10 - 1e-9 <= x <= 30 + 1e-9
        assert -20 - 1e-9 <= y <= 20 + 1e-9


def test_thinning_keeps_the_ends_and_what_lies_far_from_the_line() -> None:
    line = [(0, 0), (5, 1), (10, 0), (15, 20), (20, 0)]
    assert outlines.thin(line, 2) == [(0, 0), (10, 0), (15, 20), (20, 0)]
    assert outlines.thin(line, 100) == [(0, 0), (20, 0)]


def test_packed_topology_comes_back_as_rings() -> None:
    arcs = [[[0, 0], [100, 0], [0, 100]], [[100, 100], [-100, 0], [0, -100]]]
    shape = {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Square"}}
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {
            "countries": {"geometries": [shape]},
            "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, 1]]]}]},
        },
    }
    body = json.loads(lzma.decompress(outlines.build(topology, topology)))
    assert body["states"] == [["Square", [[0, 1]]]]
    assert body["land"] == [[0, 0, 1000, 0, 0, 1000, -1000, 0, 0, -1000]]
    lines = outlines.arcs(topology, 0.0)
    assert outlines.joined([0, 1], lines) == [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)]
    assert outlines.joined([~1], lines) == lines[1][::-1]
    assert outlines.area(outlines.joined([0, 1], lines)) == 1_000_000
