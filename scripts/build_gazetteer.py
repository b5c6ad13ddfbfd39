"""Build the embedded gazetteer from a GeoNames extract (CC BY 4.0).

    python scripts/build_gazetteer.py GEONAMES_JSON_GZ [SMALLEST_POPULATION]

The extract is a gzipped JSON list of {country_code, city, state, population}. Kept are cities from
the smallest population on (15,000 unless told) and all first-order regions. The result is an
xz-compressed table: kind (c or r), name, ISO country code, region, population in thousands.
"""

import gzip
import json
import lzma
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "whence" / "extract" / "lexicon"


def rows(source: Path, smallest: int) -> list[str]:
    """Return the table's lines in a stable order."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        places = json.load(lines)
    found: dict[tuple[str, str, str, str], int] = {}
    for place in places:
        code, name, region = place["country_code"], place["city"], place.get("state") or ""
        population = int(place.get("population") or 0)
        if region:
            key = ("r", region, code, "")
            found[key] = found.get(key, 0) + population
        if population >= smallest:
            key = ("c", name, code, region)
            found[key] = max(found.get(key, 0), population)
    return ["\t".join((*key, str(found[key] // 1000))) for key in sorted(found)]


def main() -> None:
    """Write gazetteer.tsv.xz beside the other tables."""
    source = Path(sys.argv[1])
    smallest = int(sys.argv[2]) if len(sys.argv) > 2 else 15000
    table = rows(source, smallest)
    head = "# Source: GeoNames (www.geonames.org), CC BY 4.0; cut by scripts/build_gazetteer.py\n"
    packed = lzma.compress(
        (head + "\n".join(table) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME
    )
    (OUT / "gazetteer.tsv.xz").write_bytes(packed)
    sys.stdout.write(f"{len(table)} places, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
