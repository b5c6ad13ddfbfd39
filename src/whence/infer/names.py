"""Names in context: words that may be of a name, with their neighbours and their other places.

The linear head for entities judges a word by its own vector. Where it is not sure that a word is of
no name, a small network adds to its scores: two convolutions over the words around (Collobert et
al. 2011, "Natural language processing (almost) from scratch"), which also see the mean vector of
all places in the text where the same word stands with a capital (Akbik, Bergmann and Vollgraf
2019, "Pooled contextualized embeddings"). The weights are trained on the frozen encoder's vectors
by ``training.names``.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.heads import Vectors, gelu, normed, softmax
from whence.infer.weights import weights
from whence.infer.words import UPPER, casing

WEIGHTS: Final = "names.npz"
SURE: Final = 0.97
"""From which probability on the linear head's word for it is taken that a word is of no name."""
SHARED: Final = 0.3
"""How much of a word's scores is the mean of those of all places where the same word stands."""
_CONVOLVED: Final = ("first", "second")

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]


def shouts(words: Iterable[str]) -> bool:
    """Tell whether most letters stand in words of capitals, as in old agency copy.

    There a capital tells nothing.
    """
    loud = quiet = 0
    for word in filter(str.isalpha, words):
        if casing(word) == UPPER:
            loud += len(word)
        else:
            quiet += len(word)
    return loud > quiet


def alike(words: Iterable[str]) -> list[Places]:
    """Return the places of each word that begins with a capital and stands more than once.

    Single letters are left out.
    """
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if len(word) > 1 and word[0].isupper():
            found.setdefault(word, []).append(place)
    return [np.array(places) for places in found.values() if len(places) > 1]


def pooled(values: Vectors, same: Sequence[Places]) -> Vectors:
    """Return the values of all words, (words, any), those of ``same`` places each as their mean."""
    out = values.copy()
    if same:
        places, means = _shared(values, same)
        out[places] = means
    return out


def _shared(values: Vectors, same: Sequence[Places]) -> tuple[Places, Vectors]:
    """Return all places that hold a word of several, and for each the mean of that word's values.

    There must be one at least.
    """
    places = np.concatenate(same)
    sizes = np.array([len(one) for one in same])
    sums = np.add.reduceat(values[places], sizes.cumsum() - sizes, 0)
    means: Vectors = np.repeat(sums / sizes[:, None].astype(np.float32), sizes, 0)
    return places, means


class Names:
    """The trained network of one model's folder; a model may have none."""

    def __init__(self, folder: Path) -> None:
        self._given = weights(folder / WEIGHTS)

    @property
    def known(self) -> bool:
        """Whether the model was trained to see names in context."""
        return bool(self._given)

    def scores(self, linear: Vectors, vectors: Vectors, same: Sequence[Places]) -> Vectors:
        """Return the scores of the tags, (words, tags).

        Args:
            linear: those of the linear head, (words, tags).
            vectors: those of all words of the text, (words, hidden).
            same: places that hold the same word (``alike``).
        """
        # Each convolution looks one word farther, so that what goes into it must be there.
        asked = softmax(linear)[:, 0] < SURE
        near = _widened(asked)
        around = _widened(near)
        if not asked.any():
            return linear
        entered = normed(self._entered(vectors, around, same), *map(self._get, ("weight", "bias")))
        state = np.zeros((len(vectors) + 2, entered.shape[1]), np.float32)
        state[1:-1][around] = entered
        for name, mask in zip(_CONVOLVED, (near, asked), strict=True):
            three = np.concatenate([state[:-2][mask], state[1:-1][mask], state[2:][mask]], axis=1)
            state[1:-1][mask] += gelu(self._linear(name, three))
        out = linear.copy()
        told = np.concatenate([state[1:-1][asked], vectors[asked]], axis=1)
        out[asked] += self._linear("out", told)
        if same:
            places, means = _shared(out, same)
            out[places] += np.float32(SHARED) * (means - out[places])
        return out

    def _entered(self, vectors: Vectors, around: Mask, same: Sequence[Places]) -> Vectors:
        """Return words with the mean of their places, made small: (words of ``around``, size).

        Most words stand once and are their own mean; what the mean of the others adds is small.
        """
        own, other = np.split(self._get("enter.weight"), 2, axis=1)
        small = np.zeros((len(vectors), len(own)), np.float32)
        small[around] = vectors[around] @ (own + other).T + self._get("enter.bias")
        if same:
            places, means = _shared(vectors, same)
            small[places] += (means - vectors[places]) @ other.T
        return small[around]

    def _linear(self, name: str, given: Vectors) -> Vectors:
        out: Vectors = given @ self._get(f"{name}.weight").T + self._get(f"{name}.bias")
        return out

    def _get(self, name: str) -> Vectors:
        try:
            return self._given[name]
        except KeyError as error:
            raise ModelMissing(f"{WEIGHTS} lacks {name}") from error


def _widened(mask: Mask) -> Mask:
    """Return a mask with the words right before and behind its own."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    return wide
