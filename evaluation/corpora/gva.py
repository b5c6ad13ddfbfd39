"""Reports of US gun violence (the crawl of SemEval-2018 task 5): several of many incidents.

``reports.jsonl`` has one report a line: ``incident``, ``id``, ``title``, ``dct`` (the date),
``uri`` (often of the Wayback Machine) and ``content``, the crawled text with whatever the page had
around it. Only incidents with two reports or more are kept. They are parted by a fixed hash of
their number: ``gva-1`` and ``gva-2`` are the halves, ``gva`` is all.
"""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from evaluation.corpus import require

FILE = "reports.jsonl"
SPLITS = ("gva", "gva-1", "gva-2")
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
    path = data / FILE if (data / FILE).exists() else require(data / "data" / "gva" / FILE)
    with path.open("rb") as lines:
        every = [msgspec.json.decode(line, type=GvaReport) for line in lines]
    unique = list({one.id: one for one in every}.values())
    often = Counter(one.incident for one in unique)
    return [
        one
        for one in unique
        if often[one.incident] > 1 and split in (SPLITS[0], half(one.incident))
    ], [path]
