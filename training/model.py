"""The reading model: one encoder, and small heads that all read its last layer."""

import math

import torch
from torch import Tensor, nn

from training.crf import TAGS, Chains
from training.encoder import SHAPES, Encoder, pretrained
from whence.infer.hints import SIZE
from whence.infer.labels import (
    ACTS,
    ENTITIES,
    LINKS,
    POOLED,
    ROLES,
    SCALARS,
    SPEAKERS,
    STANDINGS,
    TAGGERS,
    tags,
)
from whence.infer.links import BUCKETS

LINK_SIZE = 64


class Linker(nn.Module):
    """Scores of query words against key words: a scaled product, a bias by distance, and nobody.

    A key may stand before or after; the distance in words falls into signed buckets.
    """

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.query = nn.Linear(hidden, LINK_SIZE)
        self.key = nn.Linear(hidden, LINK_SIZE)
        self.nobody = nn.Linear(hidden, 1)
        self.distance = nn.Parameter(torch.zeros(BUCKETS))

    def forward(self, queries: Tensor, keys: Tensor, buckets: Tensor) -> Tensor:
        """Return scores (queries, keys + 1); the last column is nobody."""
        products = self.query(queries) @ self.key(keys).T / math.sqrt(LINK_SIZE)
        return torch.cat([products + self.distance[buckets], self.nobody(queries)], dim=1)


class ReadingModel(nn.Module):
    """The encoder with its heads; one vector a word, that of its first piece."""

    def __init__(self, dropout: float = 0.1, encoder: str = "minilm") -> None:
        """Make one on an encoder's weights as they ship; of a larger one, without any weights."""
        super().__init__()
        shape = SHAPES[encoder]
        self.encoder = Encoder(shape) if shape.distances else pretrained()
        self.size = hidden = shape.hidden
        self.dropout = nn.Dropout(dropout)
        self.taggers = nn.Linear(hidden, len(TAGGERS) * TAGS)
        self.hinted = nn.Linear(SIZE, len(TAGGERS) * TAGS, bias=False)
        nn.init.zeros_(self.hinted.weight)
        self.chains = Chains(len(TAGGERS))
        self.entities = nn.Linear(hidden, len(tags(ENTITIES)))
        self.roles = nn.Linear(hidden, len(tags(ROLES)))
        self.scalars = nn.Linear(hidden, len(SCALARS))
        self.pooled = nn.Linear(hidden, len(POOLED))
        self.acts = nn.Linear(2 * hidden, len(ACTS) + 2)
        self.speakers = nn.Linear(hidden, len(SPEAKERS))
        self.standings = nn.Linear(hidden, len(STANDINGS))
        self.links = nn.ModuleDict({name: Linker(hidden) for name in LINKS})

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Return one vector a word, shape (batch, words, hidden).

        Args:
            pieces: (batch, pieces) identifiers, with start and end marks.
            casing: (batch, pieces) casing of the word that a piece belongs to.
            mask: (batch, pieces) one where there is a piece.
            firsts: (batch, words) index of each word's first piece; padding points at the start.
        """
        states: Tensor = self.encoder(pieces, casing, mask)
        index = firsts.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return self.dropout(states.gather(1, index))
