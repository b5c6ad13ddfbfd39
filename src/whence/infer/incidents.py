"""Which fillers belong to one incident, where a text tells of several, and of which kind each is.

The kind of incident that a filler has a part in is judged by its sentences: by their mean vector
and by their words, two logistic judgements whose odds are multiplied. Whether two fillers have a
part in the same incident is judged by how far apart they stand, how alike their sentences and
kinds are, by their roles, and by what the sentences are about: a text that lists attacks is told
otherwise than one that dwells on one. What was struck and who was harmed is grouped by these
judgements, average linkage first the surest (Sokal and Michener 1958). Perpetrators and weapons
serve several incidents: each joins every group that it probably belongs to, or else the nearest.
Bodies are asked for less: a report names one once and tells of its further deeds without the name.

Weights are fitted on MUC-4's development messages by ``training.incidents``. The measurements
alone ask this; no reader does, and no report has it.
"""

import math
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.heads import Vectors, sigmoid, softmax
from whence.infer.labels import ROLES
from whence.infer.model import Model, Text
from whence.infer.roles import Filler

WEIGHTS: Final = "incidents.npz"
KINDS: Final = ("attack", "bombing", "kidnapping", "arson", "robbery")
"""MUC-4's types of incident; its other two have too few examples to be learnt."""
TAKING_PART: Final = ROLES[:5]
"""Roles that are parted: a place is not taken for a part in an incident."""
_STRUCK: Final = frozenset({"target", "victim"})
_SHARED: Final = frozenset({"person", "organisation"})
_ENDS: Final = frozenset(".!?…")
_TERM: Final = re.compile(r"[a-z][a-z]+")
_PAIRS: Final = [(one, other) for n, one in enumerate(TAKING_PART) for other in TAKING_PART[n:]]
SAME: Final = 0.5
"""From which mean probability on groups of targets and victims are one incident."""
JOINS: Final = 0.6
"""From which mean probability on a person or a weapon belongs to a further incident."""
BODIES: Final = 0.35
"""The same for a body; on tst1 and tst2 any value from 0.3 to 0.4 does as well."""


class Told(Struct, frozen=True, kw_only=True):
    """One incident of a text: its kind (of ``KINDS``) and the fillers that have a part in it.

    ``sure`` is how probably it is of that kind.
    """

    kind: str
    sure: float
    fillers: tuple[Filler, ...]


class Scene(Struct, frozen=True, kw_only=True):
    """Where a filler stands: its mentions, their sentences by number, and what these say.

    ``about`` is the mean vector of the sentences, ``terms`` the words of each, ``length`` and
    ``kinds`` the words of the text and the probability of each kind.
    """

    role: str
    mentions: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    about: Vectors
    terms: tuple[frozenset[str], ...]
    length: int
    kinds: Vectors


class Weights:
    """The fitted weights: arrays by name, and the words in the order of ``terms.weight``."""

    def __init__(self, given: Mapping[str, Vectors], terms: Iterable[str]) -> None:
        self._given = dict(given)
        self._terms = {term: number for number, term in enumerate(terms)}

    @classmethod
    def read(cls, path: Path) -> "Weights":
        """Read them from a file.

        Raises:
            ModelMissing: when it is there and cannot be read.
        """
        try:
            with path.open("rb") as raw, np.load(raw) as file:
                given = {name: file[name].astype(np.float32) for name in _NUMBERS}
                return cls(given, map(str, file["terms"]))
        except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise ModelMissing(f"{path} cannot be read: {error}") from error

    def kinds(self, vectors: Vectors, terms: Sequence[frozenset[str]]) -> Vectors:
        """Return the probability of each kind for sentences (sentences, hidden), all together."""
        given = self._given
        by_vector = vectors @ given["kinds.weight"].T + given["kinds.bias"]
        by_terms = np.stack([self._worded(one) for one in terms])
        odds: Vectors = np.log(softmax(by_vector)).mean(0) + np.log(softmax(by_terms)).mean(0)
        return softmax(odds)

    def same(self, features: Vectors) -> Vectors:
        """Return the probability that pairs belong together, for (pairs, features)."""
        given = self._given
        logits: Vectors = features @ given["pairs.weight"] + given["pairs.bias"]
        return sigmoid(logits)

    @property
    def middle(self) -> Vectors:
        """The mean vector of the sentences that were fitted on: likeness is measured from it."""
        return self._given["middle"]

    def _worded(self, terms: frozenset[str]) -> Vectors:
        known = [self._terms[term] for term in terms if term in self._terms]
        found: Vectors = self._given["terms.weight"][:, known].sum(1) + self._given["terms.bias"]
        return found


_NUMBERS: Final = (
    "kinds.weight", "kinds.bias", "terms.weight", "terms.bias", "pairs.weight", "pairs.bias",
    "middle",
)  # fmt: skip


@cache
def weights(folder: Path) -> Weights | None:
    """Return the weights of a model's folder, loaded once; None where it has none."""
    path = folder / WEIGHTS
    return Weights.read(path) if path.is_file() else None


def incidents(
    model: Model, text: Text, found: Sequence[Filler], noted: str | None = None
) -> tuple[Told, ...]:
    """Return the incidents of a text with their fillers, in the order in which they are told.

    ``noted`` is the kind that another reader gives the whole text: it counts as one sure filler.
    Time and memory grow with the square of the number of fillers.

    Nothing comes of a model without weights for this, or of fillers none of which takes part.
    """
    known = weights(model.folder)
    given = [one for one in found if one.role in TAKING_PART]
    if known is None or not given:
        return ()
    cut = sentences(text)
    scenes = [scene(known, text, cut, one.role, one.mentions) for one in given]
    groups = parted(scenes, together(known, scenes))
    kinds = [_kind([(given[n], scenes[n]) for n in group], noted) for group in groups]
    return tuple(
        Told(kind=kind, sure=sure, fillers=tuple(given[n] for n in group))
        for group, (kind, sure) in zip(groups, kinds, strict=True)
    )


def sentences(text: Text) -> list[tuple[int, int]]:
    """Return the sentences of a text as ranges of words, cut behind every end mark."""
    count = len(text.edges)
    ends = [
        word + 1
        for word, (start, end) in enumerate(text.edges.tolist())
        if text.text[start:end] in _ENDS
    ]
    marks = sorted({0, *ends, count})
    return list(pairwise(marks))


def scene(
    known: Weights | None,
    text: Text,
    cut: Sequence[tuple[int, int]],
    role: str,
    mentions: Sequence[tuple[int, int]],
) -> Scene:
    """Return where a filler stands; without weights every kind is as likely."""
    ends = [end for _, end in cut]
    inside = [int(np.searchsorted(ends, start, side="right")) for start, _ in mentions]
    vectors = np.stack([text.vectors[slice(*cut[one])].mean(0) for one in inside])
    terms = tuple(_terms(text, cut[one]) for one in inside)
    even = np.full(len(KINDS), 1 / len(KINDS), np.float32)
    return Scene(
        role=role,
        mentions=tuple(mentions),
        sentences=tuple(inside),
        about=vectors.mean(0),
        terms=terms,
        length=len(text.edges),
        kinds=even if known is None else known.kinds(vectors, terms),
    )


def features(one: Scene, other: Scene, middle: Vectors) -> Vectors:
    """Return what two fillers are judged by: numbers, then their roles, then the mean vector."""
    gap = min(abs(a - b) for a in one.sentences for b in other.sentences)
    words = min(
        max(0, max(a[0], b[0]) - min(a[1], b[1])) for a in one.mentions for b in other.mentions
    )
    first = abs(min(one.mentions)[0] - min(other.mentions)[0])
    alike = float(one.kinds @ other.kinds)
    numbers = [
        float(gap == 0), float(gap == 1), float(gap == 2), math.log1p(gap), math.log1p(words),
        math.log1p(first), first / one.length, _cosine(one.about - middle, other.about - middle),
        alike, alike * (gap == 0), float(one.kinds.argmax() == other.kinds.argmax()),
        float(len(one.mentions)), float(len(other.mentions)), math.log(one.length),
    ]  # fmt: skip
    first_role, second_role = sorted((one.role, other.role), key=TAKING_PART.index)
    roles = np.zeros(len(_PAIRS), np.float32)
    roles[_PAIRS.index((first_role, second_role))] = 1
    about = (one.about + other.about) / 2
    return np.concatenate([np.array(numbers, np.float32), roles, about])


def together(known: Weights, scenes: Sequence[Scene]) -> NDArray[np.float32]:
    """Return how probably each two fillers belong together, (fillers, fillers)."""
    chances = np.ones((len(scenes), len(scenes)), np.float32)
    pairs = list(combinations(range(len(scenes)), 2))
    if pairs:
        rows = np.stack([features(scenes[a], scenes[b], known.middle) for a, b in pairs])
        for (a, b), chance in zip(pairs, known.same(rows).tolist(), strict=True):
            chances[a, b] = chances[b, a] = chance
    return chances


def parted(
    scenes: Sequence[Scene],
    chances: NDArray[np.float32],
    same: float = SAME,
    joins: float = JOINS,
    bodies: float = BODIES,
) -> list[list[int]]:
    """Return the fillers of each incident, by their numbers, in the order in which they are told.

    Where nothing was struck and nobody harmed, the others are grouped as these would be.
    """
    struck = [n for n, one in enumerate(scenes) if one.role in _STRUCK]
    cores = _linked(struck or list(range(len(scenes))), chances, same)
    cores.sort(key=lambda core: min(min(scenes[number].mentions) for number in core))
    groups = [list(core) for core in cores]
    for number in sorted(set(range(len(scenes))) - {n for core in cores for n in core}):
        near = [float(chances[number, core].mean()) for core in cores]
        least = bodies if scenes[number].role == "organisation" else joins
        for group, chance in zip(groups, near, strict=True):
            if chance >= least or chance == max(near):
                group.append(number)
    return [sorted(group) for group in groups]


def _linked(numbers: Sequence[int], chances: NDArray[np.float32], same: float) -> list[list[int]]:
    groups = [[number] for number in numbers]
    while len(groups) > 1:
        linked = [
            (float(chances[np.ix_(groups[a], groups[b])].mean()), -a, -b)
            for a, b in combinations(range(len(groups)), 2)
        ]
        best, left, right = max(linked)
        if best < same:
            break
        groups[-left] += groups.pop(-right)
    return groups


def _kind(group: Sequence[tuple[Filler, Scene]], noted: str | None) -> tuple[str, float]:
    """Return the likeliest kind of a group and its share of all that is said for any.

    Perpetrators, who serve several, say half as much.
    """
    total = np.array([float(kind == noted) for kind in KINDS], np.float32)
    for filler, scene in group:
        total += scene.kinds * filler.probability * (0.5 if filler.role in _SHARED else 1.0)
    best = int(np.argmax(total))
    return KINDS[best], float(total[best] / total.sum())


def _terms(text: Text, cut: tuple[int, int]) -> frozenset[str]:
    start, end = text.chars(*cut)
    return frozenset(_TERM.findall(text.text[start:end].lower()))


def _cosine(one: Vectors, other: Vectors) -> float:
    size = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / size if size else 0.0
