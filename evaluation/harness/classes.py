"""Scores of a classification: accuracy, macro F1, a row for each class, baselines, agreement.

A unit (document, sentence) gives pairs of gold and predicted class; intervals resample units. The
classes of macro F1 are those that stand in the gold: one that nobody annotated is no class to
be right about, though predicting it still costs the class that was missed.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from evaluation.harness.bootstrap import SEED
from evaluation.harness.metrics import Counts, f1_of
from evaluation.harness.scores import Score, accuracy_score, f1_score, row_score

Pair = tuple[str, str]
"""Gold class and predicted class ("" for none)."""


def classes_of(units: Sequence[Sequence[Pair]]) -> list[str]:
    """Return the classes of the gold, the commonest first."""
    counted = Counter(gold for unit in units for gold, _ in unit)
    return sorted(counted, key=lambda label: (-counted[label], label))


def accuracy(name: str, units: Sequence[Sequence[Pair]], seed: int = SEED) -> Score:
    """Return the share of the pairs whose classes are equal."""
    counts = [
        Counts(sum(gold == mine for gold, mine in unit), len(unit), len(unit)) for unit in units
    ]
    return accuracy_score(name, counts, seed)


def macro_f1(name: str, units: Sequence[Sequence[Pair]], seed: int = SEED) -> Score:
    """Return the mean F1 over the classes of the gold."""
    labels = classes_of(units)
    rows = np.array(
        [[value for label in labels for value in _row(unit, label)] for unit in units],
        dtype=np.float64,
    ).reshape(len(units), 3 * len(labels))

    def mean(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        each = [f1_of(sums[:, 3 * n : 3 * n + 3]) for n in range(len(labels))]
        whole = np.mean(each, axis=0) if each else np.zeros(len(sums))
        return np.asarray(whole, dtype=np.float64)

    return row_score(name, "macro f1", rows, mean, seed)


def per_class(name: str, units: Sequence[Sequence[Pair]], seed: int = SEED) -> list[Score]:
    """Return F1 for each class of the gold, named "NAME: CLASS"."""
    return [
        f1_score(f"{name}: {label}", [Counts(*_row(unit, label)) for unit in units], seed)
        for label in classes_of(units)
    ]


def report(name: str, units: Sequence[Sequence[Pair]], seed: int = SEED) -> list[Score]:
    """Return accuracy, macro F1, what the commonest class would get, and each class's F1."""
    commonest = next(iter(classes_of(units)), "")
    guessed = [[(gold, commonest) for gold, _ in unit] for unit in units]
    return [
        accuracy(f"{name} accuracy", units, seed),
        macro_f1(f"{name} macro", units, seed),
        as_baseline(accuracy(f"{name} accuracy, majority", guessed, seed)),
        as_baseline(macro_f1(f"{name} macro, majority", guessed, seed)),
        *per_class(name, units, seed),
    ]


def as_baseline(score: Score) -> Score:
    """Return a score as a figure that is only printed for comparison."""
    return replace(score, measure="baseline")


def kappa(name: str, units: Sequence[Sequence[Pair]], seed: int = SEED) -> Score:
    """Return the agreement of the two sides beyond chance (Cohen 1960).

    With p the share of equal pairs and e the share expected from how often either side uses each
    class: (p - e) / (1 - e); 1 where both sides use one and the same class alone.
    """
    labels = sorted({label for unit in units for pair in unit for label in pair})
    place = {label: n for n, label in enumerate(labels)}
    size = len(labels)
    rows = np.zeros((len(units), size * size))
    for n, unit in enumerate(units):
        for gold, mine in unit:
            rows[n, place[gold] * size + place[mine]] += 1

    def beyond_chance(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        tables = sums.reshape(len(sums), size, size)
        whole = np.maximum(tables.sum(axis=(1, 2)), 1)
        equal = np.trace(tables, axis1=1, axis2=2) / whole
        chance = (tables.sum(axis=1) * tables.sum(axis=2)).sum(axis=1) / whole**2
        room = 1 - chance
        some = room > 1e-12
        beyond = np.where(some, (equal - chance) / np.where(some, room, 1), (equal == 1) * 1.0)
        return np.asarray(beyond, dtype=np.float64)

    return row_score(name, "kappa", rows, beyond_chance, seed)


def _row(unit: Sequence[Pair], label: str) -> tuple[int, int, int]:
    hits = sum(gold == mine == label for gold, mine in unit)
    return hits, sum(mine == label for _, mine in unit), sum(gold == label for gold, _ in unit)
