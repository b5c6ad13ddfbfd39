"""Quarters of cities that a text tells: which is told with the city, and in what borough."""

from collections.abc import Sequence

from whence.extract.facts.site.likeliest import is_quarter
from whence.extract.facts.site.placing import Weighed
from whence.extract.place import Located
from whence.extract.place.gazetteer import lookup
from whence.extract.place.quarters import is_part
from whence.model.location import kilometres

QUARTER = 2.0
"""Weight from which a street, building or quarter is the incident's."""
OWN = frozenset({"force", "told"})
"""How a text tells of a town that has police of its own, or is called one."""
RULING = OWN | {"dateline", "stated"}
"""The same, where a report may only have been written there."""
_BOROUGH_KM = 25.0
"""Distance from the middle of a city up to which its boroughs have theirs."""


def within(told: Weighed, city: Weighed) -> Located | None:
    """Return the quarter of a city that a text says most of: it is told with the city.

    It lies right beside the city, or is known to a table as a part of it, however far from its
    middle.
    """
    if told.place is None or city.place is None or told.place.kind != "city":
        return None
    held = is_quarter(told.place, city.place) or is_part(told.place, city.place)
    return told.best if held else None


def beside_it(city: Weighed, rows: Sequence[Weighed]) -> Located | None:
    """Return the quarter right beside a city that has much behind it and nothing of a town's own.

    What only the table knows as a part of it is told where the text says most of it (``within``).
    """
    for one in rows:
        heavy = one is not city and one.is_town and one.weight >= QUARTER
        if not heavy or any(mention.evidence in RULING for mention in one.mentions):
            continue
        if one.place is not None and city.place is not None and is_quarter(one.place, city.place):
            return one.best
    return None


def borough(
    quarter: Located | None, city: Weighed | None, rows: Sequence[Weighed]
) -> Weighed | None:
    """Return the borough of a city over several counties that a text names and a quarter is in.

    The gazetteer has such a city without a county, and each of its boroughs in one of its own.
    """
    if quarter is None or city is None or city.place is None:
        return None
    if city.place.kind != "city" or city.place.county:
        return None
    here = (city.place.country, city.place.region)
    inside = [one for one in lookup(quarter.name) if (one.country, one.region) == here]
    counties = {one.county for one in inside if one.kind == "city" and one.county}
    for row in rows:
        place = row.place
        if place is not None and counties == {place.county} and place not in inside:
            same = row.is_town and (place.country, place.region) == here
            if same and kilometres(place, city.place) <= _BOROUGH_KM:
                return row
    return None
