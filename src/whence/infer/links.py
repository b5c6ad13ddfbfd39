"""How far apart two words stand, in the steps by which the model links them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_EDGES: Final = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96])
BUCKETS: Final = 2 * (len(_EDGES) + 1)
"""How many distances are told apart: 14 before the query and 14 after."""


def bucket(queries: NDArray[np.int64], keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of every pair's distance in words, shape (queries, keys)."""
    return bucketed(keys[None, :] - queries[:, None])


def bucketed(apart: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of each distance in words, below nought before a query."""
    size = np.searchsorted(_EDGES, np.abs(apart), side="right")
    found: NDArray[np.int64] = np.where(apart < 0, size, size + len(_EDGES) + 1)
    return found
