"""Reader of CPOST's suicide attacks, as a table of the CORGIS project (``suicide_attacks.csv``).

A row is one attacker and one group: rows that agree in all columns but group and status are one
attack. ``date.day`` is the day of the week, so that two attacks of one month that are alike in all
else cannot be told apart.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from evaluation.harness.corpus import require

FILE = "data/base_rates/suicide_attacks.csv"
UNKNOWN = "Unknown Group"
STATUSES = ("Claimed", "Suspected", "Denied")
"""What makes the record name a group, the firmest first."""
_KILLED = ((0, "none"), (4, "1 to 4"), (19, "5 to 19"))
_PARTS = {"train": (2003, 2012), "dev": (2013, 2015), "test": (2016, 2019)}


class Attack(Struct, frozen=True, kw_only=True):
    """One attack: ``month`` counts from year 0, ``named`` is the status of each group named.

    ``facts`` are what was seen, without who: target, weapon, province, attackers, killed.
    """

    month: int
    country: str
    facts: Mapping[str, str]
    named: Mapping[str, str]

    @property
    def status(self) -> str:
        """Return the firmest status, without the name; "Unclaimed" where nobody is named."""
        return min(self.named.values(), key=STATUSES.index, default="Unclaimed")

    @property
    def truth(self) -> str | None:
        """Return the group with the firmest status, None where nobody is named or several tie."""
        firmest = [group for group, status in self.named.items() if status == self.status]
        return firmest[0] if len(firmest) == 1 else None


def file(data: Path) -> Path:
    """Return the table in a data folder, or in a folder that holds it itself.

    Raises:
        DataAbsentError: when it is in neither.
    """
    own = data / Path(FILE).name
    return own if own.exists() else require(data / FILE)


def read(path: Path) -> list[Attack]:
    """Return all attacks in the order of months; within one their order means nothing."""
    joined: dict[tuple[str, ...], dict[str, str]] = {}
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = [name for name in reader.fieldnames or () if name not in ("groups", "claim")]
        for row in reader:
            named = joined.setdefault(tuple(row[name] for name in columns), {})
            if row["groups"] != UNKNOWN and row["claim"] in STATUSES:
                before = named.get(row["groups"], row["claim"])
                named[row["groups"]] = min(before, row["claim"], key=STATUSES.index)
    attacks = [
        _attack(dict(zip(columns, key, strict=True)), named) for key, named in joined.items()
    ]
    return sorted(attacks, key=lambda attack: attack.month)


def part(attack: Attack) -> str | None:
    """Return the part that an attack is scored in, by its year; None before 2003."""
    year = (attack.month - 1) // 12
    return next((name for name, (a, b) in _PARTS.items() if a <= year <= b), None)


def _attack(row: Mapping[str, str], named: Mapping[str, str]) -> Attack:
    attackers = int(row["statistics.# attackers"] or 1)
    return Attack(
        month=12 * int(row["date.year"]) + int(row["date.month"]),
        country=row["target.country"],
        facts={
            "target": row["target.type"],
            "weapon": row["target.weapon"],
            "province": row["target.province"],
            "attackers": str(attackers) if attackers < 3 else "3 or more",
            "killed": killed(int(row["statistics.# killed_high"] or 0)),
        },
        named=dict(sorted(named.items())),
    )


def killed(number: int) -> str:
    """Return the class of a number of dead."""
    return next((word for most, word in _KILLED if number <= most), "20 or more")
