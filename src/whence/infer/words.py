"""A text as words: where each stands, and how its letters are cased."""

import re
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+|[^\w\s]")
LOWER: Final = 0
TITLE: Final = 1
UPPER: Final = 2
MIXED: Final = 3
CASES: Final = 4
"""How many kinds of casing there are: the rows of the encoder's casing table."""
_SHORT: Final = 32
"""Words up to so long are kept with how they are cased."""


def cut(text: str) -> NDArray[np.int64]:
    """Return the words of a text, shape (words, 2): start and end in code points, half-open.

    A word is a run of letters, digits and underscores, or one other mark; the training data is
    cut by the same rule.
    """
    edges = [found.span() for found in _WORD.finditer(text)]
    return np.array(edges, np.int64).reshape(-1, 2)


def casing(word: str) -> int:
    """Return how a word is cased: the encoder's pieces are lower-case, this is what they lose."""
    return _remembered(word) if len(word) <= _SHORT else _casing(word)


def _casing(word: str) -> int:
    if not word[:1].isalpha() or word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return TITLE
    return MIXED if word != word.lower() else LOWER


_remembered = lru_cache(maxsize=100_000)(_casing)
