"""Scores of probabilities over several answers, and of what a way gains on another."""

from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from evaluation.harness.metrics import Counts, mean_of
from evaluation.harness.scores import Measure, Score, mean_score, row_score

Floats = NDArray[np.float64]
BINS = 5
LEVELS = (0.8, 0.95)
_LEAST = 1e-9
"""A probability below this counts as this in the log score, so that no world decides alone."""


class Marked(Struct, frozen=True, kw_only=True):
    """What a way told of one world, marked: errors, its top probability and whether that is right.

    ``brier`` is the sum of squares over all answers (Brier 1950), from 0 to 2; ``nats`` the
    negative logarithm of the probability of the truth (Good 1952).
    """

    brier: float
    nats: float
    top: float
    right: bool


def mark(belief: Mapping[str, float], truth: str) -> Marked:
    """Return the marks of probabilities over answers, of which ``truth`` is the true one."""
    best = max(sorted(belief), key=lambda key: belief[key])
    return Marked(
        brier=sum((share - (key == truth)) ** 2 for key, share in belief.items()),
        nats=-log(max(belief[truth], _LEAST)),
        top=belief[best],
        right=best == truth,
    )


def marks_of(name: str, marks: Sequence[Marked], measure: Measure, seed: int) -> list[Score]:
    """Return Brier and log score, share right, calibration error and confident mistakes.

    ``measure`` is that of the errors: "baseline" where a simpler way is scored.
    """
    share: Measure = "accuracy" if measure == "error" else measure
    found = [
        mean_score(f"Brier, {name}", [one.brier for one in marks], measure, seed),
        mean_score(f"log, {name}", [one.nats for one in marks], measure, seed),
        mean_score(f"top, {name}", [float(one.right) for one in marks], share, seed),
        row_score(f"ECE, {name}", measure, binned(marks), calibration_error, seed),
    ]
    for level in LEVELS:
        sure = [one for one in marks if one.top > level]
        wrong = [float(one.top > level and not one.right) for one in marks]
        counts = Counts(hits=int(sum(wrong)), predicted=len(marks), gold=len(sure))
        score = mean_score(f"above {level:g} and wrong, {name}", wrong, measure, seed)
        found.append(replace(score, counts=counts))
    return found


def gains(
    name: str, ours: Sequence[Marked], theirs: Sequence[Marked], seed: int
) -> tuple[Score, Score]:
    """Return by how much our Brier and log scores are less than another way's, world by world."""
    pairs = list(zip(ours, theirs, strict=True))
    brier = [other.brier - own.brier for own, other in pairs]
    nats = [other.nats - own.nats for own, other in pairs]
    return (
        mean_score(f"Brier gain on {name}", brier, "gain", seed),
        mean_score(f"log gain on {name}", nats, "gain", seed),
    )


def binned(marks: Sequence[Marked]) -> Floats:
    """Return one row for each world: its top probability and its being right, by bin."""
    rows = np.zeros((len(marks), 2 * BINS))
    for row, one in zip(rows, marks, strict=True):
        column = min(int(one.top * BINS), BINS - 1)
        row[column], row[BINS + column] = one.top, float(one.right)
    return np.hstack([rows, np.ones((len(marks), 1))])


def calibration_error(sums: Floats) -> Floats:
    """Return the expected calibration error of the top answer over five bins of equal width.

    ``sums`` are (draws, 11): sums of probability and of right answers by bin, number of worlds
    (Naeini, Cooper & Hauskrecht 2015).
    """
    gaps: Floats = np.abs(sums[:, :BINS] - sums[:, BINS : 2 * BINS]).sum(axis=1)
    return gaps / np.maximum(sums[:, -1], 1)


def verdicts(
    name: str, named: Sequence[tuple[str | None, str]], measure: Measure, seed: int
) -> list[Score]:
    """Return in how many worlds a verdict names somebody, and how often that is right.

    ``named`` are (verdict or None, truth).
    """
    given = [[float(verdict is not None), float(verdict == truth), 1.0] for verdict, truth in named]
    rows = np.array(given, dtype=np.float64).reshape(-1, 3)
    held = int(rows[:, 0].sum())
    scores = []
    for title, pick, hits, of in (
        ("named", _named_of, held, len(rows)),
        ("named rightly", _right_of, int(rows[:, 1].sum()), held),
    ):
        score = row_score(f"{title}, {name}", measure, rows, pick, seed)
        scores.append(replace(score, counts=Counts(hits=hits, predicted=of, gold=of)))
    return scores


def _named_of(sums: Floats) -> Floats:
    return mean_of(sums[:, [0, 2]])


def _right_of(sums: Floats) -> Floats:
    return mean_of(sums[:, [1, 0]])
