"""Fit which of a text's bodies those who acted belong to, on MUC-4's 1,300 dev messages.

``python -m training.bodies --data DIR`` prints what five folds of the messages say of it, and
writes the weights below the words of ``lexicon/bodies.yaml``. Rows are the bodies that the
messages with incidents name; right are those that a template of the key blames.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from evaluation.corpora.muc4_slots import KeyedReport, keyed_reports
from evaluation.readers.encoder_predictor import MUC, acting, named, plain
from evaluation.templates.slot_credit import name_credit
from msgspec import Struct

from training.trust import fit
from whence.extract.suspicion import bodies
from whence.infer import roles
from whence.infer.model import Model, load

_TABLE: Final = Path(bodies.__file__).parent.parent / "lexicon" / "bodies.yaml"
_SOURCE: Final = (
    "# Weights: logistic regression on the keys of MUC-4's 1,300 dev messages\n"
    "# (slot 10), by training.bodies; no message and no name of them is kept.\n"
)
_FOLDS: Final = 5
_SEEN: Final = 8
"""In how few rows a mark is left out: it would be learnt by heart."""
_RIDGE: Final = 3.0
_BAR: Final = 0.25
"""At which probability the folds are told of."""


class Row(Struct, frozen=True, kw_only=True):
    """One body of one message: its marks, and whether the key blames it."""

    message: str
    marks: dict[str, float]
    right: bool


def rows(model: Model, report: KeyedReport) -> Iterable[Row]:
    """Yield the bodies of a message that tells of an incident by the model's reading."""
    seen = model.encode(plain(report.text))
    found = roles.fillers(model, seen)
    if not any(one.role in MUC for one in found):
        return
    known = bodies.bodies(seen.text, named(model, seen))
    blamed = [one.alternatives for told in report.incidents for one in told.organisations]
    for body in known:
        yield Row(
            message=report.id,
            marks=bodies.marks(seen.text, body, known, acting(seen, found)),
            right=any(name_credit(names, one) == 1 for names in blamed for one in body.names),
        )


def weights(given: Sequence[Row]) -> dict[str, float]:
    """Return the weights of the marks that are seen often enough."""
    seen = Counter(name for row in given for name, value in row.marks.items() if value)
    kept = {name for name, count in seen.items() if count >= _SEEN}
    marks = [{name: one for name, one in row.marks.items() if name in kept} for row in given]
    right = [row.right for row in given]
    return dict(fit(marks, right, sum(right), _RIDGE).weights)


def crossed(given: Sequence[Row]) -> tuple[int, int]:
    """Return of how many messages a body is told, and how often rightly.

    Each fifth of the messages is judged by what the others taught.
    """
    order = sorted({row.message for row in given})
    fold = {name: number * _FOLDS // len(order) for number, name in enumerate(order)}
    told = hits = 0
    for number in range(_FOLDS):
        known = weights([row for row in given if fold[row.message] != number])
        best: dict[str, tuple[float, bool]] = {}
        for row in given:
            if fold[row.message] == number:
                judged = (bodies.chance(row.marks, known), row.right)
                best[row.message] = max(judged, best.get(row.message, judged))
        kept = [right for chance, right in best.values() if chance >= _BAR]
        told, hits = told + len(kept), hits + sum(kept)
    return told, hits


def written(known: dict[str, float]) -> str:
    """Return the weights as the part of the table that follows its words."""
    told = ", ".join(f'"{name}": {one}' for name, one in sorted(known.items()))
    return f"{_SOURCE}weights: {{{told}}}\n"


def main() -> None:
    """Parse the command line, read the messages, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    given = parser.parse_args()
    model = load()
    found, _ = keyed_reports(given.data, "dev")
    save([row for one in found for row in rows(model, one)])


def save(given: Sequence[Row]) -> None:
    """Fit and write; print what the folds say."""
    told, hits = crossed(given)
    blamed = sum(row.right for row in given)
    print(f"{len(given)} bodies, {blamed} blamed; crossed {hits} of {told} told are right")
    head = _TABLE.read_text("utf-8").partition("# Weights:")[0]
    _TABLE.write_text(head + written(weights(given)), "utf-8")


if __name__ == "__main__":
    main()
