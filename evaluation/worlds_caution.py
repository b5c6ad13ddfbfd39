"""Where ours is too cautious or too bold in made worlds: what sharpening would serve it best.

``python -m evaluation.worlds_caution [--limit WORLDS]``, so many worlds a cell (default 200, made
apart from those of ``evaluation.worlds``). The shares of the named parties, taken by themselves,
are raised to a power; the odds of somebody not named are multiplied by a factor. *power* and
*factor* serve a cell's worlds best (log score, looked for on a grid): 1 where ours is as sure as it
should be, a power above 1 where it should be surer of whom the evidence favours, a factor below 1
where the reserve is too large. They are fitted to the very worlds that they are told of: they say
in which direction the weighing errs, and are no setting.
"""

import sys
from collections.abc import Sequence
from itertools import product

import numpy as np
from msgspec.structs import replace

from evaluation.harness.command import Request, main
from evaluation.harness.scores import Measure, Outcome, Score, mean_score
from evaluation.made_worlds.making import CELLS, SEED, UNNAMED, worlds
from evaluation.made_worlds.methods import Belief, by_origin
from evaluation.made_worlds.scores import mark

_WORLDS, _DRAWS = 200, 200
_APART = SEED + 2
_POWERS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_FACTORS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.6, 2.5)
Told = Sequence[tuple[Belief, str]]
"""Probabilities of each world and who did it."""


def measure(request: Request) -> Outcome:
    """Find for each cell which power and which factor would have served ours best."""
    count = request.limit or _WORLDS
    scores: list[Score] = []
    for cell in CELLS:
        made = worlds(cell, count, _APART)
        told = [(by_origin(world, _DRAWS).belief, world.truth) for world in made]
        scores += [
            replace(score, name=f"{cell.name}: {score.name}")
            for score in _diagnosed(told, request.seed)
        ]
    return Outcome(
        name="worlds caution",
        corpus=f"seed {_APART}, {count} worlds a cell",
        scores=tuple(scores),
    )


def _diagnosed(told: Told, seed: int) -> list[Score]:
    power, factor = min(
        product(_POWERS, _FACTORS), key=lambda one: float(np.mean(nats(told, *one)))
    )
    error: Measure = "error"
    return [
        mean_score("log", nats(told, 1.0, 1.0), error, seed),
        mean_score("log, sharpened", nats(told, power, factor), error, seed),
        Score(name="power", measure=error, value=power, units=len(told)),
        Score(name="factor", measure=error, value=factor, units=len(told)),
        mean_score("told of nobody named", [belief[UNNAMED] for belief, _ in told], error, seed),
        mean_score("nobody named", [float(truth == UNNAMED) for _, truth in told], error, seed),
    ]


def nats(told: Told, power: float, factor: float) -> list[float]:
    """Return the log score of each world when ours is sharpened so."""
    return [mark(sharpened(belief, power, factor), truth).nats for belief, truth in told]


def sharpened(belief: Belief, power: float, factor: float) -> dict[str, float]:
    """Return the belief with the named to a power among themselves, the unnamed's odds scaled."""
    odds = factor * belief[UNNAMED] / (1 - belief[UNNAMED])
    unnamed = odds / (1 + odds)
    raised = {key: share**power for key, share in belief.items() if key != UNNAMED}
    total = sum(raised.values())
    return {**{key: share / total * (1 - unnamed) for key, share in raised.items()},
            UNNAMED: unnamed}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(measure, needs_data=False))
