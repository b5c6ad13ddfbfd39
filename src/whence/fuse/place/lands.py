"""The land of places that no gazetteer has, by the other reports of the incident."""

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from whence.fuse.witness import Witness
from whence.model.location import AT_SEA, Location
from whence.names.countries import countries, state_name


def landed(witnesses: Sequence[Witness]) -> list[Witness]:
    """Return what is told of a place, with the land for what has no point.

    It is the one in which everything lies that the reports tell and that has a point, where a
    report names it or its people: the desk of an agency may be anywhere.
    """
    points = [one.fact.location for one in witnesses if one.fact.location is not None]
    lands = {point.country for point in points}
    if len(lands) != 1 or not _is_named(lands.copy().pop(), witnesses):
        return list(witnesses)
    land = _land(points[0])
    return [
        replace(one, fact=structs.replace(one.fact, location=land))
        if one.fact.location is None and one.fact.note != AT_SEA
        else one
        for one in witnesses
    ]


def _is_named(code: str, witnesses: Sequence[Witness]) -> bool:
    name = state_name(code)
    row = countries()[name]
    said = "|".join(re.escape(word) for word in (name, *row.aliases, *row.demonyms))
    found = re.compile(rf"(?<!\w)(?:{said})(?!\w)")
    texts = {one.document.id: one.document.text for one in witnesses}
    return any(found.search(text) for text in texts.values())


def _land(point: Location) -> Location:
    return Location(
        latitude=point.latitude,
        longitude=point.longitude,
        precision="country",
        name=state_name(point.country),
        country=point.country,
    )
