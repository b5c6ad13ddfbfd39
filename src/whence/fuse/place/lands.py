"""The land of places that no gazetteer has, by the other reports of the incident."""

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from whence.fuse.witness import Witness
from whence.model.location import AT_SEA
from whence.names.countries import countries, land


def landed(witnesses: Sequence[Witness]) -> list[Witness]:
    """Return what is told of a place, with the land for what has no point.

    It is the one in which everything lies that the reports tell and that has a point, where a
    report names it or its people, or was read to put a village somewhere in it: the desk of an
    agency may be anywhere. No other place that is told says where in it, so that its point is the
    land's own.
    """
    points = [one.fact.location for one in witnesses if one.fact.location is not None]
    codes = {point.country for point in points}
    around = land(codes.pop()) if len(codes) == 1 else None
    within = any(point.precision == "country" for point in points)
    if around is None or not (within or _is_named(around.name, witnesses)):
        return list(witnesses)
    return [
        replace(one, fact=structs.replace(one.fact, location=around))
        if one.fact.location is None and one.fact.note != AT_SEA
        else one
        for one in witnesses
    ]


def _is_named(name: str, witnesses: Sequence[Witness]) -> bool:
    row = countries()[name]
    said = "|".join(re.escape(word) for word in (name, *row.aliases, *row.demonyms))
    found = re.compile(rf"(?<!\w)(?:{said})(?!\w)")
    texts = {one.document.id: one.document.text for one in witnesses}
    return any(found.search(text) for text in texts.values())
