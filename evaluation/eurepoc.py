"""Do the probabilities hold? Two tasks on EuRepoC's record of cyber incidents.

``python -m evaluation.eurepoc --data DIR --split train|dev|test [--pictures FOLDER]``. *initiator*
asks for the country behind an incident by what was seen, *last word* whether one more hand says the
same as those before, weighed by ``whence.weigh.weigh``: *country*, *country, shipped priors*
and *name*. Every definition stands in decision 0012; truth is the record's word. Parts are years
of the start: train to 2015, dev 2016-2018, test 2019-2023.
"""

import sys

import numpy as np

from evaluation.corpora import eurepoc
from evaluation.corpora.eurepoc import Cyber
from evaluation.cpost import PICTURES
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.scores import Outcome, Score
from evaluation.records.curves import draw
from evaluation.records.eurepoc_facts import cases
from evaluation.records.eurepoc_words import Sought, case_of, tasks, weighed
from evaluation.records.forecasts import BASELINES, OURS, Dial, Floats, forecasts
from evaluation.records.scores import Scored, notes, scores
from evaluation.records.tally import Knobs

KNOBS = Knobs(half_life=24.0, memory=48.0, reserve=2.0, width=40.0)
DIAL = Dial(rho=0.3, sd=0.3, draws=200)
"""Chosen on train and dev for *initiator*; *last word* takes the engine as it ships."""


def measure(request: Request) -> Outcome:
    """Score who was behind cyber incidents, by the record's word, on one part of the years."""
    paths = eurepoc.files(request.data)
    incidents = eurepoc.read(*paths)
    given, left = cases(incidents, request.split, KNOBS)
    given = given[: request.limit]
    parts = [
        Scored.of("initiator", given, forecasts(given, DIAL)),
        _words("last word, country", incidents, request, "country", True),
        _words("last word, country, shipped priors", incidents, request, "country", False),
        _words("last word, name", incidents, request, "initiator", True),
    ]
    found: list[Score] = []
    lines: list[str] = []
    for scored in parts:
        found += scores(scored, request.seed)
        lines += notes(scored, request.seed)
    lines.append("initiator, left out: " + ", ".join(f"{n} {why}" for why, n in left.items()))
    if "pictures" in request.options:
        draw(parts[0], request.options["pictures"], f"eurepoc-initiator-{request.split}")
    return Outcome(
        name=f"eurepoc {request.split}",
        corpus=fingerprint(paths),
        scores=tuple(found),
        notes=tuple(lines),
    )


def _words(
    name: str, incidents: list[Cyber], request: Request, sought: Sought, base_rates: bool
) -> Scored:
    chosen = tasks(incidents, request.split, KNOBS, sought)[: request.limit]
    others = [case_of(task) for task in chosen]
    width = max(len(case.names) for case in others)
    ways: dict[str, Floats] = {OURS: _table([weighed(task, base_rates) for task in chosen], width)}
    for way, forecast in BASELINES.items():
        ways[way] = _table([forecast(case) for case in others], width)
    return Scored.of(name, others, ways)


def _table(rows: list[Floats], width: int) -> Floats:
    table = np.zeros((len(rows), width))
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


if __name__ == "__main__":
    sys.exit(main(measure, own=(PICTURES,)))
