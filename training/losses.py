"""What the model is taught: one loss for each head, over what the examples annotate."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.crf import chosen, partition
from training.examples import UNJUDGED
from training.findings import Findings
from training.targets import Kinds
from whence.infer.labels import ACTS, POOLED, SCALARS

WEIGHTS = {
    "taggers": 1.0, "entities": 1.0, "roles": 4.0, "factuality": 0.5, "loaded": 1.0,
    "relevant": 60.0, "filled": 60.0, "biased": 15.0, "links": 4.0, "acts": 4.0,
    "speakers": 2.0, "standings": 3.0,
}  # fmt: skip
"""What one item of each head weighs against one word of a tagger. Links, acts and pooled heads
have one item where taggers have dozens or hundreds of words; roles are few among many words."""


def losses(found: Findings, batch: Batch) -> dict[str, Tensor]:
    """Return the summed, weighted loss of each head over a batch, in nats."""
    asked = batch.targets
    spread = partition(found.moves, batch.words) - chosen(found.moves, asked.tags, batch.words)
    every = {
        "taggers": (spread * asked.tagged).sum(),
        "entities": _kinds(found.entities, asked.entities),
        "roles": _kinds(found.roles, asked.roles),
        **_scalars(found, batch),
        **_pooled(found, batch),
        "links": sum(
            (_choice(found.links[name], one.gold) for name, one in asked.links.items()),
            spread.new_zeros(()),
        ),
        "acts": _acts(found.acts, batch),
        "speakers": _choice(found.speakers, asked.speakers.kinds),
        "standings": _choice(found.standings, asked.standings.values.long()),
    }
    return {name: WEIGHTS[name] * loss for name, loss in every.items()}


def _choice(logits: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(logits, gold, reduction="sum", ignore_index=UNJUDGED)


def _kinds(logits: Tensor, asked: Kinds) -> Tensor:
    """Cross-entropy where a corpus that does not annotate a kind may have it anywhere outside."""
    logs = functional.log_softmax(logits, dim=-1)
    barred = logs.masked_fill(~asked.outside.unsqueeze(1), -torch.inf)
    free = torch.logsumexp(barred, dim=-1)
    told = logs.gather(2, asked.gold.unsqueeze(2)).squeeze(2)
    return -(torch.where(asked.gold == 0, free, told) * asked.judged).sum()


def _scalars(found: Findings, batch: Batch) -> dict[str, Tensor]:
    every: dict[str, Tensor] = {}
    for head, name in enumerate(SCALARS):
        asked = batch.targets.scalars[name]
        given = found.scalars[asked.rows, asked.words, head]
        if name == "factuality":
            every[name] = functional.smooth_l1_loss(given, asked.values, reduction="sum")
        else:
            every[name] = _yes_or_no(given, asked.values)
    return every


def _pooled(found: Findings, batch: Batch) -> dict[str, Tensor]:
    every: dict[str, Tensor] = {}
    for head, name in enumerate(POOLED):
        asked = batch.targets.pooled[name]
        every[name] = _yes_or_no(found.pooled[asked.rows, head], asked.values)
    return every


def _yes_or_no(logits: Tensor, gold: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, gold, reduction="sum")


def _acts(logits: Tensor, batch: Batch) -> Tensor:
    """An act's kind, whether it is negated, and how certain it is."""
    asked = batch.targets.statements
    known = asked.acts != UNJUDGED
    logits = logits[known]
    return (
        _choice(logits[:, : len(ACTS)], asked.acts[known])
        + _yes_or_no(logits[:, len(ACTS)], asked.negated[known])
        + 0.5
        * functional.smooth_l1_loss(
            logits[:, len(ACTS) + 1], asked.certainty[known], reduction="sum"
        )
    )
