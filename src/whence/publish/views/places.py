"""Where it happened and which other places the reports name, with who says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from whence.model.incident import Slot, Value
from whence.model.location import Location
from whence.names.countries import state_name
from whence.publish.anchors import anchor
from whence.publish.held import held
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.words import words

Part = Literal["incident", "rival", "also", "mentioned"]
"""What a place is to the incident: the place held, one that contradicts it, another value of the
same slot, or the place of something else in the reports."""

_AREAS = ("county", "region", "country")
_ORDER: tuple[Part, ...] = ("incident", "rival", "also", "mentioned")


@dataclass(frozen=True)
class Place:
    """A place on the map; ``label`` is how the reports name it, ``precision_words`` says how exact.

    ``origin_ids`` and ``document_ids`` are who says so and where it stands.
    """

    part: Part
    label: str
    location: Location
    status: str
    href: str
    origin_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    fact_ids: tuple[str, ...]

    @property
    def area(self) -> bool:
        """Whether the point stands for a region or a state."""
        return self.location.precision in _AREAS

    @property
    def precision_words(self) -> str:
        """How exactly the place is known, in words."""
        return how_exactly(self.location)

    @property
    def known_as(self) -> str:
        """The gazetteer's name with region and state, where the label does not say all of it."""
        name = full_name(self.location)
        return name if name != self.label else ""

    @property
    def coordinates(self) -> str:
        """The point in degrees; "" for what is no point."""
        return coordinates(self.location)

    @property
    def counts(self) -> str:
        """How many first hands say so through how many reports."""
        origins, reports = len(set(self.origin_ids)), len(set(self.document_ids))
        return f"{plural(origins, 'origin')} through {plural(reports, 'report')}"

    @property
    def part_words(self) -> str:
        """What the place is to the incident, in words."""
        return words().place_parts[self.part]


def key(found: tuple[Place, ...]) -> str:
    """Return what the marks on a map of these places mean; what is not drawn is not told."""
    parts = {row.part for row in found if not row.area}
    told = [text for part, text in words().map_keys.items() if part in parts]
    told += [words().map_keys["area"]] if any(row.area for row in found) else []
    return " ".join(told)


def narrowest(longitudes: Iterable[float]) -> tuple[float, float]:
    """Return the west and the east end of the narrowest stretch that holds all longitudes.

    It lies across the 180th meridian when the west is the greater one: what is left out is the
    widest stretch with nothing in it.

    Raises:
        ValueError: when there is none.
    """
    around = sorted(set(longitudes))
    if not around:
        raise ValueError("no longitude")
    gaps = [(east - west, west, east) for west, east in pairwise(around)]
    gaps.append((around[0] + 360 - around[-1], around[-1], around[0]))
    _, east, west = max(gaps)
    return west, east


def full_name(at: Location) -> str:
    """Return the gazetteer's name with region and state: "Tyre, South Governorate, Lebanon"."""
    return ", ".join(dict.fromkeys(filter(None, (at.name, at.region, state_of(at.country)))))


def coordinates(at: Location) -> str:
    """Return a point in hundredths of a degree; "" for the middle of a county, region or state."""
    if at.precision in _AREAS:
        return ""
    north, east = "N" if at.latitude >= 0 else "S", "E" if at.longitude >= 0 else "W"
    # a letter never stands on a line without its number
    return f"{abs(at.latitude):.2f}°\u00a0{north}, {abs(at.longitude):.2f}°\u00a0{east}"


def how_exactly(at: Location) -> str:
    """Return how exactly a place is known: "a city, town or village"."""
    told = words().precisions[at.precision] + words().namesakes[at.namesake]
    cities = " or ".join(at.may_be_in)
    return told + words().maybe_quarter.format(cities=cities) if cities else told


def exact_place(at: Location) -> str:
    """Return what a point stands for: "a city, town or village: Tyre, Lebanon; 33.27° N, ..."."""
    told = f"{how_exactly(at)}: {full_name(at)}"
    return f"{told}; {coordinates(at)}" if coordinates(at) else told


def state_of(code: str) -> str:
    """Return the English name of a state by its ISO code; the code itself when there is none."""
    try:
        return state_name(code)
    except KeyError:
        return code


def places(index: Index) -> tuple[Place, ...]:
    """Return all places with a point: the incident's first, then rivals, then others by name.

    The same point under the same name stands once, as what it is most.
    """
    incident = index.case.incident
    slot = incident.slot("place") if incident else None
    found: dict[tuple[str, float, float], Place] = {}
    rows = [*(_of_slot(slot) if slot else ()), *_of_facts(index)]
    for row in sorted(rows, key=lambda row: (_ORDER.index(row.part), row.label)):
        key = row.location.name, row.location.latitude, row.location.longitude
        before = found.get(key)
        found[key] = row if before is None else _more(before, row)
    return tuple(found.values())


def _more(place: Place, other: Place) -> Place:
    """Return a place with the sources of another mention of it, when both are the same part."""
    if place.part != other.part:
        return place
    return Place(
        place.part, place.label, place.location, place.status, place.href,
        tuple(dict.fromkeys((*place.origin_ids, *other.origin_ids))),
        tuple(dict.fromkeys((*place.document_ids, *other.document_ids))),
        tuple(dict.fromkeys((*place.fact_ids, *other.fact_ids))),
    )  # fmt: skip


def _of_slot(slot: Slot) -> Iterator[Place]:
    best = held(slot)
    for value in slot.values:
        if value.location is not None:
            yield Place(
                _part(value, best), value.value, value.location, words().statuses[value.status],
                f"#{anchor('slot', 'place')}", value.origin_ids, value.document_ids,
                value.fact_ids,
            )  # fmt: skip


def _part(value: Value, best: Value | None) -> Part:
    if value is best:
        return "incident"
    return "rival" if value.status in ("rival", "held") else "also"


def _of_facts(index: Index) -> Iterator[Place]:
    """Yield the places of facts that no value of the incident's slot holds."""
    incident = index.case.incident
    slots: Iterable[Slot] = incident.slots if incident else ()
    told = {key for slot in slots for value in slot.values for key in value.fact_ids}
    for fact in index.facts.values():
        if fact.location is not None and fact.id not in told:
            origin = index.origin_of.get(fact.chain_id)
            yield Place(
                "mentioned", fact.value, fact.location, "", f"#{anchor('f', fact.id)}",
                (origin,) if origin else (), (fact.document_id,), (fact.id,),
            )  # fmt: skip
