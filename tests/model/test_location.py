import pytest

from whence.model.location import Location


@pytest.mark.parametrize(("latitude", "longitude"), [(91.0, 0.0), (0.0, 180.5), (-90.1, 3.0)])
def test_a_point_off_the_globe_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="not on the globe"):
        Location(latitude=latitude, longitude=longitude, precision="settlement", name="Nowhere")


def test_the_edges_of_the_globe_are_on_it() -> None:
    there = Location(latitude=-90.0, longitude=180.0, precision="region", name="The far end")
    assert (there.region, there.country) == ("", "")
