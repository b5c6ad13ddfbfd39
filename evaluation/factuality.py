"""Event factuality on UW, MEANTIME and UDS-IH2: error, correlation and sign, set by set.

``python -m evaluation.factuality --split dev``. **error** is the mean absolute error on the scale
-3 to 3 (lower is better), **pearson** the correlation of predicted with gold values, both over
events as the literature gives them (Rudinger et al. 2018). **sign** is the share of events with
a gold value of at least 1 on either side whose predicted value is on the same side of 0.
"error, always 3" is what one gets who believes everything, and is hard to beat on MEANTIME.
Intervals resample sentences; sets are never pooled, since they were annotated by different rules.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from evaluation.corpora.factuality import SETS, Judged, sentences
from evaluation.harness.bootstrap import SEED
from evaluation.harness.classes import as_baseline
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts, mean_of
from evaluation.harness.scores import Misreading, Outcome, Score, accuracy_score, row_score
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Predictor

WRONG = 2.0
"""From which error on an event is listed among the misreadings."""

_CERTAIN = 3.0


class Answer(Struct, frozen=True, kw_only=True):
    """A sentence with the value that was predicted for each of its events."""

    sentence: Judged
    values: tuple[float, ...]


def measure(request: Request) -> Outcome:
    """Score the factuality that a reader gives to annotated events."""
    found, files = sentences(request.data, request.split)
    if request.limit is not None:
        found = [one for name in SETS for one in _of(found, name)[: request.limit]]
    answers = ask(found, predictor(request.reader))
    return score(answers, f"factuality {request.split} {request.reader}", files, request.seed)


def ask(found: Sequence[Judged], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each sentence.

    Raises:
        ValueError: when it does not give one value for each event.
    """
    answers = []
    for one in found:
        values = tuple(reader.factuality(one.text, one.events))
        if len(values) != len(one.values):
            raise ValueError(f"{len(values)} values for {len(one.values)} events: {one.text}")
        answers.append(Answer(sentence=one, values=values))
    return answers


def score(
    answers: Sequence[Answer], name: str, files: Sequence[Path] = (), seed: int = SEED
) -> Outcome:
    """Return the figures of every set that has answers."""
    scores: list[Score] = []
    for each in SETS:
        mine = [one for one in answers if one.sentence.set == each]
        if mine:
            scores.extend(_scores(each, mine, seed))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for one in answers for wrong in _misreadings(one)),
    )


def pearson_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Pearson's r for rows of (n, x, y, xx, yy, xy) sums; 0 where a side never varies."""
    n, x, y, xx, yy, xy = rows.T
    spread = np.sqrt(np.maximum(n * xx - x * x, 0) * np.maximum(n * yy - y * y, 0))
    shared = n * xy - x * y
    value = np.divide(shared, spread, out=np.zeros(len(rows)), where=spread > 1e-9)
    return np.asarray(value, dtype=np.float64)


def _scores(name: str, answers: Sequence[Answer], seed: int) -> list[Score]:
    always = [
        Answer(sentence=one.sentence, values=(_CERTAIN,) * len(one.values)) for one in answers
    ]
    moments = np.array([_moments(one) for one in answers])
    return [
        row_score(f"{name} error", "error", _errors(answers), mean_of, seed),
        as_baseline(row_score(f"{name} error, always 3", "error", _errors(always), mean_of, seed)),
        row_score(f"{name} pearson", "pearson", moments, pearson_of, seed),
        accuracy_score(f"{name} sign", [_signs(one) for one in answers], seed),
        as_baseline(
            accuracy_score(f"{name} sign, always 3", [_signs(one) for one in always], seed)
        ),
    ]


def _errors(answers: Sequence[Answer]) -> NDArray[np.float64]:
    return np.array(
        [
            [
                sum(abs(a - b) for a, b in zip(one.sentence.values, one.values, strict=True)),
                len(one.values),
            ]
            for one in answers
        ],
        dtype=np.float64,
    )


def _moments(answer: Answer) -> list[float]:
    x, y = np.array(answer.sentence.values), np.array(answer.values)
    return [float(len(x)), *(float(v.sum()) for v in (x, y, x * x, y * y, x * y))]


def _signs(answer: Answer) -> Counts:
    clear = [
        gold * mine > 0
        for gold, mine in zip(answer.sentence.values, answer.values, strict=True)
        if abs(gold) >= 1
    ]
    return Counts(sum(clear), len(clear), len(clear))


def _misreadings(answer: Answer) -> list[Misreading]:
    text = answer.sentence.text
    found = []
    triples = zip(answer.sentence.events, answer.sentence.values, answer.values, strict=True)
    for (start, end), gold, mine in triples:
        if abs(gold - mine) < WRONG:
            continue
        side = "too certain" if mine > gold else "not certain enough"
        found.append(
            Misreading(
                where=f"{answer.sentence.set}: {text[start:end]}",
                kind=f"{answer.sentence.set} {side}",
                expected=f"{gold:.1f}",
                got=f"{mine:.1f}",
                context=f"{text[:start]}[{text[start:end]}]{text[end:]}",
            )
        )
    return found


def _of(found: Sequence[Judged], name: str) -> list[Judged]:
    return [one for one in found if one.set == name]


if __name__ == "__main__":
    sys.exit(main(measure))
