"""Loaded language on BABE: which sentences are loaded, and which of their words.

``python -m evaluation.loaded --split test``. **sentence macro** is the mean of the F1 of loaded and
of plain sentences; BABE's authors report 0.804 for their best model, by cross-validation on all of
SG2, which is not the fixed fifth used here. **word** is the F1 of single loaded words over all
sentences: the tokens in the marked ranges, gold against predicted, so that a phrase marked in
part is right in part. Splits are those of ``corpora.babe``: "test" and "dev" are a fixed fifth
each. Intervals resample sentences.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.corpora.babe import Judged, sentences
from evaluation.harness.bootstrap import SEED
from evaluation.harness.classes import Pair, report
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, f1_score
from evaluation.passages import Range
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Predictor, Tone

_WORD = re.compile(r"\w+")
_LABELS = {True: "loaded", False: "plain"}


class Answer(Struct, frozen=True, kw_only=True):
    """A sentence with its predicted tone."""

    sentence: Judged
    tone: Tone


def measure(request: Request) -> Outcome:
    """Score a reader's judgement of tone on a split of BABE."""
    found, files = sentences(request.data, request.split)
    answers = ask(found[: request.limit], predictor(request.reader))
    return score(answers, f"loaded {request.split} {request.reader}", files, request.seed)


def ask(found: Sequence[Judged], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each sentence."""
    return [Answer(sentence=one, tone=reader.tone(one.text)) for one in found]


def score(
    answers: Sequence[Answer], name: str, files: Sequence[Path] = (), seed: int = SEED
) -> Outcome:
    """Return the figures of sentences and of words."""
    words = []
    for one in answers:
        gold = tokens(one.sentence.text, one.sentence.words)
        mine = tokens(one.sentence.text, one.tone.words)
        words.append(Counts(len(gold & mine), len(mine), len(gold)))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=(
            *report("sentence", [[_pair(one)] for one in answers], seed),
            f1_score("word", words, seed),
        ),
        misreadings=tuple(wrong for one in answers for wrong in _misreadings(one)),
    )


def tokens(text: str, ranges: Sequence[Range]) -> frozenset[int]:
    """Return where the words start that any of the ranges touches."""
    return frozenset(
        one.start()
        for one in _WORD.finditer(text)
        if any(one.start() < end and start < one.end() for start, end in ranges)
    )


def _pair(answer: Answer) -> Pair:
    return _LABELS[answer.sentence.loaded], _LABELS[answer.tone.loaded]


def _misreadings(answer: Answer) -> list[Misreading]:
    gold, mine = _pair(answer)
    text = answer.sentence.text
    expected = f"{gold}: " + ", ".join(text[slice(*one)] for one in answer.sentence.words)
    got = f"{mine}: " + ", ".join(text[slice(*one)] for one in answer.tone.words)
    if gold != mine:
        kind = "loaded sentence missed" if gold == "loaded" else "plain sentence taken for loaded"
    elif tokens(text, answer.sentence.words) != tokens(text, answer.tone.words):
        kind = "other words"
    else:
        return []
    where = answer.sentence.outlet or "?"
    return [Misreading(where=where, kind=kind, expected=expected, got=got, context=text)]


if __name__ == "__main__":
    sys.exit(main(measure))
