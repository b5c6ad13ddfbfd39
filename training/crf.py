"""Linear-chain conditional random fields over the tags O, B, I (Lafferty et al. 2001).

A chain's moves are matrices, one a word, and what is summed over all chains is their product: so
it is taken two by two, in as many steps as the logarithm of the words (Blelloch 1990), which an
accelerator does at once.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from whence.infer.labels import INSIDE, OUTSIDE

TAGS = 3
NEVER = -1e4
Sum = Callable[[Tensor], Tensor]
"""How the ways to one tag are put together: their sum, or the best of them; over dimension -2."""


def constraints() -> Tensor:
    """Return what no chain may do, shape (3, 3), from row to column: I after O."""
    barred = torch.zeros(TAGS, TAGS)
    barred[OUTSIDE, INSIDE] = NEVER
    return barred


class Chains(nn.Module):
    """Several independent chains of one length, scored at once: one for each tagger."""

    barred: Tensor

    def __init__(self, taggers: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(taggers, TAGS, TAGS))
        self.register_buffer("barred", constraints())

    def scores(self) -> Tensor:
        """Return the transition scores with the forbidden ones barred: (taggers, 3, 3)."""
        return self.transitions + self.barred

    def moves(self, emissions: Tensor) -> Tensor:
        """Return the log-potential of each move: (batch, words, taggers, 3 before, 3 here).

        Args:
            emissions: (batch, words, taggers, 3). The first word's rows are all alike: no chain
                starts inside.
        """
        moves = self.scores() + emissions.unsqueeze(-2)
        start = torch.zeros_like(moves[:, :1, :, :, 0])
        first = emissions[:, :1].unsqueeze(-2) + start.unsqueeze(-1)
        inside = torch.zeros(TAGS, device=emissions.device)
        inside[INSIDE] = NEVER
        return torch.cat([first + inside, moves[:, 1:]], dim=1)

    def forward(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood, shape (batch, taggers), in nats.

        Args:
            emissions: (batch, words, taggers, 3).
            tags: (batch, words, taggers), of integers.
            mask: (batch, words), true where there is a word; each row starts with one.
        """
        moves = self.moves(emissions)
        return partition(moves, mask) - chosen(moves, tags, mask)


def partition(moves: Tensor, mask: Tensor, total: Sum = lambda ways: ways.logsumexp(-2)) -> Tensor:
    """Return the logarithm of the sum over all chains, shape (batch, taggers).

    Its gradient by ``moves`` is the probability of each move; with the best in place of the sum,
    it is one on the best chain's moves.
    """
    same = torch.full((TAGS, TAGS), NEVER, device=moves.device).fill_diagonal_(0.0)
    left = torch.where(mask[:, :, None, None, None], moves, same)
    while left.shape[1] > 1:
        if left.shape[1] % 2:
            left = torch.cat([left, same.expand(left.shape[0], 1, left.shape[2], -1, -1)], dim=1)
        ways = left[:, 0::2].unsqueeze(-1) + left[:, 1::2].unsqueeze(-3)
        left = total(ways)
    return total(left[:, 0, :, 0, :, None]).squeeze(-1)


def chosen(moves: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """Return the score of one chain, shape (batch, taggers)."""
    before = torch.cat([torch.zeros_like(tags[:, :1]), tags[:, :-1]], dim=1)
    index = (before * TAGS + tags).unsqueeze(-1)
    return (moves.flatten(-2).gather(-1, index).squeeze(-1) * mask.unsqueeze(-1)).sum(1)
