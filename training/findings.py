"""What a model says at the places that a batch asks about, before anything is decided."""

import math

import torch
from msgspec import Struct
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.crf import NEVER
from training.model import LINK_SIZE, ReadingModel
from training.targets import Pairs
from whence.infer.labels import LINKS, TAGGERS
from whence.infer.links import BUCKETS


class Findings(Struct, frozen=True, kw_only=True):
    """Scores before any softmax, in single precision.

    ``moves`` (rows, words, taggers, 3, 3) see ``crf.Chains.moves``; ``entities`` and ``roles``
    (rows, words, tags); ``scalars`` (rows, words, 2); ``pooled`` (rows, 3); ``links`` by name
    (links, words + 1), the last for nobody; ``acts`` (statements, acts + 2), ``speakers`` and
    ``standings`` (places, kinds).
    """

    moves: Tensor
    entities: Tensor
    roles: Tensor
    scalars: Tensor
    pooled: Tensor
    links: dict[str, Tensor]
    acts: Tensor
    speakers: Tensor
    standings: Tensor


def findings(model: ReadingModel, batch: Batch) -> Findings:
    """Return what a model says of a batch, at the places that its targets name."""
    asked = batch.targets
    vectors = model(batch.pieces, batch.casing, batch.mask, batch.firsts).float()
    rows, count, _ = vectors.shape
    emissions = model.taggers(vectors) + model.hinted(batch.hints)
    told = asked.statements
    joined = [means(vectors, told.rows, one) for one in (told.cues, told.contents)]
    spoken = asked.speakers
    real = batch.words.unsqueeze(-1)
    return Findings(
        moves=model.chains.moves(emissions.view(rows, count, len(TAGGERS), 3).float()),
        entities=model.entities(vectors).float(),
        roles=model.roles(vectors).float(),
        scalars=model.scalars(vectors).float(),
        pooled=model.pooled((vectors * real).sum(1) / real.sum(1)).float(),
        links={name: _links(model, name, vectors, asked.links[name]) for name in LINKS},
        acts=model.acts(torch.cat(joined, dim=1)).float(),
        speakers=model.speakers(means(vectors, spoken.rows, spoken.spans)).float(),
        standings=model.standings(vectors[asked.standings.rows, asked.standings.words]).float(),
    )


def means(vectors: Tensor, rows: Tensor, ranges: Tensor) -> Tensor:
    """Return the mean vector of each range of words, shape (ranges, hidden).

    Args:
        vectors: (rows, words, hidden).
        rows: (ranges,) the row that each lies in.
        ranges: (ranges, 2) first word, and word after the last.
    """
    sums = functional.pad(vectors.cumsum(1), (0, 0, 1, 0))
    size = (ranges[:, 1:] - ranges[:, :1]).clamp(min=1)
    return (sums[rows, ranges[:, 1]] - sums[rows, ranges[:, 0]]) / size


def _links(model: ReadingModel, name: str, vectors: Tensor, asked: Pairs) -> Tensor:
    """Score all words of a row against each other and take the queries' own scores out."""
    linker = model.links[name]
    every = linker.query(vectors) @ linker.key(vectors).transpose(1, 2) / math.sqrt(LINK_SIZE)
    # A table looked up so often would be summed up bucket by bucket on the way back: a product is
    # the same, and quick.
    apart = (asked.buckets.unsqueeze(-1) == torch.arange(BUCKETS, device=vectors.device)).float()
    scores = every[asked.rows, asked.queries] + apart @ linker.distance
    scores = scores.masked_fill(~asked.keys[asked.rows], NEVER)
    nobody = linker.nobody(vectors[asked.rows, asked.queries])
    return torch.cat([scores, nobody], dim=1).float()
