"""The best well-formed chain of tags (Viterbi 1967), for several taggers at once."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.infer.labels import BEGIN, INSIDE, OUTSIDE

_NEVER: Final = -1e4


def decode(emissions: NDArray[np.float32], moves: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the best tags, shape (words, taggers).

    Args:
        emissions: (words, taggers, tags) scores of each tag at each word.
        moves: (taggers, tags, tags) scores of going from row to column; forbidden moves are very
            low, and an inside tag never comes first.
    """
    count, taggers, tags = emissions.shape
    if not count:
        return np.zeros((0, taggers), np.int8)
    best = emissions[0].copy()
    best[:, INSIDE::2] += _NEVER
    back = np.empty((count, taggers, tags), np.int8)
    for word in range(1, count):
        paths = best[:, :, None] + moves
        back[word] = paths.argmax(1)
        best = paths.max(1) + emissions[word]
    found = np.empty((count, taggers), np.int8)
    found[-1] = best.argmax(1)
    rows = np.arange(taggers)
    for word in range(count - 1, 0, -1):
        found[word - 1] = back[word, rows, found[word]]
    return found


def spans(tags: NDArray[np.int8]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, kind) of the spans in one row of tags O, B-0, I-0, B-1, I-1, ..."""
    start, kind = -1, -1
    for word, tag in enumerate([*tags.tolist(), OUTSIDE]):
        if start >= 0 and tag != 2 * kind + INSIDE:
            yield start, word, kind
            start = -1
        if tag != OUTSIDE and tag % 2 == BEGIN:
            start, kind = word, (tag - BEGIN) // 2


def well_formed(kinds: int) -> NDArray[np.float32]:
    """Return moves, shape (1, tags, tags), that only forbid an inside tag after another kind."""
    tags = 1 + 2 * kinds
    moves = np.zeros((1, tags, tags), np.float32)
    for kind in range(kinds):
        inside = 2 * kind + INSIDE
        moves[0, :, inside] = _NEVER
        moves[0, [inside - 1, inside], inside] = 0
    return moves
