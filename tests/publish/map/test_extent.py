import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.mapped import KENYA, MALINDI, MOMBASA, NAIROBI, location, mapped_case
from whence.model.location import Location
from whence.publish.index import Index
from whence.publish.map.extent import extent
from whence.publish.views.places import Place, places

SIZE = (640.0, 380.0)
points = st.builds(
    lambda latitude, longitude: location("somewhere", latitude, longitude),
    st.floats(-88, 88),
    st.floats(-180, 180),
)


def found(at: Location, *rivals: Location, mentioned: tuple[Location, ...] = ()) -> list[Place]:
    return list(places(Index(mapped_case(at, rivals, mentioned))))


@given(points, st.lists(points, max_size=3))
def test_every_place_of_the_incident_is_on_its_map(at: Location, rivals: list[Location]) -> None:
    rows = found(at, *rivals)
    view = extent(rows, *SIZE)
    for row in rows:
        x, y = view.place(view.near(row.location.longitude), row.location.latitude)
        assert -1 <= x <= SIZE[0] + 1
        assert -1 <= y <= SIZE[1] + 1


def test_a_city_is_shown_with_some_hundred_kilometres_around_it() -> None:
    view = extent(found(MOMBASA), *SIZE)
    west, south, east, north = view.box
    assert view.place(39.66, -4.05) == (320, 190)
    assert north - south == pytest.approx(6)
    assert view.holds(40.12, -3.22)
    assert not view.holds(39.66, 10)
    assert view.kilometres == pytest.approx(6 * 111.32 / 380)
    assert west < 39.66 < east


def test_a_state_is_shown_whole() -> None:
    west, south, east, north = extent(found(KENYA), *SIZE).box
    assert west < 33.9
    assert south < -4.7
    assert east > 41.9
    assert north > 5.0


def test_mentioned_places_do_not_widen_the_map_unless_there_is_no_other() -> None:
    far = location("Oslo", 59.9, 10.7)
    assert extent(found(MOMBASA, mentioned=(far,)), *SIZE) == extent(found(MOMBASA), *SIZE)
    rows = [row for row in found(MOMBASA, mentioned=(far,)) if row.part == "mentioned"]
    assert extent(rows, *SIZE).holds(10.7, 59.9)


def test_two_sides_of_the_180th_meridian_are_neighbours() -> None:
    view = extent(
        found(location("Anadyr", 64.7, 177.5), location("Nome", 64.5, -165.4)), *SIZE
    )  # fmt: skip
    west, _, east, _ = view.box
    assert east - west < 60
    assert view.near(-165.4) == pytest.approx(194.6)


def test_a_rival_widens_the_map() -> None:
    assert extent(found(MOMBASA, NAIROBI), *SIZE).scale < extent(found(MOMBASA), *SIZE).scale
    assert extent(found(MOMBASA, MALINDI), *SIZE).holds(40.12, -3.22)


def test_no_place_no_map() -> None:
    with pytest.raises(ValueError, match="at least one place"):
        extent([], *SIZE)
