"""Other ways to find the true one of several told values, as their papers give them.

Each takes a table of claims and returns a weight for every value of every item; the greatest
weight wins (``winner``). Constants are those of the papers.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import exp, log, sqrt

from whence.fuse.truth.table import Told

Weights = Mapping[str, Mapping[str, float]]
"""A weight for every value of every item."""

_ROUNDS = 20
_MOST = 1 - 1e-6


class Claims:
    """A table of claims by item and value, and by source."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.sources: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.told: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in sorted(told, key=lambda row: (row.item, row.source, row.value)):
            self.sources[one.item][one.value].append(one.source)
            self.told[one.source].append((one.item, one.value))

    def spread(self, weight: Mapping[str, float]) -> dict[str, dict[str, float]]:
        """Return for every value the sum of the weights of its sources."""
        return {
            item: {value: sum(weight[one] for one in by) for value, by in values.items()}
            for item, values in self.sources.items()
        }


def winner(values: Mapping[str, float], item: str) -> str:
    """Return the value of the greatest weight; among even ones a fixed hash decides."""

    def draw(value: str) -> str:
        return sha256(f"{item}\x1f{value}".encode()).hexdigest()

    return max(values, key=lambda value: (round(values[value], 9), draw(value)))


def vote(claims: Claims) -> Weights:
    """Count sources."""
    return claims.spread(dict.fromkeys(claims.told, 1.0))


def accu_vote(claims: Claims, wrong: int = 100, initial: float = 0.8) -> Weights:
    """Weigh sources by accuracy, without copying (ACCU of Dong et al., VLDB 2009, section 4.1)."""
    accuracy = dict.fromkeys(claims.told, initial)
    shares: dict[str, dict[str, float]] = {}
    for _ in range(_ROUNDS):
        known = {one: min(_MOST, max(1 - _MOST, told)) for one, told in accuracy.items()}
        counts = claims.spread({one: log(wrong * a / (1 - a)) for one, a in known.items()})
        shares = {item: _softmax(values, wrong) for item, values in counts.items()}
        accuracy = {
            one: sum(shares[item][value] for item, value in told) / len(told)
            for one, told in claims.told.items()
        }
    return shares


def _softmax(values: Mapping[str, float], wrong: int) -> dict[str, float]:
    top = max(0.0, *values.values())
    untold = max(0, wrong + 1 - len(values)) * exp(-top)
    total = sum(exp(value - top) for value in values.values()) + untold
    return {key: exp(value - top) / total for key, value in values.items()}


def truth_finder(claims: Claims) -> Weights:
    """TruthFinder (Yin, Han & Yu, TKDE 2008): trustworthy sources, values that imply each other.

    Numbers imply each other by ``exp(-relative gap) - 0.5``; gamma 0.3, rho 0.5, trust 0.9.
    """
    gamma, rho = 0.3, 0.5
    trust = dict.fromkeys(claims.told, 0.9)
    found: dict[str, dict[str, float]] = {}
    for _ in range(_ROUNDS):
        tau = {one: -log(max(1e-9, 1 - min(_MOST, told))) for one, told in trust.items()}
        found = {}
        for item, sigma in claims.spread(tau).items():
            helped = {
                value: own
                + rho * sum(sigma[two] * _implies(two, value) for two in sigma if two != value)
                for value, own in sigma.items()
            }
            found[item] = {one: 1 / (1 + exp(-gamma * told)) for one, told in helped.items()}
        trust = {
            one: sum(found[item][value] for item, value in told) / len(told)
            for one, told in claims.told.items()
        }
    return found


def _implies(one: str, other: str) -> float:
    a, b = float(one), float(other)
    return exp(-abs(a - b) / max(a, b, 1.0)) - 0.5


def crh(claims: Claims) -> Weights:
    """CRH for categories (Li et al., SIGMOD 2014): 0-1 loss, weighted voting.

    A source weighs the negative log of its share of the total loss.
    """
    weight = dict.fromkeys(claims.told, 1.0)
    for _ in range(_ROUNDS):
        best = {item: winner(values, item) for item, values in claims.spread(weight).items()}
        loss = {
            one: sum(best[item] != value for item, value in told) / len(told)
            for one, told in claims.told.items()
        }
        weight = _weights(loss)
    return claims.spread(weight)


def crh_median(claims: Claims) -> Weights:
    """CRH for numbers: absolute loss over the spread of an item, weighted median."""
    weight = dict.fromkeys(claims.told, 1.0)
    scale = {item: _scale(values) for item, values in claims.sources.items()}
    best: dict[str, str] = {}
    for _ in range(_ROUNDS):
        best = {item: _median(values) for item, values in claims.spread(weight).items()}
        loss = {
            one: sum(abs(float(best[i]) - float(v)) / scale[i] for i, v in told) / len(told)
            for one, told in claims.told.items()
        }
        weight = _weights(loss)
    return {
        item: {value: float(value == best[item]) for value in values}
        for item, values in claims.sources.items()
    }


def _weights(loss: Mapping[str, float]) -> dict[str, float]:
    # A loss of nothing would weigh without limit: it is taken as a thousandth of the mean loss.
    total = max(sum(loss.values()), 1e-12)
    least = total / len(loss) / 1000
    return {one: -log(max(told, least) / total) for one, told in loss.items()}


def _scale(values: Mapping[str, Sequence[str]]) -> float:
    numbers = [float(value) for value, by in values.items() for _ in by]
    middle = sum(numbers) / len(numbers)
    return max(1e-9, sqrt(sum((one - middle) ** 2 for one in numbers) / len(numbers)))


def _median(values: Mapping[str, float]) -> str:
    ordered = sorted(values, key=float)
    half, reached = sum(values.values()) / 2, 0.0
    for value in ordered:
        reached += values[value]
        if reached >= half:
            return value
    return ordered[-1]
