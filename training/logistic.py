"""Logistic judgements of several outcomes, ridged, by accelerated descent (Nesterov 1983).

Columns are scaled to one deviation before they are fitted and the scales folded into the weights,
so that one ridge suits all; the bias is free.
"""

import numpy as np
from numpy.typing import NDArray

from whence.infer.heads import softmax

Numbers = NDArray[np.float64]
_STEPS = 300
_TURNS = 30


def fit(
    table: Numbers, wanted: Numbers, weights: Numbers, ridge: float, scaled: bool = True
) -> tuple[Numbers, Numbers]:
    """Return weights (outcomes, columns) and biases (outcomes,).

    Args:
        table: (rows, columns).
        wanted: (rows, outcomes), the share of each outcome; rows sum to one.
        weights: (rows,), how much each row counts.
        ridge: the penalty on half the squares of the weights, in rows.
        scaled: whether columns are brought to mean 0 and deviation 1 first.
    """
    middle = table.mean(0) if scaled else np.zeros(table.shape[1])
    spread = table.std(0) if scaled else np.ones(table.shape[1])
    spread = np.where(spread > 0, spread, 1.0)
    ones = np.ones((len(table), 1))
    rows = np.hstack([(table - middle) / spread, ones]).astype(np.float32)
    held = np.full((rows.shape[1], 1), ridge)
    held[-1] = 0.0
    bound = 0.5 * _largest(rows * np.sqrt(weights)[:, None].astype(np.float32)) + ridge
    found = ahead = np.zeros((rows.shape[1], wanted.shape[1]))
    pace = 1.0
    for _ in range(_STEPS):
        chances = softmax(rows @ ahead.astype(np.float32))
        wrong = ((chances - wanted) * weights[:, None]).astype(np.float32)
        slope = rows.T @ wrong + held * ahead
        stepped = ahead - slope / bound
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = stepped + (pace - 1) / faster * (stepped - found)
        found, pace = stepped, faster
    unscaled = found[:-1] / spread[:, None]
    return unscaled.T, found[-1] - middle @ unscaled


def _largest(rows: NDArray[np.float32]) -> float:
    """Return the largest square of a singular value, a little above it, by the power method."""
    along = np.ones(rows.shape[1], np.float32)
    for _ in range(_TURNS):
        along = rows.T @ (rows @ along)
        along /= np.linalg.norm(along)
    return 1.1 * float(np.linalg.norm(rows @ along)) ** 2
