"""Who did it, in made worlds: ours beside simpler ways, with and without planted accusations.

``python -m evaluation.worlds [--limit WORLDS] [--draws N] [--pictures DIR]``. Eight cells: every
source honest or a fifth of them planting, the culprit always named by somebody or by nobody in 35 %
of the worlds, sources that know it often or seldom (``made_worlds.making``). Nine outlets print a
statement on average: some are printed by the first hand alone, some by over thirty. All ways see
the same worlds:

- **ours**: ``whence.weigh`` by origin, with its reserve for somebody not named; nothing in it was
  set by these worlds.
- **copies as independent**: the same with every printed copy as a first hand of its own that
  counts in full. *discounted*: the same where hands of one sort repeat each other, n counting as
  n / (1 + (n - 1) rho), with the rho that serves 400 other worlds best.
- **naive Bayes over copies**: our priors and strengths of statements, multiplied over all printed
  copies without dependence or bounds.
- **closed list**: ours with the reserve set to a thousandth.
- **ACH inconsistency**: articles inconsistent with each hypothesis, origin-blind; a softmax makes
  probabilities of the count. *reserve*: with a constant share for somebody not named.
- **majority of articles**: the share of articles that accuse each party, one added; *reserve*:
  smoothing, power and a constant reserve tuned. **majority of first hands**: the same by origin.
- **prior only**: ours before any evidence.

What is tuned is tuned to the best log score on 2,000 other worlds, all cells together; what is
*told the cell* is tuned on 250 of the same cell and so knows how often a culprit is not named.
*Brier* is the sum of squares over all answers (0 to 2), *log* nats; *top* how often the likeliest
answer, somebody not named included, is the true one; *ECE* of the likeliest answer, 5 bins;
*above .8 and wrong* a share of all worlds, with the confident ones behind it; *named* verdicts.
A *gain* is how much less our error is than another way's, world by world: its 95 % interval
(bootstrap over worlds) above 0 means that ours is better.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from evaluation.harness.command import Option, Request, main
from evaluation.harness.scores import Measure, Misreading, Outcome, Score
from evaluation.made_worlds.making import CELLS, SEED, Cell, World, outlets, worlds
from evaluation.made_worlds.methods import (
    CLOSED,
    COPIES,
    DISCOUNTED,
    OURS,
    SMOOTHED,
    Judgement,
    Tuned,
    best_rho,
    tuned,
    tuned_by_hand,
    weighed,
)
from evaluation.made_worlds.pictures import draw
from evaluation.made_worlds.scores import Marked, gains, mark, marks_of, verdicts

WORLDS, DRAWS = 1000, 200
_TRAINING = 250
_TRIED = 50
"""Worlds a cell on which the discount of copies is chosen: each costs six weighings."""
_APART = SEED + 1
"""Seed of the worlds on which the simple ways are tuned."""
_TOLD = "majority of first hands, told the cell"
_OWN = (
    Option(name="draws", metavar="N", help=f"draws of the engine (default: {DRAWS})"),
    Option(name="pictures", metavar="DIR", help="draw the figures into this folder"),
)


def measure(request: Request) -> Outcome:
    """Score what each way tells of who did it in made worlds, by cell."""
    count = request.limit or WORLDS
    draws = int(request.options.get("draws", DRAWS))
    training = {cell.name: worlds(cell, _TRAINING, _APART) for cell in CELLS}
    mixed = tuned([world for each in training.values() for world in each])
    scores: list[Score] = []
    misreadings: list[Misreading] = []
    notes = [f"{way.name}: numbers {way.numbers}, reserve {way.reserve}" for way in mixed]
    tried = [world for each in training.values() for world in each[: min(count, _TRIED)]]
    rho = best_rho(tried, draws)
    notes.append(f"{DISCOUNTED}: rho {rho}")
    for cell in CELLS:
        made = worlds(cell, count)
        ways = [SMOOTHED, *mixed, tuned_by_hand(_TOLD, training[cell.name])]
        judged = [{**weighed(world, draws, rho), **_simple(world, ways)} for world in made]
        scores += _scored(cell, made, judged, request.seed)
        misreadings += wrong(cell, made, judged)
        notes.append(f"{cell.name}: {outlets(made):.1f} outlets print a statement")
    outcome = Outcome(
        name="worlds",
        corpus=f"seed {SEED}, {count} worlds a cell, {draws} draws",
        scores=tuple(scores),
        misreadings=tuple(misreadings),
        notes=tuple(notes),
    )
    if "pictures" in request.options:
        draw(outcome, Path(request.options["pictures"]))
    return outcome


def _simple(world: World, ways: Sequence[Tuned]) -> dict[str, Judgement]:
    return {way.name: Judgement(belief=way.tell(world)) for way in ways}


def _scored(
    cell: Cell,
    made: Sequence[World],
    judged: Sequence[Mapping[str, Judgement]],
    seed: int,
) -> list[Score]:
    """Return all scores of one cell, its name before theirs."""
    marks: dict[str, list[Marked]] = {
        name: [mark(one[name].belief, world.truth) for one, world in zip(judged, made, strict=True)]
        for name in judged[0]
    }
    scores: list[Score] = []
    for name, own in marks.items():
        kind: Measure = "error" if name == OURS else "baseline"
        scores += marks_of(name, own, kind, seed)
    for name in (OURS, COPIES, CLOSED):
        named = [(one[name].verdict, world.truth) for one, world in zip(judged, made, strict=True)]
        scores += verdicts(name, named, "accuracy" if name == OURS else "baseline", seed)
    for name, theirs in marks.items():
        if name != OURS:
            scores += gains(name, marks[OURS], theirs, seed)
    return [replace(score, name=f"{cell.name}: {score.name}") for score in scores]


def wrong(
    cell: Cell, made: Sequence[World], judged: Sequence[Mapping[str, Judgement]]
) -> list[Misreading]:
    """Return the worlds in which our verdict names somebody who did not do it."""
    return [
        Misreading(
            where=f"{cell.name}, world {number}",
            kind="wrong verdict",
            expected=world.truth,
            got=str(verdict),
            context="; ".join(
                f"{one.source}: {'' if one.towards else 'not '}p{one.party} ({one.sort.standing}, "
                f"{one.sort.stake})"
                for one in world.said
            ),
        )
        for number, (world, one) in enumerate(zip(made, judged, strict=True))
        if (verdict := one[OURS].verdict) not in (None, world.truth)
    ]


if __name__ == "__main__":
    sys.exit(main(measure, own=_OWN, needs_data=False))
