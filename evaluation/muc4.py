"""MUC-4: the fillers of incidents by document (CEAF-REE) and by template (GTT's metric).

``python -m evaluation.muc4 --split dev``. Definitions stand in ``ceaf`` and ``templates.metric``:
three metrics of MUC-4 circulate, and their figures are never to be mixed. Readers get the raw text
in capitals; the published systems got GTT's lower-cased one (``--text lowered``). **relevant** is
the F1 of telling reports with an incident from those without, by whether any filler was predicted.
Splits: ``train`` is MUC's 1,300 development messages, ``dev`` is tst1 and tst2, ``test`` is tst3
(the literature tests on tst3 and tst4: ``--split tst3+tst4`` where both are there).

Six messages of the test sets were read by hand while the rules were written
(``corpora.muc4.SEEN``); where a split has some of them, the micro figures are given without
them too ("less those seen").
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from evaluation.corpora.muc4 import SEEN, Report, reports
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts, total
from evaluation.harness.scores import Misreading, Outcome, Score, f1_score, row_score
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import (
    MUC_ROLES,
    Fillers,
    Predictor,
    ReaderAbsentError,
    Template,
)
from evaluation.templates import ceaf
from evaluation.templates.metric import KEYS, Tally, f1_of_tallies, tallies

_CONTEXT = 60
_TEXT = Option(
    name="text", metavar="FORM", help='"raw" (in capitals, the default) or "lowered", as GTT has it'
)


class Answer(Struct, frozen=True, kw_only=True):
    """What a reader said of one report; no templates when it gives none."""

    report: Report
    fillers: Fillers
    templates: Sequence[Template] | None = None


def measure(request: Request) -> Outcome:
    """Score a reader's incident fillers on a split of MUC-4."""
    found, files = reports(request.data, request.split)
    form = request.options.get(_TEXT.name, "raw")
    answers = ask(found[: request.limit], predictor(request.reader), form == "lowered")
    name = f"muc4 {request.split} {request.reader}, {form} text"
    return score(answers, name, files, request.seed)


def ask(found: Sequence[Report], reader: Predictor, lowered: bool = False) -> list[Answer]:
    """Return what a reader says of each report, given raw or as GTT's file has it."""
    answers = []
    for report in found:
        text = report.lowered if lowered else report.text
        templates: Sequence[Template] | None
        try:
            templates = reader.templates(text)
        except ReaderAbsentError:
            templates = None
        fillers = reader.fillers(text)
        answers.append(Answer(report=report, fillers=fillers, templates=templates))
    return answers


def score(
    answers: Sequence[Answer], name: str, files: Sequence[Path] = (), seed: int = SEED
) -> Outcome:
    """Return every figure of the answers, and what was wrong in them."""
    scores = [*_document_scores(answers, seed), *_template_scores(answers, seed)]
    unseen = [one for one in answers if one.report.id not in SEEN]
    if len(unseen) < len(answers):
        scores.extend(_less_seen(unseen, seed))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for one in answers for wrong in misreadings(one)),
    )


def misreadings(answer: Answer) -> list[Misreading]:
    """Return the missed and the spurious fillers of one report by CEAF-REE strict."""
    gold = ceaf.merged(answer.report.templates)
    found = []
    for role in MUC_ROLES:
        mine = list(answer.fillers.get(role, ()))
        pairs = ceaf.pairs("strict", gold[role], mine)
        met, used = {here for here, _ in pairs}, {there for _, there in pairs}
        for here, entity in enumerate(gold[role]):
            if here not in met:
                expected = " / ".join(entity)
                found.append(_misreading(answer, f"{role} missed", expected, "", entity[0]))
        for there, mention in enumerate(mine):
            if there not in used:
                kind = f"{role} {_why(answer, gold, role, mention)}"
                found.append(_misreading(answer, kind, "", mention, mention))
    return found


def _document_scores(answers: Sequence[Answer], seed: int) -> list[Score]:
    scores = []
    for metric in ceaf.METRICS:
        units = _ceaf_units(answers, metric)
        micro = [total(unit.values()) for unit in units]
        scores.append(f1_score(f"ceaf {metric} micro", micro, seed))
        scores += [
            f1_score(f"ceaf {metric} {role}", [unit[role] for unit in units], seed)
            for role in MUC_ROLES
        ]
    relevant = [_relevance(one) for one in answers]
    return [*scores, f1_score("relevant", relevant, seed)]


def _template_scores(answers: Sequence[Answer], seed: int) -> list[Score]:
    if any(one.templates is None for one in answers):
        return []
    units = _template_units(answers)
    whole = [sum(unit.values(), Tally()) for unit in units]
    scores = [_tally_score("templates micro", whole, seed)]
    scores += [
        _tally_score(f"templates {key}", [unit[key] for unit in units], seed) for key in KEYS
    ]
    return scores


def _less_seen(answers: Sequence[Answer], seed: int) -> list[Score]:
    note = "less those seen"
    scores = [
        f1_score(
            f"ceaf {metric} micro, {note}",
            [total(unit.values()) for unit in _ceaf_units(answers, metric)],
            seed,
        )
        for metric in ceaf.METRICS
    ]
    if all(one.templates is not None for one in answers):
        whole = [sum(unit.values(), Tally()) for unit in _template_units(answers)]
        scores.append(_tally_score(f"templates micro, {note}", whole, seed))
    return scores


def _ceaf_units(answers: Sequence[Answer], metric: str) -> list[dict[str, Counts]]:
    return [ceaf.counts(metric, ceaf.merged(one.report.templates), one.fillers) for one in answers]


def _template_units(answers: Sequence[Answer]) -> list[dict[str, Tally]]:
    return [tallies(one.report.templates, one.templates or ()) for one in answers]


def _tally_score(name: str, units: Sequence[Tally], seed: int) -> Score:
    rows = np.array(
        [[one.right, one.predicted, one.found, one.gold] for one in units], dtype=np.float64
    ).reshape(len(units), 4)
    whole = sum(units, Tally())
    scored = row_score(name, "f1", rows, f1_of_tallies, seed)
    return Score(
        name=name, measure="f1", value=scored.value, low=scored.low, high=scored.high,
        counts=Counts(whole.found, whole.predicted, whole.gold), units=len(units),
    )  # fmt: skip


def _relevance(answer: Answer) -> Counts:
    said = any(answer.fillers.get(role) for role in MUC_ROLES)
    gold = answer.report.relevant
    return Counts(int(said and gold), int(said), int(gold))


def _why(
    answer: Answer, gold: Mapping[str, Sequence[Sequence[str]]], role: str, mention: str
) -> str:
    if not answer.report.relevant:
        return "spurious in an irrelevant report"
    if any(ceaf.strict(entity, mention) for entity in gold[role]):
        return "predicted twice"
    if any(ceaf.by_head(entity, mention) for entity in gold[role]):
        return "with other borders"
    for other in MUC_ROLES:
        if any(ceaf.strict(entity, mention) for entity in gold[other]):
            return f"is a {other}"
    return "spurious"


def _misreading(answer: Answer, kind: str, expected: str, got: str, words: str) -> Misreading:
    text = " ".join(answer.report.text.split())
    at = text.lower().find(" ".join(words.lower().split()))
    near = text[max(0, at - _CONTEXT) : at + len(words) + _CONTEXT] if at >= 0 else ""
    return Misreading(where=answer.report.id, kind=kind, expected=expected, got=got, context=near)


if __name__ == "__main__":
    sys.exit(main(measure, own=(_TEXT,)))
