"""How well a model reads development examples, quickly: to watch a training by, not to report.

What is reported is measured on what ships, by ``evaluation/``.
"""

from collections import Counter
from collections.abc import Iterable

import torch
from torch import Tensor

from training.batches import Batch
from training.crf import partition
from training.examples import UNJUDGED
from training.findings import Findings, findings
from training.losses import losses
from training.model import ReadingModel
from whence.infer.labels import ACTS, BEGIN, INSIDE, TAGGERS

Spans = set[tuple[int, int, int, int]]


def check(model: ReadingModel, batches: Iterable[Batch]) -> dict[str, float]:
    """Return F1 of exact spans by tagger and of roles, shares of links and acts that are right.

    Beside them the summed losses of all heads by word, under ``loss``.
    """
    model.eval()
    counts: Counter[str] = Counter()
    lost = words = 0.0
    for batch in batches:
        with torch.no_grad():
            found = findings(model, batch)
            lost += float(sum(losses(found, batch).values()))
        words += float(batch.words.sum())
        _count(counts, found, batch)
    names = sorted({name.rsplit(":", 1)[0] for name in counts})
    return {"loss": lost / max(1.0, words), **{name: _score(counts, name) for name in names}}


def _score(counts: Counter[str], name: str) -> float:
    right, said, gold = (counts[f"{name}:{one}"] for one in ("right", "said", "gold"))
    return round(200 * right / max(1, said + gold), 1)


def _count(counts: Counter[str], found: Findings, batch: Batch) -> None:
    asked = batch.targets
    tags = best(found.moves, batch.words)
    for number, name in enumerate(TAGGERS):
        known = asked.tagged[:, number] > 0
        if known.any():
            mine = tags[known, :, number] * batch.words[known]
            _spans(counts, name, _runs(mine), _runs(asked.tags[known, :, number]))
    judged = asked.roles.judged
    if judged.any():
        mine = found.roles.argmax(-1) * judged
        _spans(counts, "roles", _runs(mine), _runs(asked.roles.gold))
    for name, one in asked.links.items():
        _choices(counts, f"link {name}", found.links[name], one.gold)
    known = asked.statements.acts != UNJUDGED
    _choices(counts, "acts", found.acts[known][:, : len(ACTS)], asked.statements.acts[known])


def best(moves: Tensor, words: Tensor) -> Tensor:
    """Return the tags of the best chains, shape (rows, words, taggers): a best move's end."""
    with torch.enable_grad():
        given = moves.detach().requires_grad_()
        (path,) = torch.autograd.grad(
            partition(given, words, lambda ways: ways.amax(-2)).sum(), given
        )
    return path.sum(-2).argmax(-1)


def _runs(tags: Tensor) -> Spans:
    """Return spans as (row, kind, first word, last word); tags are O, or B and I of kinds."""
    found: Spans = set()
    for row, line in enumerate(tags.tolist()):
        start = None
        for word, tag in enumerate([*line, 0]):
            goes_on = start is not None and tag == start[0] + INSIDE - BEGIN
            if start is not None and not goes_on:
                found.add((row, *start, word - 1))
                start = None
            if tag and tag % 2 == BEGIN:
                start = (tag, word)
    return found


def _spans(counts: Counter[str], name: str, said: Spans, gold: Spans) -> None:
    counts[f"{name}:right"] += len(said & gold)
    counts[f"{name}:said"] += len(said)
    counts[f"{name}:gold"] += len(gold)


def _choices(counts: Counter[str], name: str, logits: Tensor, gold: Tensor) -> None:
    if not len(gold):
        return
    counts[f"{name}:right"] += int((logits.argmax(-1) == gold).sum())
    counts[f"{name}:said"] += len(gold)
    counts[f"{name}:gold"] += len(gold)
