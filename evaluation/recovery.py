"""Does the weighing say what its own assumptions imply? Simulation-based calibration.

``python -m evaluation.recovery [--limit CASES] [--draws N] [--pictures DIR]``. The weighing is a
cut model (Plummer 2015): what a source may be worth is drawn from its prior and not learned from
the case, since only those who speak are seen. It asserts p(theta) p(words) p(H | words, theta).

- **Trials**: a random case, a theta drawn afresh from its prior, and the probability of two
  answers given both, all by a calculation written apart in plain loops (``recovering.model``). That
  probability must lie anywhere among the engine's draws alike often (Cook, Gelman & Rubin 2006;
  Talts et al. 2018): ranks among 199 draws in 20 bins, chi-square with its p. *covered*: how often
  the 5-95 % interval holds it. *leader*: the engine's likeliest executor; *any answer*: one drawn
  from both questions; *odds*: log-odds of the likeliest named party against no hostile actor, into
  which the reserve does not enter; *reserve*: the prior share of somebody not named.
- The culprit is then drawn from the true probabilities: *leader is the culprit* against what the
  engine gives the leader, in standard deviations, with the calibration error (5 bins); the same
  for somebody not named.
- **Spoken** (no floor): theta and culprit come first and decide who speaks; only those who do
  reach the case. The weighing leaves this out on purpose, and these figures show what that costs.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.harness.command import Option, Request, main
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Outcome,
    Score,
    accuracy_score,
    baseline_score,
    mean_score,
    row_score,
)
from evaluation.made_worlds.scores import Marked, binned, calibration_error
from evaluation.recovering.pictures import draw
from evaluation.recovering.ranks import evenness, excess, histogram
from evaluation.recovering.trials import Fit, Spoken, Trial, spoken, trial

CASES, DRAWS = 2000, 4000
_COVERED = 0.9
_OWN = (
    Option(name="draws", metavar="N", help=f"draws of the engine (default: {DRAWS})"),
    Option(name="pictures", metavar="DIR", help="draw the figures into this folder"),
)


def measure(request: Request) -> Outcome:
    """Compare the engine's draws with true values drawn apart, over random cases."""
    count, draws = request.limit or CASES, int(request.options.get("draws", DRAWS))
    trials = [trial(seed, draws) for seed in range(count)]
    heard = [spoken(seed, draws) for seed in range(count)]
    fits = {
        "leader": [one.leader for one in trials],
        "any answer": [one.other for one in trials],
        "odds": [one.odds for one in trials if one.odds is not None],
        "reserve": [one.reserve for one in trials],
    }
    scores = [score for name, own in fits.items() for score in _fitted(name, own, request.seed)]
    notes = [_ranked(name, own) for name, own in fits.items()]
    if "pictures" in request.options:
        ranks = {name: [one.rank for one in own] for name, own in fits.items()}
        draw(ranks, [one.leader.rank for one in heard], Path(request.options["pictures"]))
    return Outcome(
        name="recovery",
        corpus=f"{count} cases, {draws} draws",
        scores=(*scores, *_struck(trials, request.seed), *_heard(heard, request.seed)),
        notes=tuple(notes),
    )


def _ranked(name: str, fits: Sequence[Fit]) -> str:
    counts = histogram([one.rank for one in fits])
    chi, chance = evenness(counts)
    return f"ranks, {name}: {counts}; chi-square {chi:.1f} of 19, p {chance:.3f}"


def _fitted(name: str, fits: Sequence[Fit], seed: int) -> list[Score]:
    covered = sum(one.covered for one in fits) / len(fits)
    chi, _ = evenness(histogram([one.rank for one in fits]))
    return [
        _covered(f"covered, {name}", fits, seed),
        _error(f"covered, {name}, off 90 %", abs(covered - _COVERED), len(fits)),
        _error(f"ranks, {name}, chi-square of 19", chi, len(fits)),
    ]


def _covered(name: str, fits: Sequence[Fit], seed: int) -> Score:
    return accuracy_score(name, [Counts(int(one.covered), 1, 1) for one in fits], seed)


def _error(name: str, value: float, units: int) -> Score:
    return Score(name=name, measure="error", value=value, units=units)


def _struck(trials: Sequence[Trial], seed: int) -> list[Score]:
    """Return how far the culprit falls on the leader, and on nobody named, as often as told."""
    leaders = [one.leader.mean for one in trials]
    marks = [Marked(brier=0.0, nats=0.0, top=one.leader.mean, right=one.hit) for one in trials]
    led = excess([one.hit for one in trials], leaders)
    unnamed = excess([one.unnamed for one in trials], [one.reserve_mean for one in trials])
    return [
        _error("leader is the culprit, sd off", abs(led), len(trials)),
        row_score("leader is the culprit, ECE", "error", binned(marks), calibration_error, seed),
        _error("somebody not named, sd off", abs(unnamed), len(trials)),
    ]


def _heard(heard: Sequence[Spoken], seed: int) -> list[Score]:
    covered = [Counts(int(one.leader.covered), 1, 1) for one in heard]
    hits = [Counts(int(one.hit), 1, 1) for one in heard]
    unnamed = [Counts(int(one.unnamed), 1, 1) for one in heard]
    return [
        baseline_score("spoken: covered, leader", covered, seed),
        mean_score(
            "spoken: shift of the leader",
            [one.leader.value - one.leader.mean for one in heard],
            "baseline",
            seed,
        ),
        baseline_score("spoken: leader is the culprit", hits, seed),
        mean_score(
            "spoken: told of the leader", [one.leader.mean for one in heard], "baseline", seed
        ),
        baseline_score("spoken: somebody not named", unnamed, seed),
        mean_score("spoken: told of him", [one.reserve_mean for one in heard], "baseline", seed),
    ]


if __name__ == "__main__":
    sys.exit(main(measure, own=_OWN, needs_data=False))
