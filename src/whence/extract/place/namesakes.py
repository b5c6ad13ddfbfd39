"""Which places of the gazetteer a name may stand for, as it is written."""

import re
from functools import cache

from whence.extract.place.gazetteer import Place, country_names, lookup
from whence.extract.place.regions import abbreviated, cities_by_form, region
from whence.extract.place.spelling import key

_INNER = re.compile(r"([a-z])([A-Z])")
"""Where a name written in one has a second word ("LaSalle")."""

_CO = " Co"
"""How headlines shorten a county's word: "shot in Harrow Co."."""
_LARGE = 250_000
"""People from which a city is known far away."""
_POSSESSIVE = re.compile("[’']")
"""What stands behind a name to which something belongs."""


def namesakes(text: str, written: str, end: int) -> tuple[Place, ...]:
    """Return the places of a name; of a region's short form with its dot, the region.

    ``text`` goes on at ``end`` behind the name. A town may leave out its article ("a Bronx park"),
    a county its word, but not where something is somebody's ("Kay's Lounge").
    """
    if written in cities_by_form():
        return (cities_by_form()[written],)
    short = abbreviated(f"{written}.") if text[end : end + 1] == "." else ()
    if short:
        return short
    if text[end : end + 1] == "." and written.endswith(_CO):
        return _counties(written.removesuffix(_CO))
    found = lookup(written) or lookup(f"the {written}")
    found = found or (() if _POSSESSIVE.match(text, end) else _counties(written)) or _joint(written)
    parted = _INNER.sub(r"\1 \2", written)
    found = (*found, *lookup(parted)) if parted != written else found
    return tuple(place for place in dict.fromkeys(found) if place.country in country_names())


@cache
def _counties(written: str) -> tuple[Place, ...]:
    """Return the counties that a name without the word is, where nothing else is called so."""
    return tuple(one for one in lookup(f"{written} County") if one.kind == "county")


@cache
def _joint(written: str) -> tuple[Place, ...]:
    """Return the town that shares its police with its county: Harrow of "Harrow-Mill police"."""
    town, _, county = written.partition("-") if "-" in written else written.rpartition(" ")
    wanted = f"{key(county)} county" if county else ""
    return tuple(one for one in lookup(town) if one.kind == "city" and key(one.county) == wanted)


def around(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the regions that the towns of a name lie in, the largest's first: "Kharkiv region"."""
    towns = sorted((one for one in found if one.kind == "city"), key=lambda one: -one.population)
    rows = dict.fromkeys((one.country, one.region) for one in towns if one.region)
    return tuple(wide for row in rows if (wide := region(*row)) is not None)


def is_large(found: tuple[Place, ...]) -> bool:
    """Tell whether a name is that of a city which is known far away."""
    return any(one.kind == "city" and one.population >= _LARGE for one in found)


def of_county(name: str, found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places of a name with the counties of it ("X police", "X deputies")."""
    return (*found, *(one for one in lookup(f"{name} County") if one not in found))


def under_sheriff(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the counties among the places of a name that has a sheriff, and towns that are one.

    "San Diego sheriff's detectives" are the county's. A town with half of the people of its county
    may be that county ("Denver sheriff").
    """
    counties = [one for one in found if one.kind == "county"]
    people = {one.area: one.population for one in counties}
    whole = [
        one
        for one in found
        if one.kind == "city" and 2 * one.population > people.get(one.area, 2 * one.population)
    ]
    return (*whole, *counties) if counties else found
