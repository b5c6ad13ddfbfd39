"""MUC-4: who did what to whom, as the templates of a message fill its roles."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from evaluation.corpus import require

from training.examples import Cut, Example, Range
from whence.infer.labels import ROLES

_FILLED = {
    "PerpInd": "person", "PerpOrg": "organisation", "Target": "target", "Victim": "victim",
    "Weapon": "weapon",
}  # fmt: skip
KINDS = frozenset(ROLES.index(name) for name in _FILLED.values())


def examples(data: Path, split: str) -> list[Example]:
    """Return the messages of a split ("train", "dev") as the GTT files cut them, lower-cased.

    Every place where a fill's words stand is labelled, since the files name only the first.
    """
    path = require(data / "data" / "muc4" / "gtt" / f"{split}.json")
    documents = [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]
    return [_example(document) for document in documents]


def _example(document: dict[str, Any]) -> Example:
    text = document["doctext"]
    cut = Cut(text)
    taken: set[int] = set()
    roles: list[tuple[Range, int]] = []
    for words, role in sorted(_fills(document), key=lambda fill: -len(fill[0])):
        for start, end in cut.ranges(_places(text, words)):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                roles.append(((start, end), role))
    relevant = float(bool(document["templates"]))
    return Example(
        name=document["docid"],
        words=cut.words,
        roles=tuple(sorted(roles)),
        role_kinds=KINDS,
        pooled={"relevant": relevant, "filled": relevant},
    )


def _fills(document: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for template in document["templates"]:
        for slot, name in _FILLED.items():
            for entity in template[slot]:
                for words, _ in entity:
                    yield words, ROLES.index(name)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield found.span()
