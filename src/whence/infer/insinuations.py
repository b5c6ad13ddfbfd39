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
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.averages import means
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
        around = Around(vectors, edges)
        glanced = sigmoid(self._linear("glance", around.means)[:, 0]) >= GLANCED
        if not glanced.any():
            return
        places = np.flatnonzero(glanced)
        looked = np.flatnonzero(np.repeat(glanced, around.sizes))
        ends = around.sizes[places].cumsum()
        begins = ends - around.sizes[places]
        tagged = tagger_probabilities(heads, tags[looked], hints[looked])
        words = gelu(self._linear("words", np.concatenate([vectors[looked], tagged], axis=1)))
        whole = self._whole(words, begins, around.features(places))
        chances = dict(
            zip(places.tolist(), sigmoid(self._linear("hints", whole)[:, 0]).tolist(), strict=True)
        )
        for number, (place, chance) in enumerate(chances.items()):
            beside = [chances.get(one, 0.0) for one in (place - 1, place + 1)]
            if chance < LIKELY or chance < _ECHO * max(beside):
                continue
            part = slice(begins[number], ends[number])
            each = self._linear("each", words[part]) + self._linear("within", whole[number])
            likely = sigmoid(self._linear("word", gelu(each))[:, 0])
            marked = looked[part][likely >= _WORD * likely.max()]
            yield Hint(start=int(marked[0]), end=int(marked[-1]) + 1, probability=chance)

    def _whole(self, words: Vectors, begins: Starts, around: Sequence[Vectors]) -> Vectors:
        """Return what is seen of each sentence as a whole, (sentences, any).

        Args:
            words: what is seen of the words of all of them, (words, any).
            begins: the first word of each.
            around: what stands around each (``Around.features``).
        """
        sizes = np.diff(np.append(begins, len(words)))
        asked = self._linear("asked", words)
        asked = np.exp(asked - np.repeat(np.maximum.reduceat(asked, begins), sizes, 0))
        weighed = np.add.reduceat(asked * words, begins) / np.add.reduceat(asked, begins)
        near = gelu(self._linear("around", np.stack(around[:3])))
        told = [weighed, np.maximum.reduceat(words, begins), *near, around[3]]
        return gelu(self._linear("whole", np.concatenate(told, axis=1)))

    def _linear(self, name: str, given: Vectors) -> Vectors:
        try:
            weight, bias = self._given[f"{name}.weight"], self._given[f"{name}.bias"]
        except KeyError as error:
            raise ModelMissing(f"{WEIGHTS} lacks {name}") from error
        out: Vectors = given @ weight.T + bias
        return out


class Around:
    """The sentences of a text by their mean vectors, ``means`` (sentences, hidden).

    ``sizes`` are their numbers of words.
    """

    def __init__(self, vectors: Vectors, starts: Starts) -> None:
        edges = np.append(starts, len(vectors))
        self.sizes: Starts = np.diff(edges)
        self.means = means(vectors, [[sentence] for sentence in pairwise(edges.tolist())])
        # In double precision: the sums over a long text would lose what a sentence adds.
        sums = (self.means * self.sizes[:, None].astype(np.float64)).cumsum(0)
        self._sums = np.concatenate([np.zeros((1, sums.shape[1])), sums])
        self._words = np.append(0, self.sizes.cumsum())

    def features(self, places: Starts) -> tuple[Vectors, Vectors, Vectors, Vectors]:
        """Return of sentences the mean vector of the one before, the one behind and all around.

        Each is of shape (sentences, hidden); the last of the four, (sentences, 2), says which of
        the first two there are: an absent one is of zeros.
        """
        count = len(self.means)
        there = np.stack([places > 0, places + 1 < count], axis=1).astype(np.float32)
        low, high = np.maximum(places - NEAR, 0), np.minimum(places + NEAR + 1, count)
        words = (self._words[high] - self._words[low])[:, None]
        near: Vectors = ((self._sums[high] - self._sums[low]) / words).astype(np.float32)
        return (
            self.means[places - 1] * there[:, :1],
            self.means[(places + 1) % count] * there[:, 1:],
            near,
            there,
        )


def tagger_probabilities(heads: Heads, tags: Vectors, hints: Vectors) -> Vectors:
    """Return how likely each word is of a span of each tagger, (words, taggers)."""
    out: Vectors = softmax(heads.emissions(tags, hints))[:, :, BEGIN:].sum(2)
    return out
