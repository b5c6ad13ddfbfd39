"""Which of several places of one name is meant: by people, by what the text is about, by nearness.

The sum is in the spirit of the heuristics of Leidner (Toponym Resolution in Text, 2007): a region
stated beside the name decides; else one sense per discourse, the countries and regions of the text,
nearness to its sure places, and population.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log10

from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import is_capital_city, lookup
from whence.extract.place.names import STRONG, Name
from whence.extract.place.regions import Outer, holds, region, shown_with_region
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.model.location import kilometres

_LARGE = 100_000
"""People from which a town of one name, five times its namesakes, tells where a text is about."""
_TIMES = 5
_SURE = 0.7
"""Weight from which a text is about a region."""
_AHEAD = 2.0
"""How many times the weight of another a region has that is far ahead of it."""
_HOME = 0.5
"""Weight of the region where an outlet is at home: its sisters elsewhere reprint its reports."""
_RUNG = 1.0
"""Weight of a region whose telephones a text tells to ring."""
_SOME = 0.4
"""Weight of the region of a small town of one name, and of the city that people are from."""
_WHOLE = "county"
"""The word behind the name of a county."""
_SEAT = "washington"
"""The name of a seat of government, where little else is told of its land."""
_NEAR_KM = 80.0
_FULL = 2.0
"""Weight of a region or country in a text above which more of it changes nothing."""
_BASE = {"country": 6.0, "region": 5.4}
"""Score of states and regions, on the scale of towns (the logarithm of their people)."""
_TOWN = 15_000
"""People from which a town is meant by a name that its region bears too."""
KNOWN = 250_000
"""People from which a town is known far away, and its bare name a place."""
_COUNTY = 1.5
"""What a county scores less than a town of as many people."""
_HOLDS = 2.5
"""What a county scores in which another place named in the text may lie."""


Weights = dict[str, float]
"""What speaks for a country or region, by the key of the name that does; each name counts once."""


@dataclass(frozen=True)
class Context:
    """What a text is about: its countries and regions, its sure places, what is stated of names."""

    countries: dict[str, Weights]
    regions: dict[tuple[str, str], Weights]
    sure: tuple[Place, ...]
    stated: dict[str, Place]
    counties: set[str]
    held: frozenset[tuple[str, str, str]] = frozenset()
    """The areas of the counties that places named in the text may lie in."""
    headed: frozenset[str] = frozenset()
    """The names that head the text: of towns."""

    def country(self, code: str, name: str = "") -> float:
        """Return what speaks for a country, without what ``name`` itself does."""
        return _sum(self.countries.get(code, {}), name)

    def region(self, place: Place, name: str = "") -> float:
        """Return what speaks for the region of a place, without what ``name`` itself does."""
        return _sum(self.regions.get((place.country, place.region), {}), name)

    def knows(self, place: Place, name: str = "") -> bool:
        """Tell whether the text names the region of a place (its country where it has none)."""
        if place.region:
            return self.region(place, name) > 0
        return self.country(place.country, name) > 0

    def tells(self, place: Place, own: frozenset[str]) -> bool:
        """Tell whether the text names the region of a place otherwise than by ``own`` names."""
        weights = self.regions.get((place.country, place.region), {})
        return not weights.keys() <= own

    def in_county(self, place: Place) -> bool:
        """Tell whether the text names the county of a town."""
        return place.kind == "city" and bool(place.county) and key(place.county) in self.counties

    def expects(self, place: Place, name: str) -> bool:
        """Tell whether the text is about the region or county of a place that few have heard of."""
        return self.region(place, name) >= _HOME or self.in_county(place)

    def elsewhere(self, place: Place, name: str = "") -> bool:
        """Tell whether the text is far rather about another region of a place's country.

        Beside what ``name`` itself says for its region the other must weigh twice as much.
        """
        if self.region(place, name) > 0:
            return False
        if not self.country(place.country, name):
            main = self.main_region()
            return main is not None and main.country != place.country
        if place.country not in shown_with_region():
            return False  # a capital that reports are written from makes no town another's
        least = max(_SURE, _AHEAD * self.region(place))
        return any(
            code == place.country and where != place.region and _sum(weights, name) >= least
            for (code, where), weights in self.regions.items()
        )

    def astray(self, place: Place, name: str = "") -> bool:
        """Tell whether a town or county lies where the text is not, and few know it from afar."""
        local = place.kind in ("city", "county") and place.population < KNOWN
        return local and self.elsewhere(place, name)

    def abroad(self, place: Place, name: str = "") -> bool:
        """Tell whether the text is about other countries than a place's, and says nothing of it."""
        others = any(_sum(one, name) >= 1 for one in self.countries.values())
        return others and not self.country(place.country, name)

    def at_home(self, place: Place, other: Place, name: str) -> bool:
        """Tell whether a place rather than ``other``, far from all the text is about, is meant.

        In a text about Georgia, Rome is the town there; one about the United States alone may well
        tell of the capital of Italy, and of no small town of a name abroad. In one from Beirut,
        Tripoli is the city in Lebanon.
        """
        known = other.population >= KNOWN or is_capital_city(other)
        if self.expects(place, name):
            return True
        if not known:
            return self.country(place.country, name) >= _SURE
        large = place.kind == "city" and place.population >= _LARGE
        alone = place.country not in shown_with_region()
        return large and alone and self.country(place.country, name) >= _SURE

    def is_abroad(self) -> bool:
        """Tell whether a text is about lands whose news is written in their cities.

        What Washington says of them, or an American saw there, makes it about no other.
        """
        told = {code: _sum(weights, _SEAT) for code, weights in self.countries.items()}
        local = [told.pop(code, 0.0) for code in words().local_heads]
        inner = any(
            code in words().local_heads and _sum(weights, _SEAT) >= _SURE
            for (code, _), weights in self.regions.items()
        )
        return not inner and max(told.values(), default=0.0) >= max(_SURE, _AHEAD * max(local))

    def main_region(self) -> Place | None:
        """Return the region that a text is about, far ahead of all others; None without one.

        Only of countries whose papers write a region behind a town.
        """
        ranked = sorted(
            (
                (_sum(weights, ""), row)
                for row, weights in self.regions.items()
                if row[1] in shown_with_region().get(row[0], {})
            ),
            reverse=True,
        )
        if not ranked or ranked[0][0] < _HOME:
            return None
        if len(ranked) > 1 and ranked[1][0] * _AHEAD > ranked[0][0]:
            return None
        return region(*ranked[0][1])


def _sum(weights: Weights, name: str) -> float:
    return sum(weight for key, weight in weights.items() if key != name)


def context(
    names: Sequence[Name],
    peoples: Iterable[str],
    around: Sequence[Place],
    home: Sequence[Place],
    rung: Sequence[Place] = (),
) -> Context:
    """Return what a text is about.

    ``peoples`` are the ISO codes of the peoples that it names, ``around`` the regions and states
    that its headline names, ``home`` those that the name of its outlet does, ``rung`` the regions
    of its telephone numbers.
    """
    found = Context(defaultdict(dict), defaultdict(dict), (), {}, set())
    for code in peoples:
        found.countries[code][f"people {code}"] = 1.0
    for place in around:
        _add(found, f"title {place.name}", [place], 1.0)
    for place in home:
        _add(found, f"home {place.name}", [place], _HOME)
    for place in rung:
        _add(found, f"rung {place.name}", [place], _RUNG)
    sure: list[Place] = []
    whole = {name.key for name in names if name.key.endswith(f" {_WHOLE}")}
    for name in names:
        if not name.person and name.evidence not in ("part", "quarter"):
            sure.extend(_heed(found, name, f"{name.key} {_WHOLE}" in whole))
    held = {
        one.area
        for name in names
        if name.evidence in STRONG and not name.person
        for one in (*name.candidates, *name.hamlets)
        if one.kind == "city" and one.county and key(one.county) != f"{name.key} county"
    }
    headed = frozenset(name.key for name in names if name.evidence == "dateline")
    return replace(found, sure=tuple(dict.fromkeys(sure)), held=frozenset(held), headed=headed)


def _heed(found: Context, name: Name, short: bool) -> list[Place]:
    """Add what one name says of the text; return the place that it surely is, if it is.

    One that may be ``short`` for a county of the text is surely no town.
    """
    wide = _wide(name.candidates)
    ordinary = name.key in words().directions or name.key in words().ordinary
    if ordinary and name.outer is None:
        return []  # provinces are called so in many a state, and villages "One"
    if name.outer is not None:
        inside = _inside(name.outer, name)
        around = [wide for wide in name.outer.places if any(holds(wide, one) for one in inside)]
        places = around or name.outer.places
        _add(found, f"stated {places[0].name}", places, 2.0)
        if not inside:
            return []
        best = max(inside, key=lambda one: (one.kind == "city", one.population))
        found.stated.setdefault(name.key, best)
        return [best]
    if wide and not _may_be_other(name, wide, short):
        _add(found, name.key, wide, 1.0)
        found.counties.update(name.key for one in wide if one.kind == "county")
        return []
    if name.evidence in STRONG and _dominant(name.candidates):
        town = name.candidates[0]
        if name.evidence == "dateline" and is_capital_city(town):
            town = replace(town, region="")  # of the whole land: "OTTAWA (Reuters) - In Manitoba"
        _add(found, name.key, [town], 0.7)
        return [name.candidates[0]]
    if name.evidence in STRONG and len(name.candidates) == 1 and not short:
        _add(found, name.key, name.candidates, _SOME)
        return [name.candidates[0]]
    if name.bearing == "people" and _dominant(name.candidates):
        _add(found, name.key, name.candidates[:1], _SOME)  # "a Chicago man"
    return []


def _may_be_other(name: Name, wide: Sequence[Place], short: bool) -> bool:
    """Tell whether a county's name without the word may be anybody's, or a village's.

    It may where nothing introduces it, and of a small county that the text does not name.
    """
    bare = all(one.kind == "county" and key(one.name) != name.key for one in wide)
    local = all(one.country in words().local_heads for one in wide)
    small = local and not short and all(one.population < _LARGE for one in wide)
    return bare and (small or name.evidence not in STRONG)


def _wide(candidates: Sequence[Place]) -> list[Place]:
    """Return the states, regions and counties of a name; none where a town of it has more people.

    There are towns called Ohio and Texas.
    """
    people = max((one.population for one in candidates if one.kind == "city"), default=0)
    wide = [one for one in candidates if one.kind != "city"]
    larger = [one for one in wide if one.kind != "county"]
    known = any(one.kind == "country" or one.population > people for one in wide)
    return (larger or wide) if known else []


def _add(found: Context, name: str, places: Sequence[Place], weight: float) -> None:
    share = weight / len(places)
    for place in places:
        countries = found.countries[place.country]
        countries[name] = max(share, countries.get(name, 0.0))
        if place.region:
            regions = found.regions[place.country, place.region]
            regions[name] = max(share, regions.get(name, 0.0))


def _dominant(candidates: Sequence[Place]) -> bool:
    towns = sorted((one.population for one in candidates if one.kind == "city"), reverse=True)
    return bool(towns) and towns[0] >= _LARGE and (len(towns) < 2 or towns[0] > _TIMES * towns[1])


def meant(name: Name, about: Context) -> Place | None:
    """Return the place that a name stands for; None where it has no candidate that fits.

    A town that only its stated region tells has none.
    """
    candidates: Sequence[Place] = (
        *name.candidates,
        *(one for one in name.hamlets if about.expects(one, name.key)),
    )
    if name.outer is not None:
        inside = _inside(name.outer, name)
        if not inside:
            return None
        candidates = inside
    elif name.key in about.stated:
        return about.stated[name.key]
    if not candidates:
        return None
    best = max(candidates, key=lambda one: (score(one, name, about), one.population, one.area))
    if name.outer is None and not about.country(best.country, name.key):
        known = [one for one in candidates if about.at_home(one, best, name.key)]
        best = max(known, key=lambda one: (score(one, name, about), one.population), default=best)
    if name.outer is None and about.astray(best, name.key):
        here = [one for one in candidates if not about.astray(one, name.key)]
        best = max(here, key=lambda one: (score(one, name, about), one.population), default=best)
    return _county(name, best, about) or _city(name, best, about) or _seat(best, candidates) or best


def _seat(best: Place, candidates: Sequence[Place]) -> Place | None:
    """Return the town that a region abroad is called by: papers say "X province" for the region."""
    if best.kind != "region" or best.country in shown_with_region():
        return None
    inside = [one for one in candidates if one.kind == "city" and one.area[:2] == best.area[:2]]
    town = max(inside, key=lambda one: one.population, default=None)
    return town if town is not None and town.population >= _TOWN else None


def _inside(outer: Outer, name: Name) -> list[Place]:
    """Return the places of a name that lie in what is stated behind it."""
    return [one for one in (*name.candidates, *name.hamlets) if outer.holds(one)]


def _county(name: Name, best: Place, about: Context) -> Place | None:
    """Return the county that "X police" are of, where the text has "X County" and X lies not in it.

    A town X in a county X is taken for the town, in whatever region the two are where nothing else
    tells which county it is. So is a large city, and the town at the head of a report.
    """
    whole = f"{name.key} {_WHOLE}"
    if whole not in about.counties or best.kind != "city" or best.population >= KNOWN:
        return None
    if name.key in about.headed:
        return None
    counties = [one for one in lookup(whole) if one.kind == "county"]
    county = max(counties, key=lambda one: (score(one, name, about), one.area), default=None)
    if county is None or holds(county, best):
        return None
    said = about.regions.get((county.country, county.region), {}).keys() - {name.key, whole}
    if said or county.area in about.held:
        counties = [county]
    towns = [one for one in name.candidates if one.kind == "city"]
    inside = [one for one in towns if any(holds(wide, one) for wide in counties)]
    return max(inside, key=lambda one: (score(one, name, about), one.area), default=county)


def _city(name: Name, best: Place, about: Context) -> Place | None:
    """Return the "X City" of a text that "X" is short for, where it is about no other X."""
    if best.kind != "city" or about.knows(best, name.key):
        return None
    return next((one for one in lookup(f"{name.key} city") if one in about.sure), None)


def score(place: Place, name: Name, about: Context) -> float:
    """Return how well a place fits a name in this text: a town's people (as a logarithm) first."""
    total = _BASE.get(place.kind) or log10(place.population + 1000)
    if place.kind == "city" and is_capital_city(place):
        total += 1.2
    total += about.in_county(place)
    total += 0.6 * min(_FULL, about.country(place.country, name.key))
    if place.region:
        total += 1.2 * min(_FULL, about.region(place, name.key))
    if place.kind == "city" and any(near(one, place) for one in about.sure if one != place):
        total += 1.0
    if place.kind == "county":
        towns = any(one.kind == "city" for one in name.candidates)
        total += (_HOLDS if place.area in about.held and not towns else 0.0) - _COUNTY
    return total


def near(one: Place, other: Place) -> bool:
    """Tell whether two places are within 80 km of each other."""
    return kilometres(one, other) <= _NEAR_KM


def within(outer: Place, inner: Place) -> bool:
    """Tell whether one place holds another and is not the same."""
    return outer != inner and holds(outer, inner)
