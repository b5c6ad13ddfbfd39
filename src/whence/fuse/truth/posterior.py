"""The probability of each told value of one item, with a share for what nobody told.

The source model is ACCU of Dong, Berti-Equille & Srivastava, "Integrating conflicting data: the
role of source dependence", VLDB 2009, section 4: an item has one true and ``false_values`` false
values, all as probable before anybody speaks; a source of accuracy A tells the true one with
probability A, and each false one with (1 - A) / ``false_values``. Hence one source alone lends its
own accuracy to what it tells, and the rest goes to values that nobody told. Added here:

- values near the true one, which a truthful source tells with probability ``near``;
- wide values ("at least six", a month, a city). Their source is right when the truth lies within;
  it errs with probability 1 - A. Half of all values that nobody told are taken to lie within some
  wide value, the other half outside all of them;
- commitment: a source that hedges is one that guesses, in part;
- shares: a source that copies with probability p adds 1 - p of a source (ACCUCOPY, section 3.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from whence.fuse.truth.relations import Relate, Relation

_MOST = 0.99
_HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One source telling one value (by its index) of an item.

    ``accuracy`` is the probability that what the source tells is right, ``commitment`` how far it
    stands by it (1 flat, 0 not at all), ``share`` the part of it that is no copy of another voice
    in the same item. All lie within [0, 1].
    """

    value: int
    accuracy: float
    commitment: float = 1.0
    share: float = 1.0


@dataclass(frozen=True)
class Posterior:
    """What is to be believed of one item.

    ``exact[i]`` is the probability that value i is the truth as far as anybody told it: for a wide
    value, that the truth lies within it and in none of the finer values. ``probabilities[i]`` is
    the probability that value i is right: for a wide value, with all that lies within. ``nothing``
    is the probability that no told value is right; it and ``exact`` sum to 1.
    """

    exact: tuple[float, ...]
    probabilities: tuple[float, ...]
    nothing: float


@dataclass(frozen=True, kw_only=True)
class Item:
    """What may be true of an item: told values, which of them are wide, how they are related.

    ``false_values`` is how many wrong values there are to err to, and ``near`` the probability
    that a truthful source tells a near value. Both are elicited.
    """

    wide: Sequence[bool]
    relate: Relate
    false_values: int = 10
    near: float = 0.1


def posterior(item: Item, voices: Sequence[Voice]) -> Posterior:
    """Return the probability of every value of an item. The order of voices is irrelevant."""
    count = len(item.wide)
    worlds = [_log_prior(item, true) for true in (*range(count), None)]
    for true in (*range(count), None):
        # Sorted, so that rounding does not depend on the order of voices.
        terms = sorted(one.share * log(_likelihood(item, one, true)) for one in voices)
        worlds[count if true is None else true] += sum(terms)
    top = max(worlds)
    weights = [exp(world - top) for world in worlds]
    total = sum(weights)
    exact = tuple(weight / total for weight in weights[:count])
    right = tuple(
        min(1.0, sum(exact[true] for true in range(count) if _right(item.relate(told, true))))
        for told in range(count)
    )
    return Posterior(exact, right, weights[count] / total)


def _right(relation: Relation) -> bool:
    return relation in ("same", "within")


def _log_prior(item: Item, true: int | None) -> float:
    """Return the log of how many of the possible values a world stands for."""
    wide = sum(item.wide)
    told = len(item.wide) - wide
    rest = max(1.0, item.false_values + 1.0 - told)
    if true is None:
        return log(rest * _HALF if wide else rest)
    return log(rest * _HALF / wide) if item.wide[true] else 0.0


def _likelihood(item: Item, voice: Voice, true: int | None) -> float:
    """Return how probable it is that a voice tells its value when ``true`` is the truth."""
    wide = item.wide[voice.value]
    relation = "against" if true is None else item.relate(voice.value, true)
    others = 1 if wide else item.false_values
    # A voice that commits itself to nothing tells the truth no more often than a guess.
    accuracy = min(_MOST, max(voice.accuracy, 1 / (others + 1)))
    accuracy = voice.commitment * accuracy + (1 - voice.commitment) / (others + 1)
    wrong = (1 - accuracy) / others
    if _right(relation):
        return accuracy
    return item.near * accuracy + (1 - item.near) * wrong if relation == "near" else wrong
