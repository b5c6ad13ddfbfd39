"""Linear-chain conditional random fields over the tags O, B, I (Lafferty et al. 2001)."""

import torch
from torch import Tensor, nn

from whence.infer.labels import INSIDE, OUTSIDE

TAGS = 3
NEVER = -1e4


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

    def forward(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood, shape (batch, taggers), in nats.

        Args:
            emissions: (batch, words, taggers, 3).
            tags: (batch, words, taggers), of integers.
            mask: (batch, words), true where there is a word; each row starts with one.
        """
        return self._partition(emissions, mask) - self._gold(emissions, tags, mask)

    def _gold(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        here = emissions.gather(-1, tags.unsqueeze(-1)).squeeze(-1)
        here = (here * mask.unsqueeze(-1)).sum(1)
        taggers = torch.arange(tags.shape[-1], device=tags.device)
        steps = self.scores()[taggers, tags[:, :-1], tags[:, 1:]]
        first = torch.where(tags[:, 0] == INSIDE, NEVER, 0.0)
        return here + first + (steps * mask[:, 1:].unsqueeze(-1)).sum(1)

    def _partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        start = torch.zeros(TAGS)
        start[INSIDE] = NEVER
        alpha = emissions[:, 0] + start
        moves = self.scores().unsqueeze(0)
        for word in range(1, emissions.shape[1]):
            ahead = torch.logsumexp(alpha.unsqueeze(-1) + moves, dim=-2) + emissions[:, word]
            alpha = torch.where(mask[:, word, None, None], ahead, alpha)
        return torch.logsumexp(alpha, dim=-1)
