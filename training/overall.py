"""Fit the weights by which a whole report lets a suspicion stand, on MUC-4's dev messages.

``python -m training.overall --data DIR`` prints what five folds of the messages say of it, and
writes the weights below the words of ``lexicon/overall.yaml``. A message's organisations are told
with the confidences of its key; where several are acceptable, each counts for its share.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from evaluation.corpora.muc import Message, messages
from evaluation.corpora.muc4 import occurrences
from evaluation.readers.reading import ReadPage, read_raw
from evaluation.standing import MUC_OF
from msgspec import Struct
from numpy.typing import NDArray

from whence.extract.encoder.reader import EncoderReader
from whence.extract.prose import prose
from whence.extract.suspicion import overall
from whence.model.claim import Standing

Numbers = NDArray[np.float64]
STANDINGS: Final[tuple[Standing, ...]] = ("reported_as_fact", "accused", "admitted", "speculated")
"""What is learnt; whether who accuses is an authority is told by who speaks."""
_TABLE: Final = Path(overall.__file__).parent.parent / "lexicon" / "overall.yaml"
_SOURCE: Final = (
    "# Weights: multinomial logistic regression on the keys of MUC-4's 1,300 dev messages\n"
    "# (slot 11), by training.overall; no message and no name of them is kept.\n"
)
_RIDGE: Final = 5.0
_STEPS: Final = 400
_FOLDS: Final = 5
_SEEN: Final = 8
"""In how few items a mark is left out: it would be learnt by heart."""
_SMALL: Final = 0.02
"""Below which a weight is left out."""


class Item(Struct, frozen=True, kw_only=True):
    """One party of one message: its marks, and the standings that are acceptable."""

    message: str
    grounds: dict[str, float]
    standings: tuple[Standing, ...]


def items(message: Message, page: ReadPage) -> Iterable[Item]:
    """Yield the parties that a message's key blames and its text names."""
    cut = prose(page.document)
    for blamed in message.blamed:
        places = [at for name in blamed.names for at in occurrences(cut.text, name)]
        known = tuple(one for one in STANDINGS if blamed.confidences & _acceptable(one))
        if places and known:
            marks = overall.grounds(cut, page.report.attributions, places)
            yield Item(message=message.id, grounds=marks, standings=known)


def _acceptable(standing: Standing) -> set[str]:
    """Return the confidences of a key for which a standing will do."""
    accused = {MUC_OF["accused_by_authority"]} if standing == "accused" else set[str]()
    return {MUC_OF[standing], *accused}


def kept(rows: Sequence[Item]) -> list[str]:
    """Return the marks that are seen often enough, in order."""
    seen = Counter(name for row in rows for name, value in row.grounds.items() if value)
    return sorted(name for name, count in seen.items() if count >= _SEEN)


def fit(rows: Sequence[Item], names: Sequence[str]) -> Numbers:
    """Return the weights, (marks, standings), by accelerated descent (Nesterov 1983), ridged."""
    table = _table(rows, names)
    wanted = np.array(
        [[(one in row.standings) / len(row.standings) for one in STANDINGS] for row in rows]
    )
    bound = 0.5 * float(np.linalg.norm(table, 2)) ** 2 + _RIDGE
    weights = ahead = np.zeros((len(names), len(STANDINGS)))
    pace = 1.0
    for _ in range(_STEPS):
        scores = table @ ahead
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        stepped = ahead - (table.T @ (chances - wanted) + _RIDGE * ahead) / bound
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = stepped + (pace - 1) / faster * (stepped - weights)
        weights, pace = stepped, faster
    return weights


def right(rows: Sequence[Item], names: Sequence[str], weights: Numbers) -> int:
    """Return of how many items the likeliest standing is acceptable."""
    best = (_table(rows, names) @ weights).argmax(1)
    return sum(STANDINGS[one] in row.standings for one, row in zip(best, rows, strict=True))


def crossed(rows: Sequence[Item]) -> float:
    """Return the accuracy where each fifth of the messages is judged by what the others taught."""
    order = sorted({row.message for row in rows})
    fold = {name: number * _FOLDS // len(order) for number, name in enumerate(order)}
    hits = 0
    for number in range(_FOLDS):
        others = [row for row in rows if fold[row.message] != number]
        names = kept(others)
        inside = [row for row in rows if fold[row.message] == number]
        hits += right(inside, names, fit(others, names))
    return hits / len(rows)


def written(names: Sequence[str], weights: Numbers) -> str:
    """Return the weights as the part of the table that follows its words."""
    lines = [_SOURCE + "weights:"]
    for column, standing in enumerate(STANDINGS):
        known = {
            name: round(float(one), 3)
            for name, one in zip(names, weights[:, column], strict=True)
            if abs(one) >= _SMALL
        }
        told = ", ".join(f"{name}: {one}" for name, one in known.items())
        lines.append(f"  {standing}: {{{told}}}")
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Item], names: Sequence[str]) -> Numbers:
    return np.array([[row.grounds.get(name, 0.0) for name in names] for row in rows])


def main() -> None:
    """Parse the command line, read the messages, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    given = parser.parse_args()
    reader = EncoderReader()
    blaming = [one for one in messages(given.data, "dev")[0] if one.blamed]
    rows = [
        item
        for one in blaming
        for item in items(one, read_raw("report.txt", one.text.encode(), reader=reader))
    ]
    save(rows)


def save(rows: Sequence[Item]) -> None:
    """Fit and write; print what the folds say, beside always giving the commonest standing."""
    names = kept(rows)
    commonest = max(sum(one in row.standings for row in rows) for one in STANDINGS) / len(rows)
    print(f"{len(rows)} items, {len(names)} marks; crossed {crossed(rows):.3f} of {commonest:.3f}")
    head = _TABLE.read_text("utf-8").partition("# Weights:")[0]
    _TABLE.write_text(head + written(names, fit(rows, names)), "utf-8")


if __name__ == "__main__":
    main()
