"""What a measurement yields: named scores with intervals, and misreadings to look at."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from evaluation.harness.bootstrap import SEED, Statistic, interval, interval_of
from evaluation.harness.metrics import Counts, f1_of, mean_of, recall_of, total

Measure = Literal[
    "f1", "recall", "precision", "overgeneration", "accuracy", "macro f1", "kappa", "pearson",
    "error", "gain", "count", "baseline", "baseline error",
]  # fmt: skip
LOWER_IS_BETTER = frozenset({"count", "error", "overgeneration"})
_UNSCALED = frozenset({"kappa", "pearson", "error", "gain", "baseline error"})


class Score(Struct, frozen=True, kw_only=True):
    """One figure with its 95 % interval and what it rests on.

    It is a share in [0, 1] (f1, recall, precision, overgeneration, accuracy, macro f1), a
    coefficient in [-1, 1] (kappa, pearson), a mean error on the scale of its data, a gain (by how
    much less a baseline's error is ours on the same items; below 0 the baseline is better), or a
    plain count without interval; of ``LOWER_IS_BETTER`` lower is better. A "baseline" is what a
    simpler way would reach (a "baseline error" where lower is better): printed beside the figure,
    and no figure of ours. Where a metric counts
    precision and recall by different hits, ``counts`` holds those of recall and ``value`` is the
    metric's own.
    """

    name: str
    measure: Measure
    value: float
    low: float | None = None
    high: float | None = None
    counts: Counts = Counts()
    units: int = 0


class Misreading(Struct, frozen=True, kw_only=True):
    """One error to read: where, of which kind, what was expected and what came out."""

    where: str
    kind: str
    expected: str
    got: str
    context: str = ""


class Outcome(Struct, frozen=True, kw_only=True):
    """All scores of one measurement, the fingerprint of its corpus, and its misreadings.

    ``notes`` are lines to stand below the scores: the same in a metric's own form.
    """

    name: str
    corpus: str
    scores: tuple[Score, ...]
    misreadings: tuple[Misreading, ...] = ()
    notes: tuple[str, ...] = ()

    def score(self, name: str) -> Score:
        """Return the score of this name.

        Raises:
            KeyError: when there is none.
        """
        for score in self.scores:
            if score.name == name:
                return score
        raise KeyError(name)


def f1_score(name: str, units: Sequence[Counts], seed: int = SEED) -> Score:
    """Return micro F1 over units, with its interval."""
    low, high = interval(units, f1_of, seed)
    counts = total(units)
    return Score(
        name=name, measure="f1", value=counts.f1, low=low, high=high, counts=counts,
        units=len(units),
    )  # fmt: skip


def recall_score(name: str, units: Sequence[Counts], seed: int = SEED) -> Score:
    """Return micro recall over units, with its interval."""
    low, high = interval(units, recall_of, seed)
    counts = total(units)
    return Score(
        name=name, measure="recall", value=counts.recall, low=low, high=high, counts=counts,
        units=len(units),
    )  # fmt: skip


def row_score(
    name: str,
    measure: Measure,
    rows: NDArray[np.float64],
    statistic: Statistic,
    seed: int = SEED,
) -> Score:
    """Return a statistic of the summed rows of all units, with its interval.

    ``rows`` has shape (units, columns), ``statistic`` maps (draws, columns) to (draws,).
    """
    low, high = interval_of(rows, statistic, seed)
    value = float(statistic(rows.sum(axis=0, keepdims=True))[0]) if len(rows) else 0.0
    return Score(name=name, measure=measure, value=value, low=low, high=high, units=len(rows))


def mean_score(name: str, values: Sequence[float], measure: Measure, seed: int = SEED) -> Score:
    """Return the mean of one value a unit, with its interval."""
    rows = np.array([[value, 1.0] for value in values], dtype=np.float64).reshape(-1, 2)
    return row_score(name, measure, rows, mean_of, seed)


def accuracy_score(name: str, units: Sequence[Counts], seed: int = SEED) -> Score:
    """Return the share of the items that came out right, with its interval."""
    return replace(recall_score(name, units, seed), measure="accuracy")


def baseline_score(name: str, units: Sequence[Counts], seed: int = SEED) -> Score:
    """Return the recall that a simpler way would reach."""
    return replace(recall_score(name, units, seed), measure="baseline")


def count_score(name: str, number: int) -> Score:
    """Return a plain number of which fewer are better."""
    return Score(name=name, measure="count", value=float(number))


def table(outcome: Outcome) -> str:
    """Return the scores as a table for a terminal."""
    width = max([len(score.name) for score in outcome.scores] + [5])
    what = max([len(score.measure) for score in outcome.scores] + [8])
    lines = [f"{outcome.name} (corpus {outcome.corpus})"]
    lines.append(f"{'score':<{width}}  {'what':<{what}}  {'value':>6}  {'95 %':>13}  {'of':>11}")
    lines.extend(_row(score, width, what) for score in outcome.scores)
    return "\n".join([*lines, *outcome.notes])


def _row(score: Score, width: int, what: int) -> str:
    if score.measure == "count":
        return f"{score.name:<{width}}  {'count':<{what}}  {score.value:>6.0f}"
    basis = f"{score.counts.hits}/{score.counts.gold}" if score.counts.gold else ""
    low, high = score.low or 0.0, score.high or 0.0
    joint = " to " if low < 0 else "-"
    if score.measure in _UNSCALED:
        value, spread = f"{score.value:.3f}", f"{low:.3f}{joint}{high:.3f}"
    else:
        value, spread = f"{100 * score.value:.1f}", f"{100 * low:.1f}{joint}{100 * high:.1f}"
    if score.low is None:
        spread = ""
    row = f"{score.name:<{width}}  {score.measure:<{what}}  {value:>6}  {spread:>13}  {basis:>11}"
    return row.rstrip()
