"""What a batch of examples teaches, as tensors: which places to look at, and what stands there."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor

from training.examples import NOBODY, Example
from whence.infer.labels import (
    BEGIN,
    ENTITIES,
    INSIDE,
    LINKS,
    POINTERS,
    POOLED,
    ROLES,
    SCALARS,
    TAGGERS,
    tags,
)
from whence.infer.links import bucket


class Kinds(Struct, frozen=True, kw_only=True):
    """Spans of several kinds: ``gold`` tags (rows, words); ``judged`` words (rows, words).

    ``outside`` (rows, tags) says which tags a word may have that nothing was annotated at: a
    corpus that does not annotate a kind may have it anywhere.
    """

    gold: Tensor
    judged: Tensor
    outside: Tensor


class Points(Struct, frozen=True, kw_only=True):
    """Single words with a value each: rows, words and values, all of shape (points,)."""

    rows: Tensor
    words: Tensor
    values: Tensor


class Pairs(Struct, frozen=True, kw_only=True):
    """Links of one name: queries (links,) of ``rows``, and the word that each leads to.

    ``keys`` (rows, words) are the words that may be chosen; ``gold`` is the word, or the number
    of words for nobody; ``buckets`` (links, words) says how far each word stands.
    """

    rows: Tensor
    queries: Tensor
    keys: Tensor
    gold: Tensor
    buckets: Tensor


class Judged(Struct, frozen=True, kw_only=True):
    """Statements: rows (n,), cues and contents (n, 2) as ranges of words, and how they were judged.

    ``acts`` is ``UNJUDGED`` where nobody judged one: only a teacher's word can be learnt there.
    """

    rows: Tensor
    cues: Tensor
    contents: Tensor
    acts: Tensor
    negated: Tensor
    certainty: Tensor


class Spoken(Struct, frozen=True, kw_only=True):
    """Speakers: rows (n,), their words (n, 2), and their kind, or ``UNJUDGED``."""

    rows: Tensor
    spans: Tensor
    kinds: Tensor


class Targets(Struct, frozen=True, kw_only=True):
    """All that a batch teaches. ``tags`` (rows, words, taggers), ``tagged`` (rows, taggers)."""

    tags: Tensor
    tagged: Tensor
    entities: Kinds
    roles: Kinds
    scalars: dict[str, Points]
    pooled: dict[str, Points]
    links: dict[str, Pairs]
    statements: Judged
    speakers: Spoken
    standings: Points


def targets(examples: Sequence[Example], words: int) -> Targets:
    """Return what examples teach, in a batch of rows of so many words."""
    gold, tagged = _tags(examples, words)
    statements = [(row, one) for row, each in enumerate(examples) for one in each.statements]
    speakers = [(row, *one) for row, each in enumerate(examples) for one in each.speakers]
    return Targets(
        tags=gold,
        tagged=tagged,
        entities=_kinds(examples, "entities", words, len(ENTITIES), len(tags(ENTITIES))),
        roles=_kinds(examples, "roles", words, len(ROLES), len(tags(ROLES))),
        scalars={
            name: _points(
                (row, *one)
                for row, each in enumerate(examples)
                for one in each.scalars.get(name, ())
            )
            for name in SCALARS
        },
        pooled={
            name: _points(
                (row, 0, each.pooled[name])
                for row, each in enumerate(examples)
                if name in each.pooled
            )
            for name in POOLED
        },
        links={name: _pairs(examples, name, words) for name in LINKS},
        statements=Judged(
            rows=_whole(row for row, _ in statements),
            cues=_ranges(one.cue for _, one in statements),
            contents=_ranges(one.content for _, one in statements),
            acts=_whole(one.act for _, one in statements),
            negated=_real(one.negated for _, one in statements),
            certainty=_real(one.certainty for _, one in statements),
        ),
        speakers=Spoken(
            rows=_whole(row for row, _, _ in speakers),
            spans=_ranges(span for _, span, _ in speakers),
            kinds=_whole(kind for _, _, kind in speakers),
        ),
        standings=_points(
            (row, word, kind) for row, each in enumerate(examples) for word, kind in each.standings
        ),
    )


def moved(given: Any, device: torch.device) -> Any:
    """Return a structure with all its tensors on a device."""
    if isinstance(given, Tensor):
        return given.to(device, non_blocking=True)
    if isinstance(given, dict):
        return {name: moved(one, device) for name, one in given.items()}
    if isinstance(given, tuple):
        return tuple(moved(one, device) for one in given)
    if isinstance(given, Struct):
        fields = given.__struct_fields__
        return type(given)(**{name: moved(getattr(given, name), device) for name in fields})
    return given


def _whole(given: Iterable[int]) -> Tensor:
    return torch.tensor(list(given), dtype=torch.long)


def _real(given: Iterable[float]) -> Tensor:
    return torch.tensor([float(one) for one in given], dtype=torch.float)


def _ranges(given: Iterable[tuple[int, int]]) -> Tensor:
    return torch.tensor(list(given), dtype=torch.long).reshape(-1, 2)


def _points(given: Iterable[tuple[int, int, float]]) -> Points:
    every = list(given)
    return Points(
        rows=_whole(row for row, _, _ in every),
        words=_whole(word for _, word, _ in every),
        values=_real(value for _, _, value in every),
    )


def _tags(examples: Sequence[Example], words: int) -> tuple[Tensor, Tensor]:
    gold = np.zeros((len(examples), words, len(TAGGERS)), np.int64)
    tagged = torch.zeros(len(examples), len(TAGGERS))
    for row, example in enumerate(examples):
        for name, spans in example.spans.items():
            tagger = TAGGERS.index(name)
            tagged[row, tagger] = 1
            for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
                gold[row, start, tagger] = BEGIN
                gold[row, start + 1 : end, tagger] = INSIDE
    return torch.from_numpy(gold), tagged


def _kinds(examples: Sequence[Example], field: str, words: int, kinds: int, labels: int) -> Kinds:
    gold = np.zeros((len(examples), words), np.int64)
    judged = np.zeros((len(examples), words), bool)
    outside = np.zeros((len(examples), labels), bool)
    outside[:, 0] = True
    for row, example in enumerate(examples):
        known = example.entity_kinds if field == "entities" else example.role_kinds
        for kind in set(range(kinds)) - known:
            outside[row, [2 * kind + BEGIN, 2 * kind + INSIDE]] = True
        judged[row, : len(example.words)] = bool(known)
        for (start, end), kind in (getattr(example, field) or ()) if known else ():
            gold[row, start] = 2 * kind + BEGIN
            gold[row, start + 1 : end] = 2 * kind + INSIDE
    return Kinds(
        gold=torch.from_numpy(gold),
        judged=torch.from_numpy(judged),
        outside=torch.from_numpy(outside),
    )


def _pairs(examples: Sequence[Example], name: str, words: int) -> Pairs:
    rows, queries, gold = list[int](), list[int](), list[int]()
    keys = torch.zeros(len(examples), words, dtype=torch.bool)
    for row, example in enumerate(examples):
        for query, key in example.links.get(name, ()):
            rows.append(row)
            queries.append(query)
            gold.append(words if key == NOBODY else key)
        keys[row, _keys(example, name)] = True
    asked = np.array(queries, np.int64)
    return Pairs(
        rows=_whole(rows),
        queries=_whole(queries),
        keys=keys,
        gold=_whole(gold),
        buckets=torch.from_numpy(bucket(asked, np.arange(words)).astype(np.uint8)),
    )


def _keys(example: Example, name: str) -> list[int] | slice:
    """Return the words that a link may lead to: the heads of spans, or for a pointer any word."""
    if name in POINTERS:
        return slice(len(example.words))
    heads = {start for start, _ in example.spans.get(name, ())}
    return sorted(heads | {key for _, key in example.links.get(name, ()) if key >= 0})
