"""Which of several told values is true, by the vote, by published methods and by ours.

``python -m evaluation.truth``. Two tables of claims (item, source, value):

- **population** (``corpora.population``): inhabitants of cities by editors of Wikipedia. An answer
  is right when it is exactly the number of the census. *conflicts* are items with a known truth
  for which different values are told, *all* are all items with a known truth that anybody tells
  of. *relative error* is the mean of the relative gap, of at most 1 each, over *conflicts*.
- **planted** (``true_values.planted``): a made table in which five sources copy a bad one, ten
  draws.

No method sees a truth: every method reads the whole table of claims and is scored on the items of
the split. ``dev`` and ``held`` are halves by a fixed hash of the item; constants are those of the
papers, and ours the defaults of ``whence.fuse.truth.table.Learning``: elicited, but for ``own``, of
which three values were compared on dev. While the model was built its figures on all items were
seen, so that ``held`` is no unseen test.

The vote, TruthFinder, CRH (for categories, and for numbers) and AccuVote (accuracies, no copying)
are baselines; *ours* learns accuracies and copying; *ours, no copying* shows what copying adds.
*Brier* is the mean squared gap between the probability of the answer and its being right; the
share of the vote is its baseline.
"""

import sys
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from evaluation.corpora import population
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Misreading,
    Outcome,
    Score,
    accuracy_score,
    baseline_score,
    mean_score,
)
from evaluation.true_values.methods import (
    Claims,
    Weights,
    accu_vote,
    crh,
    crh_median,
    truth_finder,
    vote,
    winner,
)
from evaluation.true_values.planted import planted
from whence.fuse.truth.table import Learning, Told, learn

_FOLDER = "data/truth_discovery/population"
_DRAWS = 10
Method = Callable[[Claims], Weights]
_BASELINES: dict[str, Method] = {
    "vote": vote,
    "TruthFinder": truth_finder,
    "CRH": crh,
    "CRH median": crh_median,
    "AccuVote": accu_vote,
}
OURS = "ours"
_ALONE = "ours, no copying"
Answers = dict[str, Weights]
"""By method, the weight of every value of every item."""


def measure(request: Request) -> Outcome:
    """Score what each method takes for true on Population and on planted copiers."""
    table = population.read(request.data / _FOLDER)
    answers = answered(table.told)
    parts = [request.split] if request.split in population.PARTS else list(population.PARTS)
    known = {item: true for item, true in table.truths.items() if population.part(item) in parts}
    kept = sorted(known)[: request.limit]
    split = {item for item in kept if len(answers["vote"][item]) > 1}
    truths = {item: known[item] for item in kept}
    contested = {item: true for item, true in truths.items() if item in split}
    return Outcome(
        name=f"truth {request.split}",
        corpus=fingerprint(table.files),
        scores=(
            *_accuracies("conflicts", answers, contested, request.seed),
            *_accuracies("all", answers, truths, request.seed),
            *_errors(answers, contested, request.seed),
            *_brier(answers, contested, request.seed),
            *_planted(request.seed),
        ),
        misreadings=_wrong(answers[OURS], contested),
    )


def answered(told: Sequence[Told]) -> Answers:
    """Return what every method makes of a table of claims."""
    claims = Claims(told)
    found: Answers = {name: method(claims) for name, method in _BASELINES.items()}
    for name, how in ((_ALONE, Learning(copying=None)), (OURS, Learning())):
        table = learn(told, how)
        found[name] = {
            item: dict(zip(table.values[item], one.exact, strict=True))
            for item, one in table.truth.items()
        }
    return found


def _accuracies(of: str, answers: Answers, truths: Mapping[str, str], seed: int) -> list[Score]:
    return [
        _scorer(name)(f"{of}, {name}", _counts(weights, truths), seed)
        for name, weights in answers.items()
    ]


def _scorer(name: str) -> Callable[[str, Sequence[Counts], int], Score]:
    return accuracy_score if name == OURS else baseline_score


def _counts(weights: Weights, truths: Mapping[str, str]) -> list[Counts]:
    return [
        Counts(hits=int(winner(weights[item], item) == true), predicted=1, gold=1)
        for item, true in truths.items()
    ]


def _errors(answers: Answers, truths: Mapping[str, str], seed: int) -> list[Score]:
    scores = []
    for name, weights in answers.items():
        gaps = [
            min(1.0, abs(float(winner(weights[item], item)) - float(true)) / max(1.0, float(true)))
            for item, true in truths.items()
        ]
        scores.append(_mean(f"relative error, {name}", gaps, seed))
    return scores


def _brier(answers: Answers, truths: Mapping[str, str], seed: int) -> list[Score]:
    scores = []
    for name in ("vote", "AccuVote", OURS):
        gaps = []
        for item, true in truths.items():
            weights = answers[name][item]
            chosen = winner(weights, item)
            whole = sum(weights.values()) if name == "vote" else 1.0
            gaps.append((weights[chosen] / whole - (chosen == true)) ** 2)
        scores.append(_mean(f"Brier, {name}", gaps, seed))
    return scores


def _mean(name: str, values: Sequence[float], seed: int) -> Score:
    score = mean_score(name, values, "error", seed)
    return score if name.endswith(OURS) else replace(score, measure="baseline")


def _planted(seed: int) -> list[Score]:
    by_method: dict[str, list[Counts]] = {}
    for draw in range(_DRAWS):
        told, truths = planted(seed + draw)
        for name, weights in answered(told).items():
            given = {item: true for item, true in truths.items() if item in weights}
            by_method.setdefault(name, []).extend(_counts(weights, given))
    return [_scorer(name)(f"planted, {name}", units, seed) for name, units in by_method.items()]


def _wrong(weights: Weights, truths: Mapping[str, str]) -> tuple[Misreading, ...]:
    return tuple(
        Misreading(where=item, kind="conflict", expected=true, got=got)
        for item, true in truths.items()
        if (got := winner(weights[item], item)) != true
    )


if __name__ == "__main__":
    sys.exit(main(measure))
