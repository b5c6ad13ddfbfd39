"""Quarters of cities: by the city that they are a part of, known to a table (``quarters.bin``)."""

from functools import cache, lru_cache
from importlib.resources import files

from whence.extract.lexicon import LEXICON
from whence.extract.place.atlas import Atlas, Place
from whence.extract.place.gazetteer import lookup
from whence.extract.place.spelling import key
from whence.model.location import kilometres

_HERE_KM = 10.0
"""Distance from the middle of a quarter up to which a place of its name in the region is it."""


@cache
def _table() -> Atlas:
    """Return the table; its rows have the city of a quarter in the field of the county."""
    return Atlas((files(LEXICON) / "quarters.bin").read_bytes())


@lru_cache(maxsize=50_000)
def quarters(name: str) -> tuple[Place, ...]:
    """Return the quarters of a name as places of no people, those that the gazetteer has not.

    Like hamlets they are meant only where the text is about their region. Where several cities of
    a region have one of the name, none: nothing tells which.
    """
    rows = _table().find(name)
    regions = [(row.country, row.region) for row in rows]
    listed = {(p.country, p.region) for p in lookup(name)}
    return tuple(
        Place(
            "city", row.name, row.country, row.region, city.county, 0, row.latitude, row.longitude
        )
        for row, region in zip(rows, regions, strict=True)
        if regions.count(region) == 1 and region not in listed
        for city in _cities(row)
    )


def city_around(place: Place) -> Place | None:
    """Return the city that a place of the gazetteer or of this table is a quarter of, if any is."""
    rows = [
        row
        for row in _table().find(place.name)
        if (row.country, row.region) == (place.country, place.region)
        and kilometres(row, place) <= _HERE_KM
    ]
    cities = [city for row in rows for city in _cities(row)]
    return cities[0] if place.kind == "city" and len(cities) == 1 else None


def is_part(place: Place, city: Place) -> bool:
    """Tell whether the table has a place of the gazetteer as a quarter of a city."""
    rows = [row for row in _table().find(place.name) if kilometres(row, place) <= _HERE_KM]
    rows = [row for row in rows if (row.country, row.region) == (place.country, place.region)]
    return place != city and any(city in _cities(row) for row in rows)


def cities_with(quarter: str) -> tuple[Place, ...]:
    """Return every city that has a quarter of a name, in the order of their regions."""
    rows = _table().find(quarter)
    return tuple(dict.fromkeys(city for row in rows for city in _cities(row)))


def city_with(quarter: str, region: Place) -> Place | None:
    """Return the one city of a region that has a quarter of a name; None without exactly one."""
    inside = (region.country, region.region)
    rows = [row for row in _table().find(quarter) if (row.country, row.region) == inside]
    cities = [city for row in rows for city in _cities(row)]
    return cities[0] if len(cities) == 1 else None


def _cities(row: Place) -> tuple[Place, ...]:
    """Return the city in a row of the table, as the gazetteer has it."""
    wanted = (row.country, row.region, key(row.county))
    found = [p for p in lookup(row.county) if (p.country, p.region, key(p.name)) == wanted]
    return tuple(p for p in found if p.kind == "city")[:1]
