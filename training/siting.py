"""Learns which place that reports tell is the incident's: ``python -m training.siting``.

A conditional logit (McFadden 1974) with a ridge over the features of ``whence.fuse.place.siting``,
fitted as ``training.choosing`` fits counts and on the same incidents: each is one choice among the
towns and counties that its reports tell; where the record's is not among them nothing can be
learned. ``training.likeliest``, which chooses within a report, is to be run before.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.corpora import gva
from evaluation.fusion import plain, wanted
from evaluation.readers.reading import ReadPage

from training.choice import Choice
from training.choosing import checked, fitted, read, witnesses
from whence.fuse.place.places import keys, settled
from whence.fuse.place.siting import candidates, features
from whence.fuse.superseding import replaced
from whence.fuse.values import Tally, tallies

OUT = Path(__file__).resolve().parent.parent / "src" / "whence" / "fuse" / "place" / "siting.yaml"
_HEAD = """\
# What a feature of a town or county adds (nats) to its log-odds against the others that reports of
# one incident tell. Learned by `python -m training.siting` from {choices} choices among places of
# US gun violence (GVA, development part).
"""


def choices(found: Iterable[tuple[Sequence[ReadPage], gva.Record]]) -> list[Choice]:
    """Return the choices that incidents ask for; none where all reports tell one place."""
    rows = []
    for pages, record in found:
        told = candidates(_standing(pages))
        if len(told) > 1:
            names = wanted(record.city)
            right = next((n for n, one in enumerate(told) if _names(one) & names), -1)
            seen = [features(one, told) for one in told]
            rows.append(Choice(list(range(len(told))), seen, right))
    return rows


def _standing(pages: Iterable[ReadPage]) -> list[Tally]:
    told = [one for one in witnesses(pages) if one.fact.slot == "place"]
    same = keys(told)
    rows = settled(tallies(told, replaced(told), False, same), same)
    return [one for one in rows if not one.fallen]


def _names(one: Tally) -> set[str]:
    value = one.value("held", None)
    resolved = [value.location.name] if value.location is not None else []
    return {plain(part) for part in (*value.value.split(","), *resolved)}


def learned(rows: Sequence[Choice]) -> str:
    """Return the file of weights that the choices teach; prints how well they choose."""
    names = sorted({name for row in rows for one in row.seen for name in one})
    print(f"{len(rows)} choices, {checked(rows, names):.3f} right")
    given = zip(names, fitted(rows, names), strict=True)
    lines = [f'"{name}": {value:.2f}\n' for name, value in given]
    return _HEAD.format(choices=len(rows)) + "".join(lines)


def main() -> None:
    """Parse the command line, learn and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--readings", help="folder in which the model's readings are kept")
    parser.add_argument("--limit", type=int, help="so many incidents teach, all by default")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    given = parser.parse_args()
    rows = choices(read(given.data, given.readings, given.limit))
    given.out.write_text(learned(rows), "utf-8")


if __name__ == "__main__":
    main()
