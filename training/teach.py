"""Learning from teachers: several models of another beginning, whose mean says more than labels.

A mean of trainings errs less than each of them, and a single model can learn what it says (Hinton
et al. 2015), also where nobody annotated: of a text that has sources and cues alone, what the
teachers see of acts, suspects, roles and entities.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.crf import partition
from training.findings import Findings
from training.losses import WEIGHTS
from whence.infer.labels import ACTS, POOLED, SCALARS

EVERYWHERE = 0.1
"""What a word's, or a window's, soft target weighs against a label: they are everywhere."""


def taught(said: Sequence[Findings], words: Tensor) -> Findings:
    """Return the mean of what several models said of one batch: probabilities in place of scores.

    ``moves`` are the probabilities of moves under the mean of their potentials; factuality and
    certainty stay the values that they are.
    """
    with torch.enable_grad():
        potentials = torch.stack([one.moves for one in said]).mean(0).detach().requires_grad_()
        (moves,) = torch.autograd.grad(partition(potentials, words).sum(), potentials)
    return Findings(
        moves=moves,
        entities=_mean([one.entities.softmax(-1) for one in said]),
        roles=_mean([one.roles.softmax(-1) for one in said]),
        scalars=_mean([_values(one.scalars, SCALARS.index("factuality")) for one in said]),
        pooled=_mean([one.pooled.sigmoid() for one in said]),
        links={
            name: _mean([one.links[name].softmax(-1) for one in said]) for name in said[0].links
        },
        acts=_mean([_judgements(one.acts) for one in said]),
        speakers=_mean([one.speakers.softmax(-1) for one in said]),
        standings=_mean([one.standings.softmax(-1) for one in said]),
    )


def lessons(found: Findings, given: Findings, batch: Batch) -> dict[str, Tensor]:
    """Return the summed, weighted cross-entropy of each head with what the teachers say, in nats.

    The taggers' is that of whole chains: the student's partition less its expected score.
    """
    real = batch.words
    spread = partition(found.moves, real) - (
        (found.moves.clamp(min=-1e3) * given.moves).sum((-1, -2)) * real.unsqueeze(-1)
    ).sum(1)
    head = len(ACTS)
    every = {
        "taggers": spread.sum(),
        "entities": EVERYWHERE * (_soft(found.entities, given.entities) * real).sum(),
        "roles": EVERYWHERE * (_soft(found.roles, given.roles) * real).sum(),
        "links": sum(
            (_soft(found.links[name], given.links[name]).sum() for name in found.links),
            spread.new_zeros(()),
        ),
        "acts": _soft(found.acts[:, :head], given.acts[:, :head]).sum()
        + _yes_or_no(found.acts[:, head], given.acts[:, head]).sum()
        + 0.5
        * functional.smooth_l1_loss(
            found.acts[:, head + 1], given.acts[:, head + 1], reduction="sum"
        ),
        "speakers": _soft(found.speakers, given.speakers).sum(),
        "standings": _soft(found.standings, given.standings).sum(),
    }
    for number, name in enumerate(SCALARS):
        mine, theirs = found.scalars[..., number], given.scalars[..., number]
        apart = (
            functional.smooth_l1_loss(mine, theirs, reduction="none")
            if name == "factuality"
            else _yes_or_no(mine, theirs)
        )
        every[name] = EVERYWHERE * (apart * real).sum()
    for number, name in enumerate(POOLED):
        every[name] = (
            EVERYWHERE * _yes_or_no(found.pooled[:, number], given.pooled[:, number]).sum()
        )
    return {name: WEIGHTS[name] * loss for name, loss in every.items()}


def _mean(given: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(given)).mean(0)


def _values(scalars: Tensor, plain: int) -> Tensor:
    """Probabilities of what is yes or no; ``plain`` stays the value that it is."""
    made = scalars.sigmoid()
    made[..., plain] = scalars[..., plain]
    return made


def _judgements(acts: Tensor) -> Tensor:
    head = len(ACTS)
    kinds = acts[:, :head].softmax(-1)
    return torch.cat([kinds, acts[:, head : head + 1].sigmoid(), acts[:, head + 1 :]], dim=1)


def _soft(logits: Tensor, given: Tensor) -> Tensor:
    """Cross-entropy with probabilities, one value a place."""
    return -(functional.log_softmax(logits, dim=-1) * given).sum(-1)


def _yes_or_no(logits: Tensor, given: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, given, reduction="none")
