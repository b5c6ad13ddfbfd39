"""Learns how pairs of reports are compared: ``python -m training.pairs --data DIR``.

A logistic regression with a ridge over the evidence of ``whence.fuse.grouping.compare``, fitted by
Newton's method (iteratively reweighted least squares). Pairs are those that blocking gives among
the reports of one month of GVA, both of the part ``dev``, and in heaps of invented incidents of
the world that were moved into one town (``training.crossed``); whether they tell of one incident
is known. Evidence is left on its own scale: the ridge is weak, and the weights stay readable.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from evaluation.corpora import gva
from evaluation.incidents.gva_reading import read_all
from numpy.typing import NDArray

from training.crossed import Heap, heaps
from whence.fuse.grouping.blocks import Index
from whence.fuse.grouping.compare import evidence
from whence.fuse.grouping.signature import signature

OUT = (
    Path(__file__).resolve().parent.parent
    / "src" / "whence" / "fuse" / "grouping" / "weights.yaml"
)  # fmt: skip
_RIDGE = 1.0
_MADE = 0.2
_STEPS = 50
_HEAD = """\
# What a piece of evidence adds (nats) to the log-odds that two reports tell of one incident, and
# the log-odds of a pair that blocking gives. Learned by `python -m training.pairs` from {pairs}
# pairs of reports of US gun violence (GVA, development part), {same} of them of one incident, and
# {crossed} pairs of invented incidents moved into one town, {one} of them of one incident.
"""

Pairs = tuple[list[dict[str, float]], list[bool]]


def months(data: Path, memory: str | None) -> list[Heap]:
    """Return incident and signature of every report of the development part, by month."""
    rows = [row for row in gva.every(data)[0] if gva.part(row.incident) == gva.PARTS[0]]
    found: dict[str, Heap] = defaultdict(list)
    for row, page in read_all(rows, "encoder", memory):
        if page is not None:
            made = signature(page.document, page.report)
            found[row.published[:7]].append((row.incident, made))
    return [found[key] for key in sorted(found)]


def pairs(heaps: Iterable[Heap]) -> Pairs:
    """Return the evidence of every pair that blocking gives, and whether it is of one incident."""
    seen: list[dict[str, float]] = []
    same: list[bool] = []
    for heap in heaps:
        index = Index()
        incidents: dict[str, str] = {}
        for incident, one in heap:
            for other in index.near(one):
                seen.append(evidence(one, other))
                same.append(incidents[other.document_id] == incident)
            index.add(one)
            incidents[one.document_id] = incident
    return seen, same


def counted(month: int, crossed: int) -> NDArray[np.float64]:
    """Return how much each pair counts: that of what was made a fifth of one of records."""
    return np.concatenate([np.ones(month), np.full(crossed, _MADE)])


def fitted(
    matrix: NDArray[np.float64],
    same: NDArray[np.float64],
    count: NDArray[np.float64],
    ridge: float = _RIDGE,
) -> NDArray[np.float64]:
    """Return the weights, the prior's last; shapes (n, k), (n,) and (n,) to (k + 1,)."""
    full = np.hstack([matrix, np.ones((len(matrix), 1))])
    penalty = np.diag([*[ridge] * matrix.shape[1], 0.0])
    weights = np.zeros(full.shape[1])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-full @ weights))
        slope = full.T @ (count * (same - expected)) - penalty @ weights
        curve = (full * (count * expected * (1 - expected))[:, None]).T @ full + penalty
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def main() -> None:
    """Parse the command line, learn and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--readings", help="folder in which the model's readings are kept")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    given = parser.parse_args()
    month = pairs(months(given.data, given.readings))
    crossed = pairs(heaps(given.readings))
    given.out.write_text(learned(month, crossed), "utf-8")


def learned(month: Pairs, crossed: Pairs) -> str:
    """Return the weights file that two sorts of pairs give."""
    seen, same = month[0] + crossed[0], month[1] + crossed[1]
    names = sorted({name for one in seen for name in one})
    matrix = np.array([[one.get(name, 0.0) for name in names] for one in seen])
    count = counted(len(month[1]), len(crossed[1]))
    weights = fitted(matrix, np.array(same, dtype=float), count)
    lines = [f"  {name}: {value:.2f}" for name, value in zip(names, weights, strict=False)]
    head = _HEAD.format(
        pairs=len(month[1]), same=sum(month[1]), crossed=len(crossed[1]), one=sum(crossed[1])
    )
    body = "\n".join([f"prior: {weights[-1]:.2f}", "evidence:", *lines])
    return f"{head}{body}\n"


if __name__ == "__main__":
    main()
