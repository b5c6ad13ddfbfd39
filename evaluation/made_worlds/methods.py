"""Ways to tell who did it in a made world: ours, and simpler ones tuned on worlds apart.

Every way gives probabilities over the parties that somebody names and somebody not named. The
engine's own ways first weigh "no hostile actor" too; as every made world has a culprit, its share
is taken out and the rest brought back to 1.
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp, log

from msgspec import Struct

from evaluation.made_worlds.making import UNNAMED, World, hypothesis
from whence.model.assessment import Answer
from whence.weigh import Options, Override, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws

OURS, COPIES, CLOSED, PRIOR = "ours", "copies as independent", "closed list", "prior only"
NAIVE = "naive Bayes over copies"
DISCOUNTED = "copies, discounted"
Belief = Mapping[str, float]
"""Probabilities by hypothesis id; they sum to 1."""
_CLOSED = 0.001
_RHOS = (0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
_NOBODY = "executor:no_hostile_actor"


class Judgement(Struct, frozen=True, kw_only=True):
    """What one way tells: its probabilities and whom its verdict names, if it has verdicts."""

    belief: Belief
    verdict: str | None = None


def weighed(world: World, draws: int, rho: float) -> dict[str, Judgement]:
    """Return what the engine tells by origin, by article, with a closed list, and beforehand.

    Articles are counted twice: in full, and as hands of one sort that repeat each other by
    ``rho``.
    """
    incident, trace = world.by_origin()
    closing = Override(subject=UNNAMED, value=_CLOSED, reason="one of the list must have done it")
    ours = weigh(incident, trace, Options(draws=draws)).answer("executor")
    closed = weigh(incident, trace, Options(draws=draws, priors=(closing,))).answer("executor")
    articles = world.by_article()
    copies = weigh(*articles, Options(draws=draws, rho=0.0)).answer("executor")
    discounted = weigh(*articles, Options(draws=draws, rho=rho)).answer("executor")
    prior = {row.hypothesis_id: row.prior for row in ours.posterior}
    return {
        OURS: _judged(ours),
        COPIES: _judged(copies),
        DISCOUNTED: _judged(discounted),
        CLOSED: _judged(closed),
        NAIVE: Judgement(belief=naive(world)),
        PRIOR: Judgement(belief=_attacked(prior)),
    }


def naive(world: World) -> dict[str, float]:
    """Return what Bayes' rule gives when every printed copy counts in full: no groups, no caps.

    Priors and the nats of each statement are the engine's point values.
    """
    model = model_of(*world.by_origin(), Options(), Draws(seed=0, count=0))
    question = model.questions[0]
    prints = {one.source: one.prints for one in world.said}
    nats = dict.fromkeys(question.live, 0.0)
    for item, (did, unnamed, _) in zip(model.items, model.nats.alone, strict=True):
        copies = prints[item.voices[0].origin_id]
        nats[UNNAMED] += copies * float(unnamed)
        for target in item.targets:
            nats[target] += copies * float(did)
    most = max(nats.values())
    joint = {key: question.prior[key] * exp(value - most) for key, value in nats.items()}
    total = sum(joint.values())
    return _attacked({key: share / total for key, share in joint.items()})


def by_origin(world: World, draws: int) -> Judgement:
    """Return what ours tells of a world."""
    return _judged(weigh(*world.by_origin(), Options(draws=draws)).answer("executor"))


def best_rho(training: Sequence[World], draws: int) -> float:
    """Return the correlation with which articles, taken for hands, serve these worlds best."""

    def loss(rho: float) -> float:
        told = (
            (weigh(*world.by_article(), Options(draws=draws, rho=rho)), world) for world in training
        )
        return -sum(
            log(max(_judged(one.answer("executor")).belief[world.truth], 1e-12))
            for one, world in told
        )

    return min(_RHOS, key=loss)


def _judged(answer: Answer) -> Judgement:
    means = {row.hypothesis_id: row.mean for row in answer.posterior}
    return Judgement(belief=_attacked(means), verdict=answer.verdict)


def _attacked(belief: Belief) -> dict[str, float]:
    """Return the belief given that there was an attack."""
    room = 1 - belief[_NOBODY]
    return {key: share / room for key, share in belief.items() if key != _NOBODY}


class Tuned(Struct, frozen=True, kw_only=True):
    """A simple way with its numbers: ``tell`` is a function of world and numbers.

    ``reserve`` is a constant share of somebody not named, None where the way has none.
    """

    name: str
    shares: Callable[[World, Sequence[float]], Belief]
    numbers: tuple[float, ...]
    reserve: float | None = None

    def tell(self, world: World) -> dict[str, float]:
        """Return its probabilities for a world."""
        found = self.shares(world, self.numbers)
        if self.reserve is None:
            return dict(found)
        named = {key: found[key] for key in world.listed}
        total = sum(named.values())
        rest = {key: share / total * (1 - self.reserve) for key, share in named.items()}
        return {**rest, UNNAMED: self.reserve}


def voted(world: World, numbers: Sequence[float], articles: bool = True) -> dict[str, float]:
    """Return the shares of accusing articles (or first hands), ``numbers`` added and as a power."""
    added, power = numbers
    counts = dict.fromkeys((*world.listed, UNNAMED), added)
    for one in world.said:
        if one.towards:
            counts[hypothesis(one.party)] += one.prints if articles else 1
    total = sum(count**power for count in counts.values())
    return {key: count**power / total for key, count in counts.items()}


def by_hand(world: World, numbers: Sequence[float]) -> dict[str, float]:
    """Return the shares of the first hands that accuse each party."""
    return voted(world, numbers, articles=False)


def inconsistency(world: World, numbers: Sequence[float]) -> dict[str, float]:
    """Return ACH's count of articles inconsistent with each hypothesis, as probabilities.

    An accusation is inconsistent with everybody but the accused, a denial with whoever denies
    (Heuer 1999, chapter 8). ACH gives a ranking; exp(-heat * count / articles ** power) makes
    probabilities of it.
    """
    heat, power = numbers
    counts = dict.fromkeys((*world.listed, UNNAMED), 0)
    for one in world.said:
        about = hypothesis(one.party)
        for key in counts:
            if (key == about) != one.towards:
                counts[key] += one.prints
    size = sum(one.prints for one in world.said) ** power
    least = min(counts.values())
    weights = {key: exp(-heat * (count - least) / size) for key, count in counts.items()}
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


_VOTES = [
    (added, power) for added in (0.03, 0.1, 0.3, 1, 3, 10) for power in (0.25, 0.5, 1, 1.5, 2, 3)
]
_HEATS = [
    (heat * scale, power)
    for power, scale in ((0, 0.01), (0.5, 0.1), (1, 1))
    for heat in (0.1, 0.2, 0.3, 0.4, 0.6, 1, 1.5, 2, 3, 5, 8)
]
SMOOTHED = Tuned(name="majority of articles, add one", shares=voted, numbers=(1, 1))


def tuned(training: Sequence[World]) -> list[Tuned]:
    """Return the simple ways with the numbers that serve these worlds best (log score)."""
    named, reserve = _listed(training)
    return [
        _best("ACH inconsistency", inconsistency, _HEATS, training),
        _best("ACH inconsistency, reserve", inconsistency, _HEATS, named, reserve),
        _best("majority of articles, reserve", voted, _VOTES, named, reserve),
        tuned_by_hand("majority of first hands, reserve", training),
    ]


def tuned_by_hand(name: str, training: Sequence[World]) -> Tuned:
    """Return the majority of first hands with the numbers that serve these worlds best."""
    named, reserve = _listed(training)
    return _best(name, by_hand, _VOTES, named, reserve)


def _listed(training: Sequence[World]) -> tuple[list[World], float]:
    """Return the worlds whose culprit somebody names, and the best constant reserve.

    That is the share of the other worlds; the other numbers are looked for on a grid.
    """
    named = [world for world in training if world.truth != UNNAMED]
    missing = 1 - len(named) / len(training)
    # A share of nothing would be punished without end by the first world that it misses.
    return named, max(missing, 1 / (len(training) + 1))


def _best(
    name: str,
    shares: Callable[[World, Sequence[float]], Belief],
    grid: Sequence[tuple[float, float]],
    training: Sequence[World],
    reserve: float | None = None,
) -> Tuned:
    ways = [Tuned(name=name, shares=shares, numbers=one, reserve=reserve) for one in grid]
    return min(ways, key=lambda way: _loss(way, training))


def _loss(way: Tuned, training: Sequence[World]) -> float:
    return -sum(log(max(way.tell(world)[world.truth], 1e-12)) for world in training)
