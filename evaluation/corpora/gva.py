"""Reports of US gun violence (the crawl of SemEval-2018 task 5): several of many incidents.

``reports.jsonl`` has one report a line: ``incident``, ``id``, ``title``, ``dct`` (the date),
``uri`` (often of the Wayback Machine) and ``content``, the crawled text with whatever the page had
around it. For copies only incidents with two reports or more are kept, parted by a fixed hash of
their number: ``gva-1`` and ``gva-2`` are the halves, ``gva`` is all.

``frames.jsonl`` has a structured record of most incidents: ``incident_uri``, ``date`` ("April 10,
2017"), ``state``, ``city_or_county``, ``num_killed``, ``num_injured`` and ``participants``. For
fusion the incidents are parted by another digit of the same hash: ``dev`` is four fifths, on which
everything may be tuned, ``held`` the fifth that is only reported.
"""

import re
from collections import Counter
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from evaluation.harness.corpus import require

FILE = "reports.jsonl"
FRAMES = "frames.jsonl"
SPLITS = ("gva", "gva-1", "gva-2")
PARTS = ("dev", "held")
KEPT_BACK = 6
"""Of names on record, those of incidents whose number this divides are kept back in training."""
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")


class GvaReport(Struct, frozen=True, kw_only=True):
    """One report: of which incident, where and when it was published, and its text."""

    incident: str
    id: str
    title: str
    published: str = msgspec.field(name="dct")
    uri: str
    text: str = msgspec.field(name="content")

    @property
    def url(self) -> str:
        """The address of the page itself, without an archive's in front."""
        return _ARCHIVE.sub("", self.uri)

    @property
    def outlet(self) -> str:
        """The host of the page, which is all that is known of the outlet."""
        url = self.url if "//" in self.url else f"http://{self.url}"
        return (urlsplit(url).hostname or "").removeprefix("www.")


def half(incident: str) -> str:
    """Return in which half an incident lies: "gva-1" or "gva-2"."""
    return SPLITS[1 + int(sha256(incident.encode()).hexdigest(), 16) % 2]


def reports(data: Path, split: str) -> tuple[list[GvaReport], list[Path]]:
    """Return the reports of a split and the files they come from; an id stands for one report.

    Raises:
        DataAbsentError: when the file is not there.
    """
    unique, files = every(data)
    often = Counter(one.incident for one in unique)
    return [
        one
        for one in unique
        if often[one.incident] > 1 and split in (SPLITS[0], half(one.incident))
    ], files


class Participant(Struct, frozen=True, kw_only=True):
    """Somebody who is on record as hurt, or as the one who is suspected; most have no name."""

    sort: str = msgspec.field(name="Type", default="")
    name: str = msgspec.field(name="Name", default="")


class Record(Struct, frozen=True, kw_only=True):
    """What is on record of one incident: its day, where it was, who was killed and hurt."""

    incident: str = msgspec.field(name="incident_uri")
    written: str = msgspec.field(name="date")
    state: str
    city: str = msgspec.field(name="city_or_county")
    address: str = ""
    killed: int = msgspec.field(name="num_killed")
    injured: int = msgspec.field(name="num_injured")
    participants: tuple[Participant, ...] = ()

    @property
    def suspected(self) -> frozenset[str]:
        """Names of those who are on record as suspected and not as hurt."""
        return self._names("Subject-Suspect") - self._names("Victim")

    @property
    def hurt(self) -> frozenset[str]:
        """Names of those who are on record as killed or hurt and not as suspected."""
        return self._names("Victim") - self._names("Subject-Suspect")

    def _names(self, sort: str) -> frozenset[str]:
        found = (one for one in self.participants if one.sort.strip() == sort)
        return frozenset(name for one in found if (name := " ".join(one.name.split())))

    @property
    def date(self) -> str:
        """The day of the incident, as ISO 8601."""
        return datetime.strptime(self.written, "%B %d, %Y").date().isoformat()


def part(incident: str) -> str:
    """Return in which part an incident lies for fusion: "dev" (four fifths) or "held" (a fifth)."""
    return PARTS[(int(sha256(incident.encode()).hexdigest(), 16) >> 8) % 5 == 0]


def every(data: Path) -> tuple[list[GvaReport], list[Path]]:
    """Return all reports, each id once, in the order of the file.

    Raises:
        DataAbsentError: when the file is not there.
    """
    path = _file(data, FILE)
    with path.open("rb") as lines:
        rows = [msgspec.json.decode(line, type=GvaReport) for line in lines]
    return list({one.id: one for one in rows}.values()), [path]


def records(data: Path) -> tuple[dict[str, Record], list[Path]]:
    """Return the record of every incident that has one, by its number.

    Raises:
        DataAbsentError: when the file is not there.
    """
    path = _file(data, FRAMES)
    with path.open("rb") as lines:
        rows = [msgspec.json.decode(line, type=Record) for line in lines]
    return {one.incident: one for one in rows}, [path]


def places(text: str, name: str) -> list[tuple[int, int]]:
    """Return where a name of a record stands in a text in full; of one word, nowhere.

    Its first and its last word count, whatever stands between them ("Ana Maria Ruiz", "Ana Ruiz"):
    the last alone may be a relative's.
    """
    words = name.split()
    if len(words) < 2:
        return []
    between = r"(?: +[\w.'’“”\"-]+){0,2}? +"
    full = rf"\b{re.escape(words[0])}\b{between}{re.escape(words[-1])}\b"
    return [one.span() for one in re.finditer(full, text)]


def _file(data: Path, name: str) -> Path:
    return data / name if (data / name).exists() else require(data / "data" / "gva" / name)
