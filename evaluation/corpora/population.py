"""Inhabitants of cities as editors of Wikipedia gave them (Pasternack & Roth, COLING 2010).

``population_claims.csv`` has a claim a line: ``ObjectID`` (the city), ``PropertyID`` (the year),
``PropertyValue``, ``SourceID`` (the editor); ``population_truth.csv`` the counts of the census for
some of them. Items are parted by a fixed hash into ``dev``, on which everything may be tuned, and
``held``.
"""

import csv
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.harness.corpus import require
from whence.fuse.truth.table import Told

PARTS = ("dev", "held")


@dataclass(frozen=True)
class Population:
    """All claims, one of each source for each item, and the known truths of items with claims."""

    told: tuple[Told, ...]
    truths: dict[str, str]
    files: tuple[Path, ...]


def part(item: str) -> str:
    """Return in which part an item lies."""
    return PARTS[int(sha256(item.encode()).hexdigest(), 16) % 2]


def read(folder: Path) -> Population:
    """Read claims and truths.

    Raises:
        DataAbsentError: when a file is not there.
    """
    claims = require(folder / "population_claims.csv")
    truths = require(folder / "population_truth.csv")
    told = {
        (_item(row), row["SourceID"]): Told(
            item=_item(row), source=row["SourceID"], value=row["PropertyValue"]
        )
        for row in _rows(claims)
    }
    known = {item for item, _ in told}
    return Population(
        tuple(told.values()),
        {_item(row): row["PropertyValue"] for row in _rows(truths) if _item(row) in known},
        (claims, truths),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _item(row: dict[str, str]) -> str:
    return f"{row['ObjectID']}, {row['PropertyID']}"
