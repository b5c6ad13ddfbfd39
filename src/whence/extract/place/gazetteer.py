"""The embedded gazetteer: countries, first-order regions and larger cities, loaded on first use."""

import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from anyascii import anyascii

from whence.extract.lexicon import LEXICON
from whence.names.countries import countries

PlaceKind = Literal["country", "region", "city"]
LONGEST = 5
"""Words in the longest name that is looked up."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; ``country`` is an ISO code, ``population`` in thousands."""

    kind: PlaceKind
    name: str
    country: str
    region: str
    population: int


def fold(name: str) -> str:
    """Return the name in lower-case ASCII with plain apostrophes, as it is looked up."""
    plain = name if name.isascii() else anyascii(name)
    return " ".join(plain.casefold().replace("`", "'").split())


@cache
def country_names() -> dict[str, str]:
    """Return the English short name of every country by its ISO code."""
    return {country.iso: name for name, country in countries().items()}


@cache
def demonyms() -> dict[str, str]:
    """Return the ISO code for every folded demonym ("iraqi")."""
    table: dict[str, str] = {}
    for country in countries().values():
        for word in country.demonyms:
            table.setdefault(fold(word), country.iso)
    return table


@cache
def _lines() -> dict[str, list[str]]:
    raw = lzma.decompress((files(LEXICON) / "gazetteer.tsv.xz").read_bytes()).decode("utf-8")
    table: dict[str, list[str]] = {}
    for line in raw.splitlines():
        parts = line.split("\t", 2)
        if len(parts) == 3:
            table.setdefault(fold(parts[1]), []).append(line)
    return table


def _place(line: str) -> Place:
    kind, name, country, region, population = line.split("\t")
    return Place("city" if kind == "c" else "region", name, country, region, int(population))


@cache
def _states() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for name, country in countries().items():
        for word in (name, *country.aliases):
            table.setdefault(fold(word), Place("country", name, country.iso, "", 0))
    return table


@cache
def _capitals() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for country in countries().values():
        for word in (country.capital, *country.capital_aliases):
            known = list(map(_place, _lines().get(fold(country.capital), ())))
            there = [p for p in known if p.country == country.iso and p.kind == "city"]
            region = there[0].region if there else ""
            place = Place("city", country.capital, country.iso, region, 5000)
            table.setdefault(fold(word), place)
    return table


@cache
def capital_of(country: str) -> Place | None:
    """Return the capital of a country by its ISO code."""
    for row in countries().values():
        if row.iso == country:
            return _capitals().get(fold(row.capital))
    return None


@cache
def lookup(name: str) -> tuple[Place, ...]:
    """Return every place of this (folded) name, the likeliest first.

    A country comes before a capital, a capital before other cities, those before regions; within a
    kind the more populous comes first.
    """
    found: list[Place] = []
    for table in (_states(), _capitals()):
        if name in table:
            found.append(table[name])
    rest = [_place(line) for line in _lines().get(name, ())]
    known = {(place.kind, place.country) for place in found}
    rest = [place for place in rest if (place.kind, place.country) not in known]
    rest.sort(key=lambda p: (p.kind != "city", -p.population, p.country, p.region))
    return (*found, *rest)


def choose(places: Iterable[Place], context: frozenset[str]) -> Place | None:
    """Return the place meant: one in a country that the text names, else the likeliest."""
    candidates = list(places)
    near = [place for place in candidates if place.country in context]
    ordered = near or candidates
    return ordered[0] if ordered else None
