"""Which part of the world a map shows, and where a point lies on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from whence.publish.map.outlines import world
from whence.publish.views.places import Place, narrowest

_LEAST = {"site": 3.0, "settlement": 3.0, "county": 4.0, "region": 5.0, "country": 6.0}
"""Degrees of latitude shown at least to either side of a point, so that a coast or a border is."""
_PAD = 1.25
_FLATTEST = 0.25
_WHOLE = 180.0
_ROUNDS = 6
_KILOMETRES = 111.32
"""Kilometres in a degree of latitude."""


@dataclass(frozen=True)
class Extent:
    """A window onto the world of ``width`` by ``height`` pixels around a middle point.

    ``scale`` is pixels per degree of latitude; a degree of longitude is narrower by the cosine of
    the middle latitude (the equirectangular projection with that as its standard parallel).
    """

    longitude: float
    latitude: float
    scale: float
    width: float
    height: float

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(_FLATTEST, cos(radians(self.latitude)))

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the pixel of a point; longitudes are not wrapped."""
        return (
            self.width / 2 + (longitude - self.longitude) * self.scale * self.narrowing,
            self.height / 2 - (latitude - self.latitude) * self.scale,
        )

    def near(self, longitude: float) -> float:
        """Return a longitude within 180° of the middle."""
        return self.longitude + (longitude - self.longitude + 180) % 360 - 180

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north; may lie beyond 180°, never beyond a pole by its middle."""
        across = self.width / 2 / self.scale / self.narrowing
        up = self.height / 2 / self.scale
        return (
            self.longitude - across, self.latitude - up,
            self.longitude + across, self.latitude + up,
        )  # fmt: skip

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in the window."""
        west, south, east, north = self.box
        return west <= self.near(longitude) <= east and south <= latitude <= north

    @property
    def kilometres(self) -> float:
        """How many kilometres a pixel is, from north to south."""
        return _KILOMETRES / self.scale


def extent(places: Sequence[Place], width: float, height: float) -> Extent:
    """Return the window around the incident's places, or around all where it has none.

    Raises:
        ValueError: when there is no place.
    """
    shown = [row for row in places if row.part != "mentioned"] or list(places)
    if not shown:
        raise ValueError("a map needs at least one place")
    first, _ = narrowest(row.location.longitude for row in shown)
    boxes = [_around(row, first) for row in shown]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    longitude, latitude, scale = (west + east) / 2, (south + north) / 2, 0.0
    for _ in range(_ROUNDS):  # a window that is moved off a pole needs another scale, and so on
        narrowing = max(_FLATTEST, cos(radians(latitude)))
        scale = min(height / (north - south), width / ((east - west) * narrowing))
        scale = max(scale, height / _WHOLE)
        half = height / 2 / scale
        latitude = min(max((south + north) / 2, half - 90), 90 - half)
    return Extent(longitude, latitude, scale, width, height)


def _around(place: Place, first: float) -> tuple[float, float, float, float]:
    """Return the box that a place asks for, its longitudes counted on from the western end."""
    at = place.location
    longitude = first + (at.longitude - first) % 360
    least = _LEAST[at.precision]
    across = least / max(_FLATTEST, cos(radians(at.latitude)))
    box = (longitude - across, at.latitude - least, longitude + across, at.latitude + least)
    if at.precision != "country" or (own := _mainland(at.longitude, at.latitude)) is None:
        return box
    shift = longitude - at.longitude
    west, south, east, north = own
    padx, pady = (east - west) * (_PAD - 1) / 2, (north - south) * (_PAD - 1) / 2
    return (
        min(box[0], west - padx + shift), min(box[1], south - pady),
        max(box[2], east + padx + shift), max(box[3], north + pady),
    )  # fmt: skip


def _mainland(longitude: float, latitude: float) -> tuple[float, float, float, float] | None:
    """Return the box of the part of a state that a point lies in; far islands do not count."""
    state = world().state_at(longitude, latitude)
    if state is None:
        return None
    around = (
        (west + turn, south, east + turn, north)
        for west, south, east, north in state.boxes
        for turn in (-360, 0, 360)
        if west + turn <= longitude <= east + turn and south <= latitude <= north
    )
    return max(around, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)
