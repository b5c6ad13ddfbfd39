"""Places fused by where they lie: one town under many names, a quarter within it, its region.

The key of a place holds all that it lies in, so that of two places one refines the other exactly
when its key holds the other's (``readings.refines``). A site is one value with its town: reports
name the street, the building or only the town. Distance tells neighbours, which reports give for
each other, from towns that exclude each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from msgspec import structs

from whence.fuse.place.near import joined
from whence.fuse.readings import Reading
from whence.fuse.values import Tally
from whence.fuse.witness import Witness
from whence.model.fact import Fact
from whence.model.location import AT_SEA, Location, kilometres
from whence.names.spelling import alike, fold, skeletons

_NEIGHBOURS_KM = 25.0
"""Distance up to which two towns are named for one another (a suburb for its city)."""
_COUNTY_KM = 80.0
"""Distance from the middle of a county up to which a town of its region may lie in it."""

_FLAT = 3

Key = tuple[str, ...]


def keys(witnesses: Sequence[Witness]) -> Mapping[str, Key]:
    """Return what identifies each value of a place slot among all those of one incident.

    Only values that are resolved to a point are given keys, and values that name nothing but a
    site of the one town that is resolved. The rest is compared by its words.
    """
    points = _in_their_cities(_points(one.fact for one in witnesses))
    votes: Counter[Location] = Counter()
    for one in witnesses:
        if one.fact.value in points:
            votes[points[one.fact.value]] += 1
    worded = {point for value, point in points.items() if point.region in value.split(", ")}
    every = sorted(
        votes,
        key=lambda one: (-votes[one], one not in worded, one.country, one.region, one.name),
    )
    shown = [one.fact.location for one in witnesses if one.fact.location is not None]
    settled = worded | {point for point in shown if point.namesake == "stated"}
    found = _in_no_gazetteer(points, every)
    small = {fold(_bare(value)): key for value, key in found.items()}
    for value, point in points.items():
        stated = point.region in value.split(", ")
        if value not in found and not stated and fold(point.name) in small:
            found[value] = small[fold(point.name)]  # of the name in no gazetteer, by a report
        elif value not in found:
            found[value] = _key(_namesake(point, every, settled, stated), every)
    flat = {one.fact.value for one in witnesses if one.fact.hedge >= _FLAT}
    towns = {
        found[value]
        for value, point in points.items()
        if point.precision == "settlement" and value in flat
    }
    land = _land(points, flat)
    one_town = next(iter(towns)) if len(towns) == 1 else None
    for value in {one.fact.value for one in witnesses if one.fact.note != AT_SEA} - found.keys():
        if fold(_bare(value)) in small:
            found[value] = small[fold(_bare(value))]
        elif one_town is not None:  # no town where a report was only written
            found[value] = one_town
        elif land is not None:
            found[value] = _unlisted(value, land, ())
    bare = {one.fact.value for one in witnesses} - found.keys()
    found |= _quarters(points, found, bare)
    unlisted = {value for value, point in points.items() if _is_unlisted(value, point)}
    return joined(found, points, unlisted, witnesses)


def _quarters(
    points: Mapping[str, Location], found: Mapping[str, Key], bare: Set[str]
) -> dict[str, Key]:
    """Return the keys of names that another report tells to be within a town.

    Beside "Harrow, Oslo" a report's "Harrow" is no town of that name elsewhere, and "Mill Road,
    Harrow" no other town beside Oslo. ``bare`` are values without a point.
    """
    sites = {
        fold(value.partition(",")[0]): value
        for value, point in points.items()
        if point.precision == "settlement" and _names_site(value, point)
    }
    quarters = {value: found[sites[fold(value)]] for value in bare if fold(value) in sites}
    for value, point in points.items():
        whole = sites.get(fold(value)) or sites.get(fold(point.name))
        if whole is None or whole == value:
            continue
        near = kilometres(point, points[whole]) <= _NEIGHBOURS_KM
        if fold(value) in sites or near or _same_region(point, points[whole]):
            quarters[value] = found[whole]
    return quarters


def _same_region(one: Location, other: Location) -> bool:
    return bool(one.region) and (one.country, one.region) == (other.country, other.region)


def _is_unlisted(value: str, point: Location) -> bool:
    """Tell whether a value is a town that has no point of its own, only its region's or state's."""
    wide = point.precision == "region" and point.name == point.region
    wide = wide or point.precision == "country"
    return wide and fold(value.partition(",")[0]) != fold(point.name)


def _bare(value: str) -> str:
    """Return the name of a site without the word for what it is: "Quellby gas field"."""
    named = value.partition(",")[0].split()
    last = max((at for at, word in enumerate(named) if not word.islower()), default=len(named) - 1)
    return " ".join(named[: last + 1])


def _land(points: Mapping[str, Location], flat: Set[str]) -> Location | None:
    """Return the state that reports tell, where none tells anything on the map within it."""
    told = {point for value, point in points.items() if value in flat}
    alone = len(told) == 1 and all(one.precision == "country" for one in told)
    return next(iter(told)) if alone else None


def _in_no_gazetteer(points: Mapping[str, Location], every: Sequence[Location]) -> dict[str, Key]:
    """Return the keys of the towns that have no point of their own."""
    unlisted = {value: point for value, point in points.items() if _is_unlisted(value, point)}
    found: dict[str, Key] = {}
    for value in sorted(unlisted):
        known = next((one for one in found if _is_variant(value, one, unlisted)), value)
        found[value] = found.get(known) or _unlisted(value, _finest(value, unlisted), every)
    return found


def _is_variant(value: str, other: str, unlisted: Mapping[str, Location]) -> bool:
    """Tell whether two towns in no gazetteer are one, which reports spell as they hear it."""
    same = unlisted[value].country == unlisted[other].country
    return same and alike(_bare(value), _bare(other))


def _finest(value: str, unlisted: Mapping[str, Location]) -> Location:
    """Return the point of a town in no gazetteer: one report knows its region, others its land."""
    mine, name = unlisted[value], fold(_bare(value))
    same = [
        unlisted[other]
        for other in sorted(unlisted)
        if fold(_bare(other)) == name and unlisted[other].country == mine.country
    ]
    return mine if mine.region else next((one for one in same if one.region), mine)


def _unlisted(value: str, point: Location, every: Sequence[Location]) -> Key:
    """Return the key of such a town: in its region, and in the one county of it that is named."""
    own = f"town {point.country}/{point.region}/{' '.join(skeletons(_bare(value)))}"
    counties = {
        _key(one, ())
        for one in every
        if one.precision == "county" and (one.country, one.region) == (point.country, point.region)
    }
    around = counties.pop()[1:] if len(counties) == 1 else _key(point, ())[1:]
    return ("place", *sorted({own, *around}))


def _points(facts: Iterable[Fact]) -> dict[str, Location]:
    """Return the point of every value, by its text: the one that most facts give.

    Those come first whose texts say or show which place of the name is meant; the cities in which a
    place may be are kept only where nothing tells it.
    """
    given: dict[str, Counter[Location]] = defaultdict(Counter)
    for fact in facts:
        if fact.location is not None:
            given[fact.value][fact.location] += 1
    best = {
        value: min(
            rows,
            key=lambda one: (
                one.namesake != "stated",
                one.precision == "country",
                -rows[one],
                one.country,
                one.region,
                one.name,
            ),
        )
        for value, rows in given.items()
    }
    return {value: structs.replace(point, namesake="stated") for value, point in best.items()}


def _in_their_cities(points: Mapping[str, Location]) -> dict[str, Location]:
    """Return the points with those in the city of another report that may be quarters of it.

    "Chatham", of which one report does not say where it lies, is no town in England where another
    puts the incident in Chicago.
    """
    towns = [one for one in points.values() if one.precision == "settlement" and not one.may_be_in]
    named = {f"{one.name}, {one.region}": one for one in towns}
    found: dict[str, Location] = {}
    for value, point in points.items():
        cities = [named[city] for city in point.may_be_in if city in named]
        found[value] = cities[0] if len(cities) == 1 else structs.replace(point, may_be_in=())
    return found


def _namesake(
    point: Location, every: Sequence[Location], settled: Set[Location], stated: bool
) -> Location:
    """Return the first place of the same name and state: one incident has one town of a name.

    Reports that say no region leave the choice between namesakes open; those that do decide it,
    however few they are.
    """
    same = [
        one
        for one in every
        if fold(one.name) == fold(point.name)
        and one.precision == point.precision
        and (one.country == point.country or not stated)
    ]
    said = [one for one in same if one in settled]
    return next(iter(said or same), point)


def _key(point: Location, every: Sequence[Location]) -> Key:
    parts = {f"state {point.country}"}
    if point.region:
        parts.add(f"region {point.country}/{point.region}")
    if point.precision == "country":
        return ("place", *sorted(parts))
    own = f"{point.country}/{point.region}/{' '.join(skeletons(fold(point.name)))}"
    if point.precision == "region":
        return ("place", *sorted(parts))
    if point.precision == "county":
        return ("place", *sorted({*parts, f"county {own}"}))
    parts.add(f"town {own}")
    for other in every:
        if other == point:
            break  # only what more reports name is refined: of two neighbours one holds the other
        if other.precision == "settlement" and kilometres(point, other) <= _NEIGHBOURS_KM:
            parts |= set(_key(other, ())[1:])
    for other in every:
        if other.precision == "county" and _lies_in(point, other):
            parts |= set(_key(other, ())[1:])
    return ("place", *sorted(parts))


def _lies_in(point: Location, county: Location) -> bool:
    if (point.country, point.region) != (county.country, county.region):
        return False
    own = bool(point.county) and point.county == county.county
    return own or kilometres(point, county) <= (_NEIGHBOURS_KM if point.county else _COUNTY_KM)


def settled(rows: Sequence[Tally], same: Mapping[str, Key]) -> list[Tally]:
    """Return the tallies with the words to show: the site that its sources agree on, or the town.

    Among several sites of one town the one that most origins name is shown; where none leads, the
    town alone.
    """
    shown = [replace(row, reading=_shown(row)) for row in rows]
    return [
        replace(row, reading=replace(row.reading, key=same.get(one, row.reading.key)))
        for row in shown
        for one in (row.witnesses[0].fact.value,)
    ]


def _shown(row: Tally) -> Reading:
    if not row.on_map:
        return row.reading
    placed = {one.fact.value for one in row.witnesses if one.fact.location is not None}
    sites = {one.fact.value for one in row.witnesses if has_site(one.fact)}
    whole = {fold(text.partition(",")[0]): text for text in sorted(sites)}
    users: dict[str, set[str]] = defaultdict(set)
    for one in row.witnesses:
        text = whole.get(fold(one.fact.value)) or whole.get(fold(own_name(one.fact)))
        text = text or one.fact.value
        if text in placed:
            users[text].add(one.origin.id)
    ranked = sorted(users, key=lambda text: (-len(users[text]), -len(text), text))
    named = [text for text in ranked if text in sites]
    if not named:
        return replace(row.reading, text=ranked[0])
    if len(named) == 1 or len(users[named[0]]) > len(users[named[1]]):
        return replace(row.reading, text=named[0])
    towns = [text for text in ranked if text not in sites]
    firm = {one.fact.value for one in row.witnesses if not _is_unsure(one.fact)}
    sure = [text for text in named if text in firm] or named  # no quarter for its city
    return replace(row.reading, text=towns[0] if towns else sure[0].partition(", ")[2])


def _is_unsure(fact: Fact) -> bool:
    """Tell whether a place may be a quarter of some city."""
    return fact.location is not None and bool(fact.location.may_be_in)


def has_site(fact: Fact) -> bool:
    """Tell whether a value names a site before the town that it is resolved to."""
    return fact.location is not None and _names_site(fact.value, fact.location)


def _names_site(value: str, point: Location) -> bool:
    site, _, rest = value.partition(", ")
    return bool(rest) and fold(site) != fold(point.name)


def own_name(fact: Fact) -> str:
    """Return the name of a place itself: the gazetteer's, else its words without what holds it."""
    if fact.location is None:
        return fact.value.partition(",")[0]
    unlisted = _is_unlisted(fact.value, fact.location)
    return _bare(fact.value) if unlisted else fact.location.name
