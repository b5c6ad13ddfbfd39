"""Reader of EuRepoC 1.1: cyber incidents (Global Database) and their attributions.

Lists stand in cells as Python writes them. An attribution may have several rows, one for each
initiator and actor.
"""

import csv
from ast import literal_eval
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from evaluation.harness.corpus import require

FOLDER = "data/base_rates"
INCIDENTS = "EuRepoC_Global_Database_1.1.csv"
ATTRIBUTIONS = "EuRepoC_Attribution_dataset_1.1.csv"
_NOBODY = frozenset({"", "Unknown", "Not available"})
_PARTS = {"train": (2011, 2015), "dev": (2016, 2018), "test": (2019, 2023)}
_OWN = "Attacker confirms"


class Word(Struct, frozen=True, kw_only=True):
    """A row of an attribution: whose word, of which kind, and whom it names (None: nobody)."""

    number: float
    date: str
    kind: str
    basis: str
    actor: str
    country: str | None
    initiator: str | None

    @property
    def own(self) -> bool:
        """Tell whether it is the attacker's own word."""
        return self.basis == _OWN or self.kind.startswith("Self-attribution")


class Cyber(Struct, frozen=True, kw_only=True):
    """An incident: ``month`` counts from year 0; initiators as countries, as the record has them.

    ``named`` tells whether any initiator has a name of its own. ``facts`` are what was seen without
    who; ``words`` its attributions in the order of dates, and of the record's numbers where these
    are equal or missing.
    """

    number: str
    month: int
    place: str
    region: str
    facts: Mapping[str, str]
    initiators: tuple[str, ...]
    named: bool
    words: tuple[Word, ...]


def files(data: Path) -> tuple[Path, Path]:
    """Return both tables in a data folder, or in a folder that holds them itself.

    Raises:
        DataAbsentError: when they are in neither.
    """
    folder = data if (data / INCIDENTS).exists() else data / FOLDER
    return require(folder / INCIDENTS), require(folder / ATTRIBUTIONS)


def read(incidents: Path, attributions: Path) -> list[Cyber]:
    """Return all incidents in the order of the months in which they began, undated ones first."""
    words: dict[str, list[Word]] = {}
    for row in _rows(attributions):
        words.setdefault(row["incident_ID"], []).append(_word(row))
    found = [_incident(row, words.get(row["ID"], [])) for row in _rows(incidents)]
    return sorted(found, key=lambda one: (one.month, int(one.number)))


def part(incident: Cyber, early: bool = False) -> str | None:
    """Return the part by the year of the start; ``early`` lets train begin with the first year."""
    year = (incident.month - 1) // 12
    if early and 0 < year < _PARTS["train"][0]:
        return "train"
    return next((name for name, (a, b) in _PARTS.items() if a <= year <= b), None)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _word(row: Mapping[str, str]) -> Word:
    return Word(
        number=float(row["attribution_ID"] or 0),
        date=row["attribution_date"],
        kind=row["attribution_type"],
        basis=row["attribution_basis"],
        actor=row["attributing_actor"],
        country=_named(row["attributed_initiator_country"]),
        initiator=_named(row["attributed_initiator"]),
    )


def _incident(row: Mapping[str, str], words: list[Word]) -> Cyber:
    places = sorted({place for place in listed(row["receiver_country"]) if _named(place)})
    region = "+".join(listed(row["receiver_region"])[:1]) or "none"
    date = row["start_date"]
    return Cyber(
        number=row["ID"],
        month=12 * int(date[:4]) + int(date[5:7] or 1) if date else 0,
        place=places[0] if len(places) == 1 else "several" if places else "unknown",
        region=region,
        facts={
            "kind": row["incident_type"],
            "receiver": "+".join(sorted(set(listed(row["receiver_category"]))))[:80],
            "disclosed": row["source_incident_detection_disclosure"],
        },
        initiators=tuple(sorted({one for one in listed(row["initiator_country"]) if _named(one)})),
        named=any(_named(name) for name in listed(row["initiator_name"])),
        words=tuple(sorted(words, key=lambda word: (word.date or "9999", word.number))),
    )


def listed(cell: str) -> list[str]:
    """Return the strings of a cell that may hold a list, or a list of lists; inner ones joined."""
    if not cell.startswith("["):
        return [cell] if cell else []
    found = []
    for one in literal_eval(cell):
        found += ["/".join(one)] if isinstance(one, list) else [str(one)]
    return found


def _named(name: str) -> str | None:
    return None if name in _NOBODY else name
