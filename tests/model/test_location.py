import pytest

from whence.model.location import Location, kilometres


@pytest.mark.parametrize(("latitude", "longitude"), [(91.0, 0.0), (0.0, 180.5), (-90.1, 3.0)])
def test_a_point_off_the_globe_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="not on the globe"):
        Location(latitude=latitude, longitude=longitude, precision="settlement", name="Nowhere")


def test_the_edges_of_the_globe_are_on_it() -> None:
    there = Location(latitude=-90.0, longitude=180.0, precision="region", name="The far end")
    assert (there.region, there.country) == ("", "")


def _point(latitude: float, longitude: float) -> Location:
    return Location(latitude=latitude, longitude=longitude, precision="settlement", name="Tarvo")


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((32.0, -97.0), (32.0, -97.0), 0),
        ((32.0, -97.0), (30.0, -97.0), 222),
        ((-82.0, -180.0), (82.0, 0.0), 20015),
    ],
)
def test_distance_of_two_points(
    one: tuple[float, float], other: tuple[float, float], distance: float
) -> None:
    assert kilometres(_point(*one), _point(*other)) == pytest.approx(distance, abs=1)
