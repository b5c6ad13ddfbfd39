"""Fit what findings are trusted by: logistic regression on features, and the best threshold.

Newton's method with a ridge, as for any generalised linear model (McCullagh and Nelder 1989);
then the threshold by which F1 over what is kept is highest.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from whence.infer.trust import Trust

Numbers = NDArray[np.float64]
_RIDGE = 1.0
_STEPS = 50
_FOLDS = 5


def fit(
    grounds: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    gold: int,
    ridge: float = _RIDGE,
) -> Trust:
    """Return the trust that fits findings which were right or wrong.

    Args:
        grounds: features of each finding by name.
        right: whether each finding was right.
        gold: how many there were to be found.
        ridge: the penalty on half the squares of the weights.
    """
    names = sorted({name for one in grounds for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in grounds])
    answers = np.array(right, float)
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-table @ weights))
        curved = table.T * (chances * (1 - chances)) @ table + ridge * np.eye(len(names))
        weights += np.linalg.solve(curved, table.T @ (answers - chances) - ridge * weights)
    known = {name: round(float(one), 3) for name, one in zip(names, weights, strict=True)}
    bare = Trust(weights=known)
    chances = np.array([bare.probability(one) for one in grounds])
    return Trust(weights=known, least=_least(chances, answers, gold))


def crossed(grounds: Sequence[Mapping[str, float]], right: Sequence[bool], gold: int) -> float:
    """Return F1 when each fifth of the findings is kept or not by what the others taught."""
    kept = hits = 0
    for fold in range(_FOLDS):
        inside = [n * _FOLDS // len(grounds) == fold for n in range(len(grounds))]
        others = [n for n, one in enumerate(inside) if not one]
        share = gold * len(others) // len(grounds)
        trust = fit([grounds[n] for n in others], [right[n] for n in others], share)
        for n, one in enumerate(inside):
            if one and trust.probability(grounds[n]) >= trust.least:
                kept, hits = kept + 1, hits + right[n]
    return 2 * hits / max(1, kept + gold)


def _least(chances: Numbers, answers: Numbers, gold: int) -> float:
    """Return the threshold above which F1 is highest."""
    order = np.argsort(-chances)
    hits = np.cumsum(answers[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    return round(float(chances[order][int(f1.argmax())]), 3) if len(order) else 0.0
