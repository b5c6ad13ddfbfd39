"""Trials of the weighing against itself: theta is drawn apart, the engine's draws must fit it."""

from math import log
from random import Random

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from evaluation.recovering.cases import Case, random_case, told
from evaluation.recovering.model import answers, likelihood, posterior
from evaluation.recovering.prior import priors_of
from evaluation.recovering.ranks import Floats, covers, rank
from evaluation.recovering.theta import Theta
from whence.weigh import Options
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.posterior import Model

UNNAMED = "executor:unnamed"
_NOBODY = "executor:no_hostile_actor"
_SAME = 1e-6
"""Nats: log-odds that vary by less do not vary."""


class Fit(Struct, frozen=True, kw_only=True):
    """One true value among the engine's draws: its rank, whether covered, mean and value."""

    rank: int
    covered: bool
    mean: float
    value: float


class Trial(Struct, frozen=True, kw_only=True):
    """One case: how the true probability of two answers and the true reserve fit the draws.

    ``odds`` are log-odds of the likeliest named party against no hostile actor: the reserve does
    not enter, so that they show what the evidence does; None where no evidence bears on them.
    ``hit`` tells whether the culprit, drawn from the true probabilities, is the likeliest answer;
    ``unnamed`` whether he is nobody named, ``reserve_mean`` what the engine gives to that.
    """

    leader: Fit
    other: Fit
    odds: Fit | None
    reserve: Fit
    hit: bool
    unnamed: bool
    reserve_mean: float


def trial(seed: int, draws: int) -> Trial:
    """Draw a case, theta from its prior and the culprit given both; compare with the engine.

    The words of the case do not depend on theta, as the weighing assumes: reliabilities are
    carried along and never learned from the case (a cut model, Plummer 2015).
    """
    case = random_case(_random(f"case {seed}"))
    theta = Theta(_random(f"theta {seed}"))
    random = _random(f"culprit {seed}")
    truth = posterior(case, theta)
    model = _model(case, seed, draws)
    found = weighed(model)
    means = {key: float(values.mean()) for key, values in found.items()}
    leader = likeliest(means)
    reserves = model.priors[0][:, model.questions[0].column("unnamed")]
    other = random.choice(sorted(found))
    executors = [key for key in truth if key.startswith("executor:")]
    culprit = random.choices(executors, [truth[key] for key in executors])[0]
    return Trial(
        leader=fit(truth[leader], found[leader]),
        other=fit(truth[other], found[other]),
        odds=odds(truth, found, means),
        reserve=fit(priors_of(case, theta)["executor"][UNNAMED], reserves),
        hit=culprit == leader,
        unnamed=culprit == UNNAMED,
        reserve_mean=means[UNNAMED],
    )


def _random(name: str) -> Random:
    return Random(name)  # noqa: S311 - made cases, nothing secret


def weighed(model: Model) -> dict[str, Floats]:
    """Return the engine's posterior draws of every answer to both questions."""
    joint = model.evaluate()
    return {
        key: joint.of(question.role)[:, column]
        for question in model.questions
        for column, key in enumerate(question.live)
    }


def _model(case: Case, seed: int, draws: int) -> Model:
    # Every case has a seed of its own, or all would share the same errors of sampling.
    return model_of(*told(case), Options(), Draws(seed=seed, count=draws))


def likeliest(means: dict[str, float]) -> str:
    """Return the likeliest answer to the question of who carried it out."""
    return max((key for key in sorted(means) if key.startswith("executor:")), key=means.__getitem__)


def odds(truth: dict[str, float], found: dict[str, Floats], means: dict[str, float]) -> Fit | None:
    """Return how the log-odds of the likeliest named party against no attack fit."""
    named = [key for key in sorted(means) if key.startswith("executor:")]
    named = [key for key in named if key not in (UNNAMED, _NOBODY)]
    if not named:
        return None
    best = max(named, key=means.__getitem__)
    draws = np.log(found[best] / found[_NOBODY])
    if np.ptp(draws) < _SAME:
        return None
    return fit(log(truth[best] / truth[_NOBODY]), draws)


def fit(value: float, draws: Floats) -> Fit:
    """Return how a true value fits the engine's draws of it."""
    return Fit(
        rank=rank(value, draws),
        covered=covers(value, draws),
        mean=float(draws.mean()),
        value=value,
    )


class Spoken(Struct, frozen=True, kw_only=True):
    """One case in which theta and the culprit decided who spoke: only those reach the engine."""

    leader: Fit
    hit: bool
    unnamed: bool
    reserve_mean: float


def spoken(seed: int, draws: int) -> Spoken:
    """Draw theta and the culprit first; of all words that might be said keep what he makes said.

    What the weighing leaves out on purpose: whoever speaks is likelier to plant, and a culprit
    whom nobody names is somebody not named to the engine. Cases in which nobody speaks are drawn
    again.
    """
    attempt = 0
    while True:
        random = _random(f"spoken {seed} {attempt}")
        whole = replace(random_case(random), silence=())
        theta = Theta(random)
        prior = priors_of(whole, theta)
        culprits = answers(prior, random)
        words = tuple(
            word
            for word in whole.words
            if random.random() < likelihood(whole, word, culprits[word.role], theta)
        )
        if words:
            break
        attempt += 1
    case = replace(whole, words=words)
    found = weighed(_model(case, seed, draws))
    means = {key: float(values.mean()) for key, values in found.items()}
    leader = likeliest(means)
    culprit = culprits["executor"]
    if culprit not in found:
        culprit = UNNAMED
    return Spoken(
        leader=fit(posterior(case, theta)[leader], found[leader]),
        hit=culprit == leader,
        unnamed=culprit == UNNAMED,
        reserve_mean=means[UNNAMED],
    )
