"""A small reading model set by hand: every word is a direction of its own, every answer a number.

The encoder gives word n of the vocabulary the n-th unit vector wherever it stands, so that the
heads can be filled in word by word. What is not given is answered as a model would that saw
nothing: no spans, no links, no opinion.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.infer import words
from whence.infer.encoders import ENCODERS
from whence.infer.heads import HEADS
from whence.infer.hints import SIZE
from whence.infer.labels import (
    ACTS,
    BEGIN,
    ENTITIES,
    INSIDE,
    LINKS,
    OUTSIDE,
    POOLED,
    ROLES,
    SCALARS,
    SPEAKERS,
    STANDINGS,
    TAGGERS,
    tags,
)
from whence.infer.links import BUCKETS
from whence.infer.model import SETTINGS, VOCABULARY, Model
from whence.infer.pieces import END, PAD, START, UNKNOWN

_SURE = 20.0
_PROGRAM = "by hand"
Tables = dict[str, NDArray[np.float32]]


class Given(Struct, frozen=True, kw_only=True):
    """What a model says, by words in lower case; a phrase is its words apart by blanks.

    ``spans`` are phrases by tagger, ``entities`` by kind and ``roles`` by role; ``links`` pairs of
    (asking word, word it belongs to). ``acts``, ``certainty`` and ``negated`` hang on the anchors
    of statements, ``speakers`` and ``standings`` on first words, ``scalars`` and ``pooled`` (a mean
    over words) are numbers by word. ``settings`` are those of ``model.json``.
    """

    spans: Mapping[str, Sequence[str]] = {}
    entities: Mapping[str, Sequence[str]] = {}
    roles: Mapping[str, Sequence[str]] = {}
    links: Mapping[str, Sequence[tuple[str, str]]] = {}
    acts: Mapping[str, str] = {}
    certainty: Mapping[str, float] = {}
    negated: Sequence[str] = ()
    speakers: Mapping[str, str] = {}
    standings: Mapping[str, str] = {}
    scalars: Mapping[str, Mapping[str, float]] = {}
    pooled: Mapping[str, Mapping[str, float]] = {}
    settings: Mapping[str, object] = {}


class _Units:
    """An encoder whose vectors are the rows of the unit matrix."""

    together = 3
    step = 1

    def __init__(self, folder: Path) -> None:
        self._size = len((folder / VOCABULARY).read_text("utf-8").splitlines())

    def encode(self, pieces: NDArray[np.int64], casing: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return (batch, pieces, vocabulary)."""
        assert pieces.shape == casing.shape
        return np.eye(self._size, dtype=np.float32)[pieces]


def by_hand(folder: Path, text: str, given: Given, *, raw: Tables | None = None) -> Model:
    """Write a model for the words of ``text`` into a folder and open it.

    ``raw`` replaces whole tables of the heads by their name.
    """
    found = dict.fromkeys(text[start:end].lower() for start, end in words.cut(text))
    vocabulary = [PAD, UNKNOWN, START, END, *found]
    (folder / VOCABULARY).write_text("\n".join(vocabulary), "utf-8")
    settings = {"name": "hand", "loaded": 0.6, **given.settings}
    (folder / SETTINGS).write_bytes(msgspec.json.encode(settings))
    places = {word: number for number, word in enumerate(vocabulary)}
    tables = _tables(given, places) | (raw or {})
    np.savez(folder / HEADS, **tables)  # type: ignore[arg-type]
    with patch.dict(ENCODERS, {_PROGRAM: _Units}):
        return Model(folder, _PROGRAM)


def _tables(given: Given, places: Mapping[str, int]) -> Tables:
    tables = _empty(len(places))
    tables["taggers.bias"][OUTSIDE::3] = _SURE / 2
    for name, phrases in given.spans.items():
        _tag(tables["taggers.weight"], places, phrases, 3 * TAGGERS.index(name))
    tables["entities.bias"][OUTSIDE] = _SURE / 2
    for name, phrases in given.entities.items():
        _tag(tables["entities.weight"], places, phrases, 2 * ENTITIES.index(name))
    tables["roles.bias"][OUTSIDE] = _SURE / 2
    for name, phrases in given.roles.items():
        _tag(tables["roles.weight"], places, phrases, 2 * ROLES.index(name))
    for name, pairs in given.links.items():
        for asking, asked in pairs:
            tables[f"links.{name}.key"][places[asking], places[asked]] += 2 * _SURE
    for name in LINKS:  # undone by the root by which scores are divided
        key = tables.pop(f"links.{name}.key")
        tables[f"links.{name}.key.weight"] = ((key - _SURE) * np.sqrt(len(places))).astype("f4")
    _judgements(tables, given, places)
    _answers(tables["speakers.weight"], SPEAKERS, given.speakers, places)
    _answers(tables["standings.weight"], STANDINGS, given.standings, places)
    _numbers(tables["scalars.weight"], SCALARS, given.scalars, places)
    _numbers(tables["pooled.weight"], POOLED, given.pooled, places)
    return tables


def _answers(
    table: NDArray[np.float32],
    labels: Sequence[str],
    answers: Mapping[str, str],
    places: Mapping[str, int],
) -> None:
    for word, label in answers.items():
        table[labels.index(label), places[word]] = _SURE


def _numbers(
    table: NDArray[np.float32],
    labels: Sequence[str],
    numbers: Mapping[str, Mapping[str, float]],
    places: Mapping[str, int],
) -> None:
    for label, by_word in numbers.items():
        for word, value in by_word.items():
            table[labels.index(label), places[word]] = value


def _judgements(tables: Tables, given: Given, places: Mapping[str, int]) -> None:
    """Fill in the head for statements; a content's words say nothing of their own."""
    negated, certainty = len(ACTS), len(ACTS) + 1
    tables["acts.bias"][negated], tables["acts.bias"][certainty] = -_SURE / 2, 3
    for word, act in given.acts.items():
        tables["acts.weight"][ACTS.index(act), places[word]] = _SURE
    for word, value in given.certainty.items():
        tables["acts.weight"][certainty, places[word]] = value - 3
    for word in given.negated:
        tables["acts.weight"][negated, places[word]] = _SURE


def _tag(
    table: NDArray[np.float32], places: Mapping[str, int], phrases: Sequence[str], at: int
) -> None:
    for phrase in phrases:
        first, *others = phrase.split()
        table[at + BEGIN, places[first]] = _SURE
        for word in others:
            table[at + INSIDE, places[word]] = _SURE


def _empty(size: int) -> Tables:
    """Return tables of zeros in the shapes of the heads; those of a link's keys are unfinished."""
    outputs = {
        "taggers": 3 * len(TAGGERS), "entities": len(tags(ENTITIES)), "roles": len(tags(ROLES)),
        "scalars": len(SCALARS), "pooled": len(POOLED), "speakers": len(SPEAKERS),
        "standings": len(STANDINGS), "acts": len(ACTS) + 2,
        **{f"links.{name}.nobody": 1 for name in LINKS},
        **{f"links.{name}.{part}": size for name in LINKS for part in ("query", "key")},
    }  # fmt: skip
    tables: Tables = {
        f"{name}.bias": np.zeros(count, np.float32) for name, count in outputs.items()
    }
    for name, count in outputs.items():
        tables[f"{name}.weight"] = np.zeros((count, size * (1 + (name == "acts"))), np.float32)
    for name in LINKS:
        tables[f"links.{name}.query.weight"] = np.eye(size, dtype=np.float32)
        tables[f"links.{name}.key"] = tables.pop(f"links.{name}.key.weight")
        tables[f"links.{name}.distance"] = np.zeros(BUCKETS, np.float32)
    tables["hinted.weight"] = np.zeros((3 * len(TAGGERS), SIZE), np.float32)
    tables["moves"] = np.zeros((len(TAGGERS), 3, 3), np.float32)
    tables["moves"][:, OUTSIDE, INSIDE] = -1e4
    return tables
