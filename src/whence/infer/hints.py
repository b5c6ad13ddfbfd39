"""What another reader saw, as features beside the vectors: the model weighs it, and may differ."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.infer.labels import BEGIN

HINTED: Final = ("source", "cue", "content")
"""The taggers of which another reader's spans are taken."""
SIZE: Final = 2 * len(HINTED)

Range = tuple[int, int]
Hints = NDArray[np.float32]


def features(count: int, spans: Mapping[str, Iterable[Range]]) -> Hints:
    """Return features of shape (words, ``SIZE``): one where a span begins, one where it goes on.

    Args:
        count: how many words there are.
        spans: ranges of words by tagger; longer ones first where they overlap.
    """
    found = np.zeros((count, SIZE), np.float32)
    for number, name in enumerate(HINTED):
        for start, end in sorted(spans.get(name, ()), key=lambda span: (span[0] - span[1], span)):
            found[start:end, 2 * number : 2 * number + 2] = 0
            found[start, 2 * number + BEGIN - 1] = 1
            found[start + 1 : end, 2 * number + BEGIN] = 1
    return found


def ranges(text: str, edges: NDArray[np.int64], spans: Sequence[Range]) -> list[Range]:
    """Return spans of characters as ranges of words, without marks at their edges.

    Spans that touch none of the words, or only marks, are left out.
    """
    found = []
    for start, end in spans:
        left = int(np.searchsorted(edges[:, 1], start, side="right"))
        right = int(np.searchsorted(edges[:, 0], end))
        while left < right and not text[edges[left, 0]].isalnum():
            left += 1
        while right > left and not text[edges[right - 1, 0]].isalnum():
            right -= 1
        if left < right:
            found.append((left, right))
    return found
