"""A second look at what was found: small attention over the words around one finding at a time.

The heads (``infer.heads``) judge a finding by the mean vectors of its own words. What it means
often stands elsewhere: whom a denial is about, who was cleared of what. Here a few learned
questions and the finding's own words attend to the words around it (cross-attention, as in Jaegle
et al. 2021, "Perceiver"), which are told apart by their part in the finding and by their distance.

Most findings of plain news are what they seem: somebody says something, somebody is no suspect. A
linear glance at the finding's own words, which has learnt what the look would say, answers these
alone; the look is for the others.

The weights are trained on the frozen encoder's vectors by ``training.second_look``, those of the
glance by ``training.glance``.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer import averages
from whence.infer.heads import Vectors, gelu, normed, softmax
from whence.infer.links import bucketed
from whence.infer.weights import weights

WEIGHTS: Final = "second_look.npz"
AROUND: Final = 96
"""Words that a finding is looked at with, its own among them."""
HEADS: Final = 4
_TOGETHER: Final = 32
"""Findings that are looked at at once: enough to be fast, few enough to stay small."""

Range = tuple[int, int]
Places = NDArray[np.int64]


class Finding(Struct, frozen=True, kw_only=True):
    """What is looked at: ranges of words by the part that they have, and the word it hangs on.

    Each of ``parts`` may be empty; which part means what is up to who trained the question.
    """

    anchor: int
    parts: tuple[tuple[Range, ...], ...]


class Around(Struct, frozen=True, kw_only=True):
    """Findings with the words around them, all of shape (findings, ``AROUND``).

    ``words`` are places in the text (zero where ``there`` is false: a short text has fewer),
    ``parts`` sums 2^n over the parts n that a word belongs to, ``buckets`` say how far it stands
    from the anchor.
    """

    words: Places
    there: NDArray[np.bool_]
    parts: Places
    buckets: Places


def around(findings: Sequence[Finding], size: int) -> Around:
    """Return the words around findings in a text of ``size`` words."""
    first = [_first(one, size) for one in findings]
    words = np.array(first, np.int64)[:, None] + np.arange(AROUND)
    there = words < size
    parts = np.zeros_like(words)
    for row, one, at in zip(parts, findings, first, strict=True):
        for number, ranges in enumerate(one.parts):
            for start, end in ranges:
                row[max(0, start - at) : max(0, end - at)] |= 2**number
    buckets = bucketed(words - np.array([one.anchor for one in findings])[:, None])
    return Around(words=words * there, there=there, parts=parts * there, buckets=buckets)


def _first(one: Finding, size: int) -> int:
    """Return the first of the words that a finding is looked at with, in a text of so many."""
    return max(0, min(one.anchor - AROUND // 2, size - AROUND))


def means(vectors: Vectors, findings: Sequence[Finding]) -> Vectors:
    """Return the mean vector of each part's words, (findings, parts, hidden); nought where none is.

    Only words that a finding is looked at with count.
    """
    phrases = []
    for one in findings:
        first = _first(one, len(vectors))
        for ranges in one.parts:
            near = [(max(start, first), min(end, first + AROUND)) for start, end in ranges]
            phrases.append([(start, end) for start, end in near if start < end])
    found = averages.means(vectors, phrases)
    return found.reshape(len(findings), -1, vectors.shape[1])


class SecondLook:
    """The trained questions of one model's folder; a model may have none of them."""

    def __init__(self, folder: Path) -> None:
        self._given = weights(folder / WEIGHTS)

    def knows(self, question: str) -> bool:
        """Tell whether the model was trained to answer a question."""
        return f"{question}.answer.weight" in self._given

    def answer(self, question: str, vectors: Vectors, findings: Sequence[Finding]) -> Vectors:
        """Return the outputs for each finding, (findings, outputs), as logits or plain numbers.

        Args:
            question: one that the model ``knows``.
            vectors: those of all words of the text, (words, hidden).
            findings: what is asked about.
        """
        asked = _Question(self._given, question)
        if not findings:
            return np.empty((0, asked.outputs), np.float32)
        own = means(vectors, findings)
        answers, doubtful = asked.glanced(own)
        looked = np.flatnonzero(doubtful)
        for at in range(0, len(looked), _TOGETHER):
            some = looked[at : at + _TOGETHER]
            near = around([findings[number] for number in some], len(vectors))
            answers[some] = asked.answer(own[some], vectors, near)
        return answers


class _Question:
    """One question's weights, by their names in training."""

    def __init__(self, given: dict[str, Vectors], name: str) -> None:
        self._given = given
        self._name = name

    @property
    def outputs(self) -> int:
        return len(self._get("answer.bias"))

    def linear(self, name: str, given: Vectors) -> Vectors:
        """Return a linear map of the last axis."""
        # One product of two matrices: numpy multiplies stacks of small ones one by one.
        flat = given.reshape(-1, given.shape[-1]) @ self._get(f"{name}.weight").T
        flat += self._get(f"{name}.bias")
        out: Vectors = flat.reshape(*given.shape[:-1], -1)
        return out

    def glanced(self, own: Vectors) -> tuple[Vectors, NDArray[np.bool_]]:
        """Return the outputs by a glance, and which findings must be looked at: without one, all.

        ``own`` are the mean vectors of each finding's parts.
        """
        if f"{self._name}.glance.weight" not in self._given:
            return np.empty((len(own), self.outputs), np.float32), np.ones(len(own), bool)
        told = self.linear("glance", own.reshape(len(own), -1))
        if told.shape[1] != self.outputs + 1:
            raise ModelMissing(f"the glance of {self._name!r} in {WEIGHTS} does not fit")
        return np.ascontiguousarray(told[:, :-1]), told[:, -1] <= 0

    def answer(self, own: Vectors, vectors: Vectors, near: Around) -> Vectors:
        """Return the outputs by a look; ``own`` as in ``glanced``, ``vectors`` of all words."""
        if (
            self._get("enter.bias").size % HEADS
            or f"{self._name}.blocks.0.up.weight" not in self._given
        ):
            raise ModelMissing(f"the weights of {self._name!r} in {WEIGHTS} do not fit")
        asked = np.zeros(len(vectors), bool)
        asked[near.words] = True  # some may be near to several
        places = asked.cumsum() - 1
        seen = self.linear("enter", vectors[asked]).take(places[near.words], 0)
        seen += self._get("part").take(near.parts, 0)
        seen += self._get("distance").take(near.buckets, 0)
        seen = self._normed("normed", seen)
        kinds = self._get("kind")
        asks = np.broadcast_to(self._get("asks"), (len(own), *self._get("asks").shape))
        state = np.concatenate([asks, self.linear("own", own) + kinds], axis=1)
        block = 0
        while f"{self._name}.blocks.{block}.up.weight" in self._given:
            state = self._attended(f"blocks.{block}", state, seen, near.there)
            block += 1
        state = self._normed("last", state).reshape(len(own), -1)
        return self.linear("answer", np.concatenate([state, own.reshape(len(own), -1)], axis=1))

    def _attended(
        self, name: str, state: Vectors, seen: Vectors, there: NDArray[np.bool_]
    ) -> Vectors:
        """Let the questions attend to the words, and think the answer over.

        A question meets many words: it is carried into their space once, and what it takes from
        them out of it, instead of every word's key and value. The keys' bias moves all scores of a
        question alike, so that it has no say.
        """
        many, asks, size = state.shape
        query = self.linear(f"{name}.query", self._normed(f"{name}.before", state))
        query *= np.float32(1 / math.sqrt(size // HEADS))
        keys, values = (
            self._get(f"{name}.{part}.weight").reshape(HEADS, -1, size) for part in ("key", "value")
        )
        # Heads come first where their weights multiply, so that each does so once.
        sought = query.reshape(many * asks, HEADS, -1).swapaxes(0, 1) @ keys
        sought = sought.reshape(HEADS, many, asks, size).swapaxes(0, 1)
        scores: Vectors = np.matmul(sought.reshape(many, -1, size), seen.swapaxes(1, 2))
        if not there.all():
            np.copyto(scores, np.float32(-1e9), where=~there[:, None, :])
        taken = np.matmul(softmax(scores), seen).reshape(many, HEADS, asks, size).swapaxes(0, 1)
        taken = taken.reshape(HEADS, many * asks, size) @ values.swapaxes(1, 2)
        mixed = taken.swapaxes(0, 1).reshape(state.shape) + self._get(f"{name}.value.bias")
        state = state + self.linear(f"{name}.mixed", mixed)
        within = self.linear(f"{name}.up", self._normed(f"{name}.after", state))
        return state + self.linear(f"{name}.down", gelu(within))

    def _normed(self, name: str, given: Vectors) -> Vectors:
        return normed(given, self._get(f"{name}.weight"), self._get(f"{name}.bias"))

    def _get(self, name: str) -> Vectors:
        try:
            return self._given[f"{self._name}.{name}"]
        except KeyError as error:
            raise ModelMissing(f"{WEIGHTS} lacks {self._name}.{name}") from error
