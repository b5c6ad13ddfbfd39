"""Learns how pairs of reports are compared: ``python -m training.pairs --data DIR``.

A logistic regression with a ridge over the evidence of ``whence.fuse.grouping.compare``, fitted by
Newton's method (iteratively reweighted least squares). Pairs are those that blocking gives among
the reports of one month of GVA, both of the part ``dev``; whether they tell of one incident is
known. Evidence is left on its own scale: the ridge is weak, and the weights stay readable.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from evaluation.corpora import gva
from evaluation.incidents.gva_reading import read_all
from numpy.typing import NDArray

from whence.fuse.grouping.blocks import Index
from whence.fuse.grouping.compare import evidence
from whence.fuse.grouping.signature import Signature, signature

OUT = (
    Path(__file__).resolve().parent.parent
    / "src" / "whence" / "fuse" / "grouping" / "weights.yaml"
)  # fmt: skip
_RIDGE = 1.0
_STEPS = 50
_HEAD = """\
# What a piece of evidence adds (nats) to the log-odds that two reports tell of one incident, and
# the log-odds of a pair that blocking gives. Learned by `python -m training.pairs` from {pairs}
# pairs of reports of US gun violence (GVA, development part), {same} of them of one incident.
"""

Months = dict[str, list[tuple[str, Signature]]]


def months(data: Path, memory: str | None) -> Months:
    """Return incident and signature of every report of the development part, by month."""
    rows = [row for row in gva.every(data)[0] if gva.part(row.incident) == gva.PARTS[0]]
    found: Months = defaultdict(list)
    for row, page in read_all(rows, "encoder", memory):
        if page is not None:
            made = signature(page.document, page.report)
            found[row.published[:7]].append((row.incident, made))
    return found


def pairs(found: Months) -> tuple[list[dict[str, float]], list[bool]]:
    """Return the evidence of every pair that blocking gives, and whether it is of one incident."""
    seen: list[dict[str, float]] = []
    same: list[bool] = []
    for key in sorted(found):
        index = Index()
        incidents: dict[str, str] = {}
        for incident, one in found[key]:
            for other in index.near(one):
                seen.append(evidence(one, other))
                same.append(incidents[other.document_id] == incident)
            index.add(one)
            incidents[one.document_id] = incident
    return seen, same


def fitted(
    matrix: NDArray[np.float64], same: NDArray[np.float64], ridge: float = _RIDGE
) -> NDArray[np.float64]:
    """Return the weights, the prior's last; shapes (n, k) and (n,) to (k + 1,)."""
    full = np.hstack([matrix, np.ones((len(matrix), 1))])
    penalty = np.diag([*[ridge] * matrix.shape[1], 0.0])
    weights = np.zeros(full.shape[1])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-full @ weights))
        slope = full.T @ (same - expected) - penalty @ weights
        curve = (full * (expected * (1 - expected))[:, None]).T @ full + penalty
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
    seen, same = pairs(months(given.data, given.readings))
    names = sorted({name for one in seen for name in one})
    matrix = np.array([[one.get(name, 0.0) for name in names] for one in seen])
    weights = fitted(matrix, np.array(same, dtype=float))
    lines = [f"  {name}: {value:.2f}" for name, value in zip(names, weights, strict=False)]
    head = _HEAD.format(pairs=len(same), same=sum(same))
    body = "\n".join([f"prior: {weights[-1]:.2f}", "evidence:", *lines])
    given.out.write_text(f"{head}{body}\n", "utf-8")


if __name__ == "__main__":
    main()
