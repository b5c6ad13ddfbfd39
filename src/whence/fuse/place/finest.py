"""Which of an incident's places to hold: what more reports name, and the town in a region."""

import re
from collections.abc import Sequence

from whence.fuse.place.places import own_name
from whence.fuse.readings import refines
from whence.fuse.values import Tally

_TOWN = 2
_EVEN = 1e-9


def leads(one: Tally, other: Tally) -> bool:
    """Tell whether of two evenly supported places one is named in more of the reports.

    What one report gives only in passing another has as the incident's place.
    """
    mine, theirs = _named(one, (one, other)), _named(other, (one, other))
    return mine > theirs or (mine == theirs and _says_region(one) and not _says_region(other))


def _says_region(row: Tally) -> bool:
    """Tell whether a value gives its region: reports that say none leave it open."""
    given = [one.fact.location for one in row.witnesses if one.fact.location is not None]
    return any(point.region and point.region in row.reading.text for point in given)


def _named(row: Tally, rows: Sequence[Tally]) -> int:
    """Return in how many of the documents behind some values the place of one is named."""
    texts = {one.document.id: one.document.text for tally in rows for one in tally.witnesses}
    names = {own_name(one.fact) for one in row.witnesses}
    return sum(any(_is_in(name, text) for name in names) for text in texts.values())


def _is_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def finest(standing: Sequence[Tally], held: Tally, thin: float) -> Tally:
    """Return the value to hold among the places of an incident, the strongest being ``held``.

    Of evenly supported places the one that more reports name is held; of a region, county or state
    the town in it, where one is named well enough and no other stands beside it evenly.
    """
    even = [one for one in standing if abs(one.support - held.support) < _EVEN]
    held = next((one for one in even if one is not held and leads(one, held)), held)
    while level(held) < _TOWN:
        finer = [
            one
            for one in standing
            if one.support >= thin and set(held.reading.key) < set(one.reading.key)
        ]
        if not finer:
            return held
        first = finer[0]
        for one in finer[1:]:
            if refines(first.reading, one.reading) or one.support < first.support:
                continue
            if leads(one, first):
                first = one
            elif not leads(first, one):
                return held
        held = first
    return held


def level(row: Tally) -> int:
    """Return how fine a value is: 0 for states and regions, 1 for counties, 2 for all else."""
    kinds = {part.partition(" ")[0] for part in row.reading.key[1:]}
    if not kinds <= {"state", "region", "county"}:
        return _TOWN
    return int("county" in kinds)
