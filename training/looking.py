"""The network of a second look, as ``whence.infer.second_look`` computes it: names are the same."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import HIDDEN
from whence.infer.links import BUCKETS
from whence.infer.second_look import HEADS

_SIZE = 128
_ASKS = 4
_BLOCKS = 2
_ENTERING, _WITHIN, _LEAVING = 0.2, 0.1, 0.2
"""Shares of values that are dropped: of the words' vectors, in attention, before the answer."""


class _Block(nn.Module):
    """The questions attend to the words, and are thought over."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = nn.LayerNorm(_SIZE), nn.LayerNorm(_SIZE)
        self.query, self.key, self.value, self.mixed = (nn.Linear(_SIZE, _SIZE) for _ in range(4))
        self.up, self.down = nn.Linear(_SIZE, 2 * _SIZE), nn.Linear(2 * _SIZE, _SIZE)
        self.dropped = nn.Dropout(_WITHIN)

    def forward(self, state: Tensor, seen: Tensor, there: Tensor) -> Tensor:
        """Return the questions' new state (findings, questions, size)."""

        def cut(given: Tensor) -> Tensor:
            return given.view(*given.shape[:2], HEADS, -1).transpose(1, 2)

        query, key, value = (
            cut(self.query(self.before(state))),
            cut(self.key(seen)),
            cut(self.value(seen)),
        )
        scores = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
        scores = scores.masked_fill(~there[:, None, None, :], -1e9)
        mixed = (self.dropped(scores.softmax(-1)) @ value).transpose(1, 2).flatten(2)
        state = state + self.dropped(self.mixed(mixed))
        within = functional.gelu(self.up(self.after(state)), approximate="tanh")
        out: Tensor = state + self.dropped(self.down(within))
        return out


class Look(nn.Module):
    """One question: findings with the words around them in, so many outputs out.

    ``parts`` is how many parts a finding has (``whence.infer.second_look.Finding``).
    """

    def __init__(self, parts: int, outputs: int) -> None:
        super().__init__()
        self.enter, self.own = nn.Linear(HIDDEN, _SIZE), nn.Linear(HIDDEN, _SIZE)
        self.part = nn.Parameter(torch.randn(2**parts, _SIZE))
        self.distance = nn.Parameter(torch.randn(BUCKETS, _SIZE))
        self.kind = nn.Parameter(torch.randn(parts, _SIZE) * 0.02)
        self.asks = nn.Parameter(torch.randn(_ASKS, _SIZE) * 0.02)
        self.normed, self.last = nn.LayerNorm(_SIZE), nn.LayerNorm(_SIZE)
        self.blocks = nn.ModuleList(_Block() for _ in range(_BLOCKS))
        self.answer = nn.Linear((_ASKS + parts) * _SIZE + parts * HIDDEN, outputs)
        self.entering, self.leaving = nn.Dropout(_ENTERING), nn.Dropout(_LEAVING)

    def forward(self, vectors: Tensor, there: Tensor, parts: Tensor, buckets: Tensor) -> Tensor:
        """Return outputs (findings, outputs).

        Args:
            vectors: those of the words around each finding, (findings, words, hidden).
            there: which of these words there are, (findings, words).
            parts: which parts they belong to, as bits, (findings, words).
            buckets: how far they stand from the anchor, (findings, words).
        """
        words = self.enter(self.entering(vectors))
        seen = self.normed(words + self.part[parts] + self.distance[buckets])
        own = torch.stack(
            [_mean(vectors, (parts >> n & 1) * there) for n in range(len(self.kind))], dim=1
        )
        asks = self.asks.expand(len(own), -1, -1)
        state = torch.cat([asks, self.own(own) + self.kind], dim=1)
        for block in self.blocks:
            state = block(state, seen, there)
        told = torch.cat([self.last(state).flatten(1), own.flatten(1)], dim=1)
        out: Tensor = self.answer(self.leaving(told))
        return out


def _mean(vectors: Tensor, inside: Tensor) -> Tensor:
    weights = inside.float().unsqueeze(-1)
    return (vectors * weights).sum(1) / weights.sum(1).clamp(min=1)
