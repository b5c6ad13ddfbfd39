"""Event factuality: how certainly an event happened, -3 (certainly not) to 3 (certainly so).

UW (Lee et al. 2015), MEANTIME (Minard et al. 2016) and UDS-IH2 (Rudinger et al. 2018) on the scale
of Stanovsky et al. (2017), one JSON object a line: ``text`` of tokens parted by spaces and
``targets`` with ``span1`` (token offsets, end exclusive) and ``label``.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.corpora.spacing import covering, joined
from evaluation.harness.corpus import require
from evaluation.passages import Range

SETS = ("UW", "MEANTIME", "UDS_IH2")


class Judged(Struct, frozen=True, kw_only=True):
    """A sentence with its events and the factuality of each."""

    set: str
    text: str
    events: tuple[Range, ...]
    values: tuple[float, ...]


class _Target(Struct):
    span1: tuple[int, int]
    label: float


class _Line(Struct):
    text: str
    targets: list[_Target]


def sentences(data: Path, split: str) -> tuple[list[Judged], list[Path]]:
    """Return the sentences of a split (train, dev) of all sets, and the files they come from.

    Raises:
        DataAbsentError: when a set or the split is not there.
    """
    base = data if (data / SETS[0]).exists() else require(data / "data" / "factuality")
    files = [require(base / name / f"{split}.jsonl") for name in SETS]
    found = [
        _sentence(path.parent.name, msgspec.json.decode(line, type=_Line))
        for path in files
        for line in path.read_bytes().splitlines()
    ]
    return found, files


def _sentence(name: str, line: _Line) -> Judged:
    text, places = joined(line.text.split(" "))
    return Judged(
        set=name,
        text=text,
        events=tuple(covering(places, *target.span1) for target in line.targets),
        values=tuple(target.label for target in line.targets),
    )
