"""Which of several places of one name is meant: by people, by what the text is about, by nearness.

The sum is in the spirit of the heuristics of Leidner (Toponym Resolution in Text, 2007): a region
stated beside the name decides; else one sense per discourse, the countries and regions of the text,
nearness to its sure places, and population.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt

from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import is_capital_city
from whence.extract.place.names import STRONG, Name
from whence.extract.place.regions import holds

_LARGE = 100_000
"""People from which a town of one name, five times its namesakes, tells where a text is about."""
_TIMES = 5
_NEAR_KM = 80.0
_EARTH_KM = 6371.0
_FULL = 2.0
"""Weight of a region or country in a text above which more of it changes nothing."""
_BASE = {"country": 6.0, "region": 4.9, "county": 3.0}
"""Score of what is no town, on the scale of towns (the logarithm of their people)."""


@dataclass(frozen=True)
class Context:
    """What a text is about: weights of countries and regions, its sure places."""

    countries: dict[str, float]
    regions: dict[tuple[str, str], float]
    sure: tuple[Place, ...]
    stated: dict[str, Place]

    def knows(self, place: Place) -> bool:
        """Tell whether the text names the region of a place (its country where it has none)."""
        if place.region:
            return (place.country, place.region) in self.regions
        return place.country in self.countries


def context(names: Sequence[Name], peoples: Iterable[str]) -> Context:
    """Return what a text is about, by its names and the ISO codes of the peoples it names."""
    found = Context(defaultdict(float), defaultdict(float), (), {})
    for code in peoples:
        found.countries[code] += 1
    sure: list[Place] = []
    for name in names:
        if name.person or name.evidence == "part":
            continue
        if name.outer is not None:
            _add(found, name.outer.places, 2.0)
            inside = [one for one in name.candidates if name.outer.holds(one)]
            if inside:
                best = max(inside, key=lambda one: (one.kind == "city", one.population))
                found.stated.setdefault(name.key, best)
                sure.append(best)
        elif name.candidates and name.candidates[0].kind != "city":
            _add(found, [one for one in name.candidates if one.kind != "city"], 1.0)
        elif name.evidence in STRONG and _dominant(name.candidates):
            _add(found, name.candidates[:1], 0.7)
            sure.append(name.candidates[0])
    return Context(found.countries, found.regions, tuple(dict.fromkeys(sure)), found.stated)


def _add(found: Context, places: Sequence[Place], weight: float) -> None:
    share = weight / len(places)
    for place in places:
        found.countries[place.country] += share
        if place.region:
            found.regions[place.country, place.region] += share


def _dominant(candidates: Sequence[Place]) -> bool:
    towns = sorted((one.population for one in candidates if one.kind == "city"), reverse=True)
    return bool(towns) and towns[0] >= _LARGE and (len(towns) < 2 or towns[0] > _TIMES * towns[1])


def meant(name: Name, about: Context) -> Place | None:
    """Return the place that a name stands for; None where it has no candidate that fits.

    A town that only its stated region tells is given that region, and no point of its own.
    """
    candidates: Sequence[Place] = name.candidates
    if name.outer is not None:
        inside = [one for one in candidates if name.outer.holds(one)]
        if not inside:
            return None
        candidates = inside
    elif name.key in about.stated:
        return about.stated[name.key]
    if not candidates:
        return None
    return max(candidates, key=lambda one: (_score(one, name, about), one.population, one.area))


def _score(place: Place, name: Name, about: Context) -> float:
    score = _BASE.get(place.kind) or log10(place.population + 1000)
    if is_capital_city(place):
        score += 1.5
    score += 0.6 * min(_FULL, _others(about.countries.get(place.country, 0.0), place, name))
    score += (
        0.7 * min(_FULL, about.regions.get((place.country, place.region), 0.0))
        if place.region
        else 0
    )
    if place.kind == "city" and any(near(one, place) for one in about.sure if one != place):
        score += 1.0
    return score


def _others(weight: float, place: Place, name: Name) -> float:
    """Return a country's weight without what this name itself has added to it."""
    own = 1.0 / len(name.candidates) if place.kind != "city" else 0.0
    return max(0.0, weight - own)


def near(one: Place, other: Place) -> bool:
    """Tell whether two places are within 80 km of each other."""
    return kilometres(one, other) <= _NEAR_KM


def kilometres(one: Place, other: Place) -> float:
    """Return the great-circle distance of two places (haversine)."""
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(chord))


def within(outer: Place, inner: Place) -> bool:
    """Tell whether one place holds another and is not the same."""
    return outer != inner and holds(outer, inner)
