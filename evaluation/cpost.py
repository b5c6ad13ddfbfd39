"""Do the probabilities hold? Claims and suspicions in CPOST's record of suicide attacks.

``python -m evaluation.cpost --data DIR --split train|dev|test [--pictures FOLDER]``. The task and
every definition stand in decision 0012; truth is the record's word. Variant B (status shown) is the
headline. Parts are years: train 2003-2012, dev 2013-2015, test 2016-2019.
"""

import sys

from evaluation.corpora import cpost
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.scores import Outcome, Score
from evaluation.records.cpost import HIDDEN, SHOWN, cases
from evaluation.records.curves import draw
from evaluation.records.forecasts import Dial, forecasts
from evaluation.records.scores import Scored, notes, scores
from evaluation.records.tally import Knobs

KNOBS = Knobs(half_life=2.0, memory=24.0, names=0.01, reserve=10.0, width=40.0)
DIAL = Dial(rho=0.2, sd=0.3, draws=200)
"""Chosen on train and dev, both variants together; memory and width hardly matter."""
PICTURES = Option(name="pictures", metavar="FOLDER", help="draw the curves into this folder")
_SHORT = {SHOWN: "B", HIDDEN: "A"}


def measure(request: Request) -> Outcome:
    """Score who carried suicide attacks out, by the record's word, on one part of the years."""
    path = cpost.file(request.data)
    attacks = cpost.read(path)
    found: list[Score] = []
    lines: list[str] = []
    for variant in (SHOWN, HIDDEN):
        given, left = cases(attacks, variant, request.split, KNOBS)
        given = given[: request.limit]
        scored = Scored.of(_SHORT[variant], given, forecasts(given, DIAL))
        found += scores(scored, request.seed)
        lines += notes(scored, request.seed)
        lines.append("left out: " + ", ".join(f"{count} {why}" for why, count in left.items()))
        if "pictures" in request.options:
            draw(scored, request.options["pictures"], f"cpost-{_SHORT[variant]}-{request.split}")
    return Outcome(
        name=f"cpost {request.split}",
        corpus=fingerprint([path]),
        scores=tuple(found),
        notes=tuple(lines),
    )


if __name__ == "__main__":
    sys.exit(main(measure, own=(PICTURES,)))
