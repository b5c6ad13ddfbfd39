"""Fit which fillers make one incident, and of which kind, on MUC-4's 1,300 dev messages.

``python -m training.incidents --data DIR`` writes ``incidents.npz`` into the model's folder. Rows
are the entities of the keys at the places where their words stand in the message. Pairs are judged
with kinds that other fifths of the messages taught: by their own fifth's they would look surer
than they are when a new text is read.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from evaluation.corpora.muc4 import Report, occurrences, reports
from evaluation.readers.encoder_predictor import MUC, plain
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from training.logistic import Numbers, fit
from whence.infer.incidents import KINDS, WEIGHTS, Scene, Weights, features, scene, sentences
from whence.infer.model import Model, Text, load

_ROLES = {name: role for role, name in MUC.items()}
_FOLDS = 5
_OFTEN = 5
"""In how many sentences a word must stand."""
_MOST = 4
"""Mentions of one entity that count: what is named all over the text is no more telling."""
_RIDGE_VECTORS, _RIDGE_TERMS, _RIDGE_PAIRS = 100.0, 3.3, 250.0


class Entity(Struct, frozen=True, kw_only=True):
    """An entity of a key in its message: where it stands, and in which templates, of which kinds.

    ``vectors`` are the mean vectors of its sentences, in the order of ``scene.terms``.
    """

    message: str
    scene: Scene
    vectors: NDArray[np.float32]
    templates: frozenset[int]
    kinds: frozenset[str]


class Judge(Struct, frozen=True, kw_only=True):
    """The fitted judgement of kinds; arrays as ``infer.incidents`` reads them."""

    arrays: Mapping[str, Numbers]
    terms: tuple[str, ...]

    def kinds(self, one: Entity) -> NDArray[np.float32]:
        """Return the probability of each kind for an entity."""
        arrays = {name: array.astype(np.float32) for name, array in self.arrays.items()}
        return Weights(arrays, self.terms).kinds(one.vectors, one.scene.terms)


def entities(report: Report, text: Text) -> list[Entity]:
    """Return the entities of a report's key that stand in its text, each once in a role."""
    cut = sentences(text)
    parts: dict[tuple[str, tuple[tuple[int, int], ...]], set[int]] = defaultdict(set)
    for number, template in enumerate(report.templates):
        for name, role in _ROLES.items():
            for entity in template.entities[name]:
                places = {at for one in entity.mentions for at in occurrences(text.text, one)}
                if places:
                    parts[role, tuple(sorted(map(text_range(text), places)))].add(number)
    found = []
    for (role, mentions), numbers in parts.items():
        stands = scene(None, text, cut, role, mentions)
        found.append(
            Entity(
                message=report.id,
                scene=stands,
                vectors=np.stack([text.vectors[slice(*cut[n])].mean(0) for n in stands.sentences]),
                templates=frozenset(numbers),
                kinds=frozenset(k for n in numbers for k in report.templates[n].types) & set(KINDS),
            )
        )
    return found


def text_range(text: Text) -> "_Ranger":
    """Return what turns ranges of characters into ranges of words."""
    return _Ranger(text)


class _Ranger:
    def __init__(self, text: Text) -> None:
        self._edges = text.edges

    def __call__(self, chars: tuple[int, int]) -> tuple[int, int]:
        start = int(np.searchsorted(self._edges[:, 1], chars[0], side="right"))
        return start, max(start + 1, int(np.searchsorted(self._edges[:, 0], chars[1])))


def judge(every: Sequence[Entity]) -> Judge:
    """Fit the judgement of kinds on entities."""
    vectors, terms, wanted, weights = [], [], [], []
    for one in every:
        if not one.kinds:
            continue
        share = [(kind in one.kinds) / len(one.kinds) for kind in KINDS]
        taken = list(zip(one.vectors, one.scene.terms, strict=True))[:_MOST]
        for vector, words in taken:
            vectors.append(vector)
            terms.append((words,))
            wanted.append(share)
            weights.append(1 / len(taken))
    seen = Counter(word for (words,) in terms for word in words)
    names = tuple(sorted(word for word, count in seen.items() if count >= _OFTEN))
    answers, counts = np.array(wanted), np.array(weights)
    by_vector = fit(np.array(vectors, np.float64), answers, counts, _RIDGE_VECTORS)
    by_terms = fit(_presence(terms, names), answers, counts, _RIDGE_TERMS, scaled=False)
    arrays = {
        "kinds.weight": by_vector[0], "kinds.bias": by_vector[1],
        "terms.weight": by_terms[0], "terms.bias": by_terms[1],
    }  # fmt: skip
    return Judge(arrays=arrays, terms=names)


def paired(every: Sequence[Entity]) -> dict[str, Numbers]:
    """Fit whether two entities of a message are in one template; return the arrays of that."""
    order = list(dict.fromkeys(one.message for one in every))
    fold = {name: number % _FOLDS for number, name in enumerate(order)}
    judges = [judge([e for e in every if fold[e.message] != number]) for number in range(_FOLDS)]
    middle = np.mean([one.scene.about for one in every], axis=0)
    messages: dict[str, list[Entity]] = defaultdict(list)
    for one in every:
        kinds = judges[fold[one.message]].kinds(one)
        messages[one.message].append(replace(one, scene=replace(one.scene, kinds=kinds)))
    rows, same, weights = [], [], []
    for group in messages.values():
        pairs = list(combinations(group, 2))
        for one, other in pairs:
            rows.append(features(one.scene, other.scene, middle))
            same.append(bool(one.templates & other.templates))
            weights.append(len(pairs) ** -0.5)
    answers = np.array(same, np.float64)
    # Of two outcomes the difference of weights is the logit's; both share one ridge.
    found, bias = fit(
        np.array(rows, np.float64), np.stack([1 - answers, answers], 1), np.array(weights),
        _RIDGE_PAIRS * 2,
    )  # fmt: skip
    return {
        "pairs.weight": found[1] - found[0], "pairs.bias": bias[1] - bias[0], "middle": middle,
    }  # fmt: skip


def read(model: Model, found: Iterable[Report]) -> list[Entity]:
    """Return the entities of all reports with an incident, as the model sees their texts."""
    return [
        entity
        for report in found
        if report.templates
        for entity in entities(report, model.encode(plain(report.text)))
    ]


def _presence(rows: Iterable[Sequence[frozenset[str]]], names: Sequence[str]) -> Numbers:
    place = {name: number for number, name in enumerate(names)}
    flat = [words for row in rows for words in row]
    table = np.zeros((len(flat), len(names)))
    for number, words in enumerate(flat):
        table[number, [place[word] for word in words if word in place]] = 1
    return table


def main() -> None:
    """Parse the command line, read the messages, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    given = parser.parse_args()
    model = load()
    save(read(model, reports(given.data, "train")[0]), model.folder / WEIGHTS)


def save(every: Sequence[Entity], path: Path) -> None:
    """Fit on entities and write the weights."""
    whole = judge(every)
    arrays = {**whole.arrays, **paired(every)}
    # Half precision is as good on tst1 and tst2, at half the size.
    halved = {name: np.asarray(one, np.float16) for name, one in arrays.items()}
    np.savez_compressed(path, terms=np.array(whole.terms), **halved)  # type: ignore[arg-type]
    print(f"{len(every)} entities, {len(whole.terms)} words; {path}")


if __name__ == "__main__":
    main()
