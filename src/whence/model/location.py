"""Where something is on the map, and how precisely that is known."""

from math import asin, cos, radians, sin, sqrt
from typing import Literal, Protocol

from msgspec import Struct

_EARTH_KM = 6371.0

AT_SEA = "at sea"
"""Note of a place that is the coast off which something was, or a sea: it has no point."""

Precision = Literal["site", "settlement", "county", "region", "country"]
"""What the point stands for: a named site, a city or village, a second-order division (county,
district), a first-order one (region, province), a state."""

Namesake = Literal["stated", "foremost", "largest"]
"""How it is known which of several places of one name is meant: the text says or shows it; no other
is nearly as large; nothing tells it, and the largest is taken."""

NAMESAKES: tuple[Namesake, ...] = ("stated", "foremost", "largest")
"""The surest first."""


class Location(Struct, frozen=True, kw_only=True):
    """A resolved place: a point in decimal degrees (WGS 84) and what that point stands for.

    ``name`` is the gazetteer's (the region's, where the town itself is in no gazetteer),
    ``region`` the first-order division ("Texas"), ``county`` the second-order one ("Harris County";
    both "" when unknown) and ``country`` an ISO 3166-1 alpha-2 code. The point of a county, region
    or state is a seat or a middle of it and never more than that: ``precision`` says so.
    ``namesake`` tells how it is known that no other place of the name is meant. Where nothing tells
    it, ``may_be_in`` has the cities known to have a quarter of the name ("Memphis, Tennessee").

    Raises:
        ValueError: when the point is not on the globe.
    """

    latitude: float
    longitude: float
    precision: Precision
    name: str
    region: str = ""
    county: str = ""
    country: str = ""
    namesake: Namesake = "stated"
    may_be_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"not on the globe: {self.latitude}, {self.longitude}")


class Point(Protocol):
    """Whatever has a place on the globe, in decimal degrees."""

    @property
    def latitude(self) -> float:
        """Degrees north of the equator."""

    @property
    def longitude(self) -> float:
        """Degrees east of Greenwich."""


def kilometres(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points (haversine)."""
    return between(one.latitude, one.longitude, other.latitude, other.longitude)


def between(north: float, east: float, other_north: float, other_east: float) -> float:
    """Return the great-circle distance (km) of two points given in decimal degrees (haversine)."""
    lat1, lat2 = radians(north), radians(other_north)
    across = radians(other_east - east)
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))  # rounding can put antipodes above 1
