"""What the model is taught: one loss for each head, over what the examples annotate."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch
from training.examples import NOBODY, Example
from training.model import ReadingModel
from whence.infer.labels import (
    ACTS,
    BEGIN,
    ENTITIES,
    INSIDE,
    LINKS,
    POINTERS,
    POOLED,
    ROLES,
    SCALARS,
    TAGGERS,
)
from whence.infer.links import bucket

WEIGHTS = {
    "taggers": 1.0, "entities": 1.0, "roles": 4.0, "factuality": 0.5, "loaded": 1.0,
    "relevant": 60.0, "filled": 60.0, "biased": 15.0, "links": 4.0, "acts": 4.0,
    "speakers": 2.0, "standings": 3.0,
}  # fmt: skip
"""What one item of each head weighs against one word of a tagger. Links, acts and pooled heads
have one item where taggers have dozens or hundreds of words; roles are few among many words."""


def losses(model: ReadingModel, batch: Batch) -> dict[str, Tensor]:
    """Return the summed, weighted loss of each head over a batch, in nats."""
    vectors = model(batch.pieces, batch.casing, batch.mask, batch.firsts)
    found: dict[str, Tensor] = {"taggers": _taggers(model, vectors, batch)}
    found["entities"] = _kinds(model.entities(vectors), batch.examples, "entities", len(ENTITIES))
    found["roles"] = _kinds(model.roles(vectors), batch.examples, "roles", len(ROLES))
    found.update(_scalars(model.scalars(vectors), batch.examples))
    found.update(_pooled(model, vectors, batch))
    found["links"] = _links(model, vectors, batch.examples)
    found.update(_statements(model, vectors, batch.examples))
    suspects = [(row, *one) for row, each in enumerate(batch.examples) for one in each.standings]
    if suspects:
        found["standings"] = _chosen(model.standings, vectors, suspects)
    return {name: WEIGHTS[name] * loss for name, loss in found.items()}


def _taggers(model: ReadingModel, vectors: Tensor, batch: Batch) -> Tensor:
    rows, count, _ = vectors.shape
    scores = model.taggers(vectors) + model.hinted(batch.hints)
    emissions = scores.view(rows, count, len(TAGGERS), 3)
    gold = torch.zeros(rows, count, len(TAGGERS), dtype=torch.long)
    known = torch.zeros(rows, len(TAGGERS))
    for row, example in enumerate(batch.examples):
        for name, spans in example.spans.items():
            tagger = TAGGERS.index(name)
            known[row, tagger] = 1
            for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
                gold[row, start, tagger] = BEGIN
                gold[row, start + 1 : end, tagger] = INSIDE
    keep = known.sum(1) > 0
    if not keep.any():
        return vectors.new_zeros(())
    chains = model.chains(emissions[keep], gold[keep], batch.words[keep])
    return (chains * known[keep]).sum()


def _kinds(logits: Tensor, examples: Sequence[Example], field: str, kinds: int) -> Tensor:
    """Cross-entropy where a corpus that does not annotate a kind may have it anywhere outside."""
    total = logits.new_zeros(())
    for row, example in enumerate(examples):
        known = example.entity_kinds if field == "entities" else example.role_kinds
        if not known:
            continue
        words = len(example.words)
        gold = torch.zeros(words, dtype=torch.long)
        for (start, end), kind in getattr(example, field) or ():
            gold[start] = 2 * kind + BEGIN
            gold[start + 1 : end] = 2 * kind + INSIDE
        logs = functional.log_softmax(logits[row, :words], dim=-1)
        outside = [0, *(2 * k + edge for k in range(kinds) if k not in known for edge in (1, 2))]
        free = torch.logsumexp(logs[:, outside], dim=-1)
        told = logs.gather(1, gold.unsqueeze(1)).squeeze(1)
        total = total - torch.where(gold == 0, free, told).sum()
    return total


def _scalars(values: Tensor, examples: Sequence[Example]) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    for head, name in enumerate(SCALARS):
        pairs = [
            (row, word, value)
            for row, example in enumerate(examples)
            for word, value in example.scalars.get(name, ())
        ]
        if not pairs:
            continue
        rows, words, gold = (torch.tensor(one) for one in zip(*pairs, strict=True))
        given = values[rows, words, head]
        if name == "factuality":
            found[name] = functional.smooth_l1_loss(given, gold.float(), reduction="sum")
        else:
            found[name] = functional.binary_cross_entropy_with_logits(
                given, gold.float(), reduction="sum"
            )
    return found


def _pooled(model: ReadingModel, vectors: Tensor, batch: Batch) -> dict[str, Tensor]:
    mask = batch.words.unsqueeze(-1)
    logits = model.pooled((vectors * mask).sum(1) / mask.sum(1))
    found: dict[str, Tensor] = {}
    for head, name in enumerate(POOLED):
        rows = [row for row, example in enumerate(batch.examples) if name in example.pooled]
        if rows:
            gold = torch.tensor([batch.examples[row].pooled[name] for row in rows])
            found[name] = functional.binary_cross_entropy_with_logits(
                logits[rows, head], gold, reduction="sum"
            )
    return found


def _links(model: ReadingModel, vectors: Tensor, examples: Sequence[Example]) -> Tensor:
    """Each query chooses among the keys of its own text, or nobody."""
    total = vectors.new_zeros(())
    for row, example in enumerate(examples):
        for name in LINKS:
            pairs = example.links.get(name, ())
            if not pairs:
                continue
            keys = _keys(example, name)
            queries = [query for query, _ in pairs]
            buckets = torch.from_numpy(bucket(np.array(queries), np.array(keys, np.int64)))
            scores = model.links[name](vectors[row, queries], vectors[row, keys], buckets)
            gold = [len(keys) if key == NOBODY else keys.index(key) for _, key in pairs]
            total = total + functional.cross_entropy(scores, torch.tensor(gold), reduction="sum")
    return total


def _keys(example: Example, name: str) -> list[int]:
    """Return the words that a link may lead to: the heads of spans, or for a pointer any word."""
    if name in POINTERS:
        return list(range(len(example.words)))
    heads = {start for start, _ in example.spans.get(name, ())}
    return sorted(heads | {key for _, key in example.links[name] if key >= 0})


def _statements(
    model: ReadingModel, vectors: Tensor, examples: Sequence[Example]
) -> dict[str, Tensor]:
    pairs = [(row, one) for row, example in enumerate(examples) for one in example.statements]
    spoken = [(row, one) for row, example in enumerate(examples) for one in example.speakers]
    found: dict[str, Tensor] = {}
    if pairs:
        joined = torch.stack(
            [
                torch.cat([vectors[row, slice(*span)].mean(0) for span in (one.cue, one.content)])
                for row, one in pairs
            ]
        )
        logits = model.acts(joined)
        acts = torch.tensor([one.act for _, one in pairs])
        negated = torch.tensor([float(one.negated) for _, one in pairs])
        certainty = torch.tensor([float(one.certainty) for _, one in pairs])
        found["acts"] = (
            functional.cross_entropy(logits[:, : len(ACTS)], acts, reduction="sum")
            + functional.binary_cross_entropy_with_logits(
                logits[:, len(ACTS)], negated, reduction="sum"
            )
            + 0.5 * functional.smooth_l1_loss(logits[:, len(ACTS) + 1], certainty, reduction="sum")
        )
    if spoken:
        means = torch.stack([vectors[row, slice(*span)].mean(0) for row, (span, _) in spoken])
        kinds = torch.tensor([kind for _, (_, kind) in spoken])
        found["speakers"] = functional.cross_entropy(model.speakers(means), kinds, reduction="sum")
    return found


def _chosen(head: nn.Module, vectors: Tensor, given: Sequence[tuple[int, int, int]]) -> Tensor:
    """Cross-entropy of a head at single words: (row, word, kind)."""
    rows, words, kinds = (torch.tensor(one) for one in zip(*given, strict=True))
    return functional.cross_entropy(head(vectors[rows, words]), kinds, reduction="sum")
