"""How probable it is that one source copies another, from what both tell.

Dong, Berti-Equille & Srivastava, VLDB 2009, section 3: two sources that share true values may both
be good; two that share false ones have hardly erred to the same value by themselves.

This serves ``table``, which the measurements alone ask; in a case ``whence.trace`` tells copies by
their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, prod

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Copying:
    """What is believed of copying before anything is told.

    ``prior`` is the probability that one of two sources copies the other, ``rate`` the share of a
    copier's values that it copies, ``false_values`` how many wrong values there are to err to.
    """

    prior: float = 0.1
    rate: float = 0.8
    false_values: int = 10


@dataclass(frozen=True)
class Shared:
    """An item of which two sources tell: whether they agree, and on what probability of truth."""

    agree: bool
    probability: float = 0.0


def dependence(
    shared: Iterable[Shared], accuracies: tuple[float, float], believed: Copying
) -> float:
    """Return the probability that one of two sources copies the other, in either direction."""
    one, two = accuracies
    apart = 0.0
    towards = [0.0, 0.0]
    n, rate = believed.false_values, believed.rate
    true, false = one * two, (1 - one) * (1 - two) / n
    for item in shared:
        p = item.probability
        alone = p * true + (1 - p) * false if item.agree else 1 - true - false
        apart += log(max(alone, 1e-12))
        for way, original in enumerate((two, one)):
            copied = p * original + (1 - p) * (1 - original) if item.agree else 0.0
            towards[way] += log(max(rate * copied + (1 - rate) * alone, 1e-12))
    odds = sum(believed.prior / 2 * exp(min(50.0, way - apart)) for way in towards)
    return odds / (odds + 1 - believed.prior)


def dependences(
    told: Mapping[str, Mapping[str, int]],
    truth: Mapping[str, Sequence[float]],
    accuracy: Mapping[str, float],
    believed: Copying,
) -> dict[Pair, float]:
    """Return the dependence of every two sources (in alphabetical order) that share an item.

    ``told`` gives the value (by its index) of each source for each item, ``truth`` the
    probability of each value.
    """
    shared: dict[Pair, list[Shared]] = defaultdict(list)
    for item in sorted(told):
        by_source = told[item]
        names = sorted(by_source)
        for number, left in enumerate(names):
            for right in names[number + 1 :]:
                agree = by_source[left] == by_source[right]
                p = truth[item][by_source[left]] if agree else 0.0
                shared[left, right].append(Shared(agree, p))
    return {
        pair: dependence(rows, (accuracy[pair[0]], accuracy[pair[1]]), believed)
        for pair, rows in shared.items()
    }


def shares(
    sources: Iterable[str],
    accuracy: Mapping[str, float],
    dependent: Mapping[Pair, float],
    rate: float,
) -> dict[str, float]:
    """Return the part of each source of one value that is its own (section 3.4).

    The source that most of the others depend on comes first and counts whole: copies of one
    original need not look like copies of each other. Each other one loses what it may have from
    any before it.
    """
    given = sorted(sources)

    def pair(one: str, two: str) -> float:
        return dependent.get((one, two) if one < two else (two, one), 0.0)

    whole = {one: sum(pair(one, two) for two in given if two != one) for one in given}
    ordered = sorted(given, key=lambda one: (-round(whole[one], 6), -accuracy[one], one))
    own: dict[str, float] = {}
    for source in ordered:
        own[source] = prod(1 - rate * pair(source, before) for before in own)
    return own
