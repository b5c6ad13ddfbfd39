"""Build the table of hamlets from GeoNames' postal codes (https://www.geonames.org, CC BY 4.0).

    python scripts/hamlets.py US.txt

GeoNames' towns stop at a thousand people; its postal codes name smaller places, unincorporated ones
and parts of cities that mail is addressed to. They lie at https://download.geonames.org/export/zip/
(unzip the country); the same rows with a comma between the cells are read too. Kept are places that
the gazetteer does not have in their region, by the county that most of their codes are in. How many
people live there the codes do not say: none are given. The same input gives the same bytes.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from whence.extract.place.atlas import Place, pack
from whence.extract.place.gazetteer import lookup
from whence.extract.place.spelling import key

OUT = Path(__file__).resolve().parent.parent / "src/whence/extract/lexicon/hamlets.bin"
_DIVISIONS = ("", " county", " parish", " borough", " census area", " city and borough")


def rows(path: Path) -> Iterator[tuple[str, str, str, str, float, float]]:
    """Yield country, place, region, county and point of every code."""
    text = path.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    tabs = "\t" in lines[0]
    for cells in csv.reader(lines, "excel-tab") if tabs else csv.reader(lines):
        country, _, name, region, _, county, *_ = cells
        if country != "country_code" and region:
            yield country, name, region, county, float(cells[9]), float(cells[10])


def places(path: Path) -> list[Place]:
    """Return the places that the gazetteer has not."""
    found: dict[tuple[str, str, str], Counter[tuple[str, float, float]]] = defaultdict(Counter)
    spelt: dict[tuple[str, str, str], str] = {}
    for country, name, region, county, latitude, longitude in rows(path):
        ident = (country, region, key(name))
        spelt.setdefault(ident, " ".join(name.split()))
        found[ident][county, round(latitude, 2), round(longitude, 2)] += 1
    made: list[Place] = []
    for (country, region, word), points in found.items():
        named = (*lookup(word), *lookup(f"the {word}"))
        if word and not any((p.country, p.region) == (country, region) for p in named):
            counties = Counter(county for county, _, _ in points.elements())
            county = min(counties, key=lambda one: (-counties[one], one))
            _, latitude, longitude = min(row for row in points if row[0] == county)
            name = spelt[country, region, word]
            whole = _county(country, region, county)
            made.append(Place("city", name, country, region, whole, 0, latitude, longitude))
    return made


def _county(country: str, region: str, name: str) -> str:
    """Return a county as the gazetteer writes it."""
    for ending in _DIVISIONS:
        for one in lookup(f"{name}{ending}"):
            if (one.kind, one.country, one.region) == ("county", country, region):
                return one.name
    return name


def main() -> int:
    """Read the source and write the table."""
    raw = pack(places(Path(sys.argv[1])))
    OUT.write_bytes(raw)
    print(f"{OUT.name}: {len(raw)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
