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
    out = np.empty((len(phrases), vectors.shape[1]), np.float32)
    sizes = []
    for row, phrase in zip(out, phrases, strict=True):
        if len(phrase) == 1:
            words = vectors[slice(*phrase[0])]
        else:
            words = vectors[sorted({word for part in phrase for word in range(*part)})]
        np.add.reduce(words, 0, out=row)
        sizes.append(max(len(words), 1))
    out /= np.array(sizes, np.float32)[:, None]
    return out
