"""Invented incidents with what a careful coder would record of them: types, files, and their check.

``invented/`` holds them, ``invented/GUIDE.md`` says how they are written and coded.
``python -m evaluation.invented_set FILE...`` checks files.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from whence.model.claim import Standing
from whence.model.iso import is_prefix
from whence.model.kinds import kinds
from whence.names.countries import state_name

FOLDER = Path(__file__).resolve().parent.parent / "invented"


class Report(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One report as it came out: ``published`` is an ISO prefix in UTC."""

    outlet: str
    published: str
    title: str
    text: str
    byline: str = ""
    url: str = ""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all reports together come to. Of several values each is right; none: nobody tells."""

    kind: tuple[str, ...]
    date: tuple[str, ...]
    country: str = ""
    place: tuple[str, ...] = ()
    killed: tuple[int, ...] = ()
    wounded: tuple[int, ...] = ()


class Stance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a party stands by the word of whom."""

    standing: Standing
    by: tuple[str, ...] = ()


class Party(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom a report ties to the incident, or tells not to have been behind it."""

    names: tuple[str, ...]
    standings: tuple[Stance, ...]


class Invented(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One incident: its reports, its record, who is tied to it, and whose names only stand there.

    ``copies`` pairs the number of a report (from 1) with that of the one whose text it repeats.
    """

    id: str
    manner: Literal["plain", "hard"]
    reports: tuple[Report, ...]
    record: Record
    parties: tuple[Party, ...] = ()
    not_suspects: tuple[str, ...] = ()
    copies: tuple[tuple[int, int], ...] = ()

    def words(self) -> str:
        """Return titles and texts of all reports, white space as single spaces."""
        told = (f"{one.title}\n{one.text}" for one in self.reports)
        return " ".join("\n".join(told).split())


def read(path: Path) -> tuple[Invented, ...]:
    """Read one file of incidents.

    Raises:
        msgspec.ValidationError: when a field is missing, unknown or of the wrong kind.
        ValueError: when what is recorded does not fit its reports.
    """
    plain = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - makes only strings
    found = msgspec.convert(plain, type=tuple[Invented, ...], strict=False)
    wrong = [f"{path.name}: {one.id}: {line}" for one in found for line in problems(one)]
    if wrong:
        raise ValueError("\n".join(wrong))
    return found


def files(part: str, folder: Path = FOLDER) -> list[Path]:
    """Return the files of one part ("dev", "test") in the order of their names."""
    return sorted((folder / part).glob("*.yaml"))


def problems(one: Invented) -> Iterator[str]:
    """Say what does not fit: unknown kinds and states, no dates, names that no report has."""
    text = one.words()
    yield from (f"{kind!r} is no kind" for kind in one.record.kind if kind not in kinds())
    told = (*one.record.date, *(report.published for report in one.reports))
    yield from (f"{date!r} is no ISO date" for date in told if not is_prefix(date))
    if one.record.country:
        try:
            state_name(one.record.country)
        except KeyError:
            yield f"{one.record.country!r} is no state"
    for party in one.parties:
        if not any(name in text for name in party.names):
            yield f"none of {party.names} stands in the reports"
    yield from (f"{name!r} stands in no report" for name in one.not_suspects if name not in text)
    named = {name for party in one.parties for name in party.names}
    yield from (f"{name!r} is a party and is not" for name in one.not_suspects if name in named)
    last = len(one.reports)
    for copy, original in one.copies:
        if copy == original or not {copy, original} <= set(range(1, last + 1)):
            yield f"there are no reports {copy} and {original}"


def main(argv: Sequence[str] | None = None) -> int:
    """Check files of incidents; return 1 where one is not well-formed."""
    parser = argparse.ArgumentParser(description="Check files of invented incidents.")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="as in invented/dev")
    failed = 0
    seen: set[str] = set()
    for path in parser.parse_args(argv).files:
        try:
            found = read(path)
        except (OSError, ValueError, msgspec.MsgspecError, yaml.YAMLError) as error:
            print(error)
            failed = 1
            continue
        ids = [one.id for one in found]
        twice = sorted({one for one in ids if one in seen or ids.count(one) > 1})
        seen.update(ids)
        failed |= bool(twice)
        reports = sum(len(one.reports) for one in found)
        again = f"; twice: {', '.join(twice)}" if twice else ""
        print(f"{path}: {len(found)} incidents, {reports} reports, well-formed{again}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
