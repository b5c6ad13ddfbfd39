"""The heads of the reading model: small linear maps over the vectors of words."""

import math
import zipfile
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.labels import ACTS, LINKS, TAGGERS
from whence.infer.links import bucket

HEADS: Final = "heads.npz"
Vectors = NDArray[np.float32]
_TINY: Final = np.float32(1e-5)
Precision = TypeVar("Precision", np.float32, np.float64)
_LINEAR: Final = (
    "taggers", "entities", "roles", "scalars", "pooled", "acts", "speakers", "standings",
    *(f"links.{link}.{part}" for link in LINKS for part in ("query", "key", "nobody")),
)  # fmt: skip
_NAMES: Final = (
    "moves",
    "hinted.weight",
    *(f"links.{link}.distance" for link in LINKS),
    *(f"{name}.{end}" for name in _LINEAR for end in ("weight", "bias")),
)


class Judged(Struct, frozen=True, kw_only=True):
    """What the heads for statements say of one: probabilities by act, and the rest."""

    acts: tuple[float, ...]
    negated: float
    certainty: float


class Heads:
    """The trained heads, in single precision: they cost little, and quantising them costs much."""

    def __init__(self, folder: Path) -> None:
        try:
            with (folder / HEADS).open("rb") as raw, np.load(raw) as file:
                self._given = {name: file[name] for name in {*_NAMES, *file.files}}
        except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise ModelMissing(f"{folder / HEADS} cannot be read: {error}") from error

    def linear(self, name: str, vectors: Vectors) -> Vectors:
        """Return one head's outputs for vectors of shape (..., hidden)."""
        out: Vectors = vectors @ self._given[f"{name}.weight"].T
        out += self._given[f"{name}.bias"]
        return out

    def emissions(self, tagged: Vectors, hints: Vectors) -> Vectors:
        """Return the scores of the taggers' tags, shape (words, taggers, 3).

        Args:
            tagged: what the head "taggers" says of each word (``Text.tag_scores``).
            hints: the features of ``infer.hints``, shape (words, ``hints.SIZE``).
        """
        hinted: Vectors = hints @ self._given["hinted.weight"].T
        hinted += tagged
        return hinted.reshape(len(tagged), len(TAGGERS), 3)

    @property
    def size(self) -> int:
        """How long the vector of a word is."""
        return int(self._given["taggers.weight"].shape[1])

    @property
    def moves(self) -> Vectors:
        """The taggers' scores of going from tag to tag, shape (taggers, 3, 3)."""
        moves: Vectors = self._given["moves"]
        return moves

    def link(
        self, name: str, vectors: Vectors, queries: NDArray[np.int64], keys: NDArray[np.int64]
    ) -> Vectors:
        """Return the probability that each query belongs to each key, or (last) to nobody.

        Args:
            name: one of ``labels.LINKS``.
            vectors: the vectors of all words, (words, hidden).
            queries: word indices, (queries,).
            keys: word indices, (keys,).

        Returns:
            (queries, keys + 1); each row sums to one.
        """
        asked = vectors[queries]
        query = self.linear(f"links.{name}.query", asked)
        query /= np.float32(np.sqrt(query.shape[-1]))
        # Mostly few words ask many: they are carried into the space of these, not each into theirs.
        sought = query @ self._given[f"links.{name}.key.weight"]
        scores = sought @ vectors[keys].T
        scores += query @ self._given[f"links.{name}.key.bias"][:, None]
        scores += self._given[f"links.{name}.distance"][bucket(queries, keys)]
        nobody = self.linear(f"links.{name}.nobody", asked)
        return softmax(np.concatenate([scores, nobody], axis=1))

    def judge(self, cues: Vectors, contents: Vectors) -> list[Judged]:
        """Judge statements.

        Args:
            cues: for each statement the mean vector of its cue, (statements, hidden).
            contents: the mean vector of its content, (statements, hidden).
        """
        out = self.linear("acts", np.concatenate([cues, contents], axis=1))
        acts = softmax(out[:, : len(ACTS)]).tolist()
        negated = sigmoid(out[:, len(ACTS)]).tolist()
        certainty = out[:, len(ACTS) + 1].tolist()
        return [
            Judged(acts=tuple(one), negated=no, certainty=sure)
            for one, no, sure in zip(acts, negated, certainty, strict=True)
        ]


def softmax(scores: NDArray[Precision]) -> NDArray[Precision]:
    """Return probabilities along the last axis, in the precision of the scores."""
    out: NDArray[Precision] = scores - scores.max(-1, keepdims=True)
    np.exp(out, out=out)
    out /= out.sum(-1, keepdims=True)
    return out


def sigmoid(scores: Vectors) -> Vectors:
    """Return probabilities of single logits, without overflow."""
    out: Vectors = 0.5 * (1 + np.tanh(0.5 * scores))
    return out


def gelu(given: Vectors) -> Vectors:
    """The Gaussian error linear unit, approximated (Hendrycks and Gimpel 2016)."""
    out: Vectors = given * given
    out *= np.float32(0.044715 * math.sqrt(2 / math.pi))
    out += np.float32(math.sqrt(2 / math.pi))
    out *= given
    np.tanh(out, out=out)
    out += 1
    out *= given
    out *= np.float32(0.5)
    return out


def normed(given: Vectors, weight: Vectors, bias: Vectors) -> Vectors:
    """Bring the last axis to mean 0 and deviation 1, then scale and move it (Ba et al. 2016)."""
    size = np.float32(given.shape[-1])
    out: Vectors = given - (np.einsum("...n->...", given) / size)[..., None]
    squares = np.einsum("...n,...n->...", out, out) / size
    out *= (1 / np.sqrt(squares + _TINY))[..., None]
    out *= weight
    out += bias
    return out
