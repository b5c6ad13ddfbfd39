"""Mean vectors of ranges of words: what a phrase is, to heads that judge it as a whole."""

from collections.abc import Sequence

import numpy as np

from whence.infer.heads import Vectors

Range = tuple[int, int]


def means(vectors: Vectors, phrases: Sequence[Sequence[Range]]) -> Vectors:
    """Return the mean vector of each phrase's words, (phrases, hidden); nought of none.

    Args:
        vectors: those of all words, (words, hidden).
        phrases: the ranges of words, half-open, that each consists of; a word in two counts once.
    """
    out = np.zeros((len(phrases), vectors.shape[1]), np.float32)
    counts = np.zeros((len(phrases), 1), np.float32)
    for number, phrase in enumerate(phrases):
        end = 0
        for left, right in sorted(phrase) if len(phrase) > 1 else phrase:
            start, end = max(left, end), max(right, end)
            if start < end:
                out[number] += np.add.reduce(vectors[start:end], 0)
                counts[number] += end - start
    out /= np.maximum(counts, 1)
    return out
