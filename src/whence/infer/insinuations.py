"""Sentences that hint at who did it: a look at a sentence, what stands around it, and its words.

The tagger judges a word by its own vector. A hint seldom stands in one word ("the keys hung in the
office of the man she had sued"): it is told by a whole sentence against those before and behind.
Here the words of a sentence are weighed by a learned question (attention pooling, Yang et al. 2016,
"Hierarchical attention networks for document classification") and by their maximum; with the mean
vectors of the sentences around they say whether it hints, and then which of its words do.

Most sentences of plain news hint at nobody: a linear glance at a sentence's mean vector answers
these alone. The weights are trained on the frozen encoder's vectors by ``training.insinuations``.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.heads import Heads, Vectors, gelu, sigmoid, softmax
from whence.infer.labels import BEGIN
from whence.infer.weights import weights

WEIGHTS: Final = "insinuations.npz"
LIKELY: Final = 0.3
"""The probability from which on a sentence is taken for a hint: there precision and recall of our
own passages come to most. Three of four that are taken are one, half or more of all are taken."""
_ECHO: Final = 0.5
"""A sentence less than half as likely as the one before or behind it is dropped: beside a hint
everything sounds like one."""
GLANCED: Final = 0.1
"""The probability from which on a sentence that is glanced at is looked at."""
_WORD: Final = 0.6
"""The share of the likeliest word's probability that the first and the last word of a hint have."""
NEAR: Final = 2
"""How many sentences on either side are around one."""

Starts = NDArray[np.int64]


class Hint(Struct, frozen=True, kw_only=True):
    """Words [start, end) that hint, with the probability that their sentence does."""

    start: int
    end: int
    probability: float


class Insinuations:
    """The trained network of one model's folder; a model may have none."""

    def __init__(self, folder: Path) -> None:
        self._given = weights(folder / WEIGHTS)

    @property
    def known(self) -> bool:
        """Whether the model was trained to look at sentences for hints."""
        return bool(self._given)

    def find(
        self, heads: Heads, vectors: Vectors, tags: Vectors, hints: Vectors, starts: Iterable[int]
    ) -> Iterator[Hint]:
        """Yield the hints of a text in the order of its sentences.

        Args:
            heads: the heads of the same model.
            vectors: those of all words, (words, hidden).
            tags: what the head "taggers" says of each word (``Text.tag_scores``).
            hints: what another reader saw (``Text.hints``).
            starts: the words that begin a sentence, rising; the first need not be among them.
        """
        if not len(vectors):
            return
        edges = np.unique([0, *starts]).astype(np.int64)
        edges = edges[edges < len(vectors)]
        ends = np.append(edges[1:], len(vectors))
        around = Around(vectors, edges)
        glanced = sigmoid(self._linear("glance", around.means)[:, 0])
        found: dict[int, Hint] = {}
        for place in np.flatnonzero(glanced >= GLANCED).tolist():
            start, end = int(edges[place]), int(ends[place])
            part = slice(start, end)
            tagged = tagger_probabilities(heads, tags[part], hints[part])
            whole, words = self._look(vectors[part], tagged, around.features(place))
            if whole >= LIKELY:
                likely = np.flatnonzero(words >= _WORD * words.max()).tolist()
                first, last = start + likely[0], start + likely[-1] + 1
                found[place] = Hint(start=first, end=last, probability=whole)
        for place, hint in found.items():
            beside = [found[one].probability for one in (place - 1, place + 1) if one in found]
            if hint.probability >= _ECHO * max(beside, default=0.0):
                yield hint

    def _look(
        self, vectors: Vectors, tagged: Vectors, around: Sequence[Vectors]
    ) -> tuple[float, Vectors]:
        """Return the probability that a sentence hints, and that each of its words does."""
        words = gelu(self._linear("words", np.concatenate([vectors, tagged], axis=1)))
        asked = softmax(self._linear("asked", words)[:, 0])
        seen = gelu(self._linear("around", np.stack(around[:3])))
        told = np.concatenate([asked @ words, words.max(0), *seen, around[3]])
        whole = gelu(self._linear("whole", told))
        each = gelu(self._linear("each", words) + self._linear("within", whole))
        return (
            float(sigmoid(self._linear("hints", whole))[0]),
            sigmoid(self._linear("word", each)[:, 0]),
        )

    def _linear(self, name: str, given: Vectors) -> Vectors:
        try:
            weight, bias = self._given[f"{name}.weight"], self._given[f"{name}.bias"]
        except KeyError as error:
            raise ModelMissing(f"{WEIGHTS} lacks {name}") from error
        out: Vectors = given @ weight.T + bias
        return out


class Around:
    """The sentences of a text by their mean vectors, ``means`` (sentences, hidden)."""

    def __init__(self, vectors: Vectors, starts: Starts) -> None:
        self._sums: Vectors = np.add.reduceat(vectors, starts, 0)
        self._sizes: Vectors = np.diff(np.append(starts, len(vectors))).astype(np.float32)
        self.means: Vectors = self._sums / self._sizes[:, None]

    def features(self, place: int) -> tuple[Vectors, Vectors, Vectors, Vectors]:
        """Return the vectors of the sentence before, the one behind and all around.

        The last of the four says which of the two there are; an absent one is of zeros.
        """
        nothing = np.zeros_like(self.means[0])
        first, last = place > 0, place + 1 < len(self.means)
        near = slice(max(0, place - NEAR), place + NEAR + 1)
        total: Vectors = self._sums[near].sum(0) / self._sizes[near].sum()
        return (
            self.means[place - 1] if first else nothing,
            self.means[place + 1] if last else nothing,
            total,
            np.array([first, last], np.float32),
        )


def tagger_probabilities(heads: Heads, tags: Vectors, hints: Vectors) -> Vectors:
    """Return how likely each word is of a span of each tagger, (words, taggers)."""
    out: Vectors = softmax(heads.emissions(tags, hints))[:, :, BEGIN:].sum(2)
    return out
