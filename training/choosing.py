"""Learns which of the counts told is the incident's: ``python -m training.choosing --data DIR``.

For the killed a conditional logit (McFadden 1974) with a ridge over the features of
``whence.fuse.toll.choosing``, fitted by Newton's method; for the wounded extremely randomised trees
(Geurts et al. 2006) over the same, which ``whence.fuse.toll.forest`` reads. Each incident of GVA,
part ``dev``, with a record and two reports or more is one choice among the numbers that its reports
tell; where the record's is not among them nothing can be learned. Five times four fifths of the
incidents teach how to choose in the last fifth, which measures it; then all teach.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from evaluation.corpora import gva
from evaluation.incidents.gva_reading import read_all
from evaluation.readers.reading import ReadPage

from training.choice import Choice, Numbers, names_of, table_of
from whence.fuse.options import Options
from whence.fuse.toll.choosing import KILLED, WOUNDED, Scene, candidates, features, scene, weights
from whence.fuse.toll.forest import COUNTS
from whence.fuse.toll.moved import settled
from whence.fuse.witness import Ledger, Witness
from whence.trace import trace

OUT = Path(__file__).resolve().parent.parent / "src" / "whence" / "fuse" / "toll" / "choosing.yaml"
_RIDGE = 3.0
_STEPS = 25
_FOLDS = 5
_HEAD = """\
# What a feature of a number adds (nats) to its log-odds against the other numbers that reports of
# one incident tell. Learned by `python -m training.choosing` from {incidents} incidents of US gun
# violence (GVA, development part). Words of titles that gather several incidents: our compilation.
"""


def scenes(data: Path, memory: str | None, limit: int | None) -> list[tuple[Scene, gva.Record]]:
    """Return what the reports of each incident count, with its record."""
    return [(_scene(pages), record) for pages, record in read(data, memory, limit)]


def read(
    data: Path, memory: str | None, limit: int | None
) -> list[tuple[list[ReadPage], gva.Record]]:
    """Return the reports of each incident as they are read, with its record."""
    known, _ = gva.records(data)
    groups: dict[str, list[gva.GvaReport]] = defaultdict(list)
    for row in gva.every(data)[0]:
        if gva.part(row.incident) == gva.PARTS[0] and row.incident in known:
            groups[row.incident].append(row)
    kept = [key for key in sorted(groups) if len(groups[key]) > 1][:limit]
    pages: dict[str, list[ReadPage]] = defaultdict(list)
    for row, page in read_all([row for key in kept for row in groups[key]], "encoder", memory):
        if page is not None:
            pages[row.incident].append(page)
    return [(pages[key], known[key]) for key in kept if pages[key]]


def witnesses(pages: Iterable[ReadPage]) -> tuple[Witness, ...]:
    """Return the facts of the incident that some reports tell of, with their origins."""
    unique = {page.document.id: page for page in pages}.values()
    documents, reports = [one.document for one in unique], [one.report for one in unique]
    ledger = Ledger(documents, reports, trace(documents, reports))
    return ledger.witnesses("incident", Options().copied)


def _scene(pages: Iterable[ReadPage]) -> Scene:
    return scene(settled(witnesses(pages)))


def choices(found: Iterable[tuple[Scene, gva.Record]], slot: str) -> list[Choice]:
    """Return the choices that a slot asks for; none where nobody tells a number."""
    rows = []
    for place, record in found:
        numbers = candidates(place, slot)
        if numbers:
            seen = [features(place, slot, number) for number in numbers]
            right = record.killed if slot == KILLED else record.injured
            rows.append(Choice(numbers, seen, right))
    return rows


def fitted(rows: Sequence[Choice], names: Sequence[str], ridge: float = _RIDGE) -> Numbers:
    """Return the weights (len(names),) under which the records' numbers are most probable."""
    tables = [
        (table_of(row, names), row.numbers.index(row.right))
        for row in rows
        if row.right in row.numbers and len(row.numbers) > 1
    ]
    found = np.zeros(len(names))
    for _ in range(_STEPS):
        slope, curve = -ridge * found, ridge * np.eye(len(names))
        for table, right in tables:
            scores = table @ found
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            middle = chances @ table
            apart = table - middle
            slope += table[right] - middle
            curve += (apart * chances[:, None]).T @ apart
        step = np.linalg.solve(curve, slope)
        found = found + step
        if np.abs(step).max() < 1e-9:
            break
    return found


def share_right(rows: Sequence[Choice], names: Sequence[str], found: Numbers) -> float:
    """Return in which share of the choices the most probable number is the record's."""
    return float(
        np.mean(
            [row.numbers[int((table_of(row, names) @ found).argmax())] == row.right for row in rows]
        )
    )


def checked(rows: Sequence[Choice], names: Sequence[str]) -> float:
    """Return the share of right choices where other fifths have taught."""
    parts = [
        (
            len(rows[fold::_FOLDS]),
            share_right(rows[fold::_FOLDS], names, fitted(_without(rows, fold), names)),
        )
        for fold in range(_FOLDS)
    ]
    return sum(size * share for size, share in parts) / len(rows)


def _without(rows: Sequence[Choice], fold: int) -> list[Choice]:
    return [row for number, row in enumerate(rows) if number % _FOLDS != fold]


def learned(found: Sequence[tuple[Scene, gva.Record]]) -> str:
    """Return the file of weights that the incidents teach; prints how well they choose."""
    lines = [_HEAD.format(incidents=len(found))]
    lines.append(f"roundups: [{', '.join(sorted(weights().roundups))}]\nweights:\n")
    rows = choices(found, KILLED)
    names = names_of(rows)
    print(f"{KILLED}: {len(rows)} choices, {checked(rows, names):.3f} right")
    lines.append(f"  {KILLED}:\n")
    given = zip(names, fitted(rows, names), strict=True)
    lines.extend(f'    "{name}": {value:.2f}\n' for name, value in given)
    return "".join(lines)


def main() -> None:
    """Parse the command line, learn and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--readings", help="folder in which the model's readings are kept")
    parser.add_argument("--limit", type=int, help="so many incidents teach, all by default")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    given = parser.parse_args()
    found = scenes(given.data, given.readings, given.limit)
    given.out.write_text(learned(found), "utf-8")
    from training import trees  # noqa: PLC0415 - only growing trees needs scikit-learn

    rows = choices(found, WOUNDED)
    print(f"{WOUNDED}: {len(rows)} choices, {trees.checked(rows):.3f} right")
    trees.write(given.out.with_name(COUNTS), rows)


if __name__ == "__main__":
    main()
