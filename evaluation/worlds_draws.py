"""What few draws cost: made worlds weighed with 200 draws and with 4,000.

``python -m evaluation.worlds_draws [--limit WORLDS]``, so many worlds a cell (default 25, which
makes 200). *apart*: by how much a probability differs, mean and greatest over worlds of the
greatest over answers; *verdicts apart*: worlds whose verdict is another one.
"""

import sys

from msgspec.structs import replace

from evaluation.harness.command import Request, main
from evaluation.harness.scores import Outcome, Score, count_score, mean_score
from evaluation.made_worlds.making import CELLS, SEED, worlds
from evaluation.made_worlds.methods import Judgement, by_origin
from evaluation.made_worlds.scores import mark

FEW, MANY = 200, 4000
_WORLDS = 25


def measure(request: Request) -> Outcome:
    """Compare our probabilities, errors and verdicts by few and by many draws."""
    count = request.limit or _WORLDS
    made = [world for cell in CELLS for world in worlds(cell, count)]
    told = {draws: [by_origin(world, draws) for world in made] for draws in (FEW, MANY)}
    pairs = list(zip(told[FEW], told[MANY], strict=True))
    gaps = [_apart(*pair) for pair in pairs]
    greatest = Score(name="apart, greatest", measure="error", value=max(gaps), units=len(gaps))
    scores = [mean_score("apart, mean", gaps, "error", request.seed), greatest]
    for draws, judged in told.items():
        marks = [mark(one.belief, world.truth) for one, world in zip(judged, made, strict=True)]
        for what, values in (
            ("Brier", [one.brier for one in marks]),
            ("log", [one.nats for one in marks]),
        ):
            scores.append(mean_score(f"{what}, {draws} draws", values, "error", request.seed))
    other = sum(few.verdict != many.verdict for few, many in pairs)
    return Outcome(
        name="worlds draws",
        corpus=f"seed {SEED}, {len(made)} worlds",
        scores=(*scores, replace(count_score("verdicts apart", other), units=len(made))),
    )


def _apart(few: Judgement, many: Judgement) -> float:
    return max(abs(share - many.belief[key]) for key, share in few.belief.items())


if __name__ == "__main__":
    sys.exit(main(measure, needs_data=False))
