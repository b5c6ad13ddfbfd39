"""Trains names in context on the frozen encoder: ``python -m training.names FOLDER --data DIR``.

The network (``whence.infer.names``) learns from articles of Wikinews, whose every name is marked,
and from the sentences of the other corpora of entities, of which a part is drawn each round. Only
words count of which the linear head is not sure: it is not asked about others. Writes
``names.npz`` into FOLDER; to be run again after every new encoder. With ``--check`` it only says
how well it does on the articles that the encoder did not learn from, each fifth of them by a
network that learnt from the others.
"""

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import f1_score
from msgspec import Struct
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import entities, wikinews
from training.encoder import HIDDEN
from training.examples import Example
from whence.infer.heads import Vectors, softmax
from whence.infer.labels import ENTITIES
from whence.infer.model import Model
from whence.infer.names import SURE, WEIGHTS, Names, Places, alike, pooled
from whence.infer.viterbi import decode_kinds, spans

_OTHERS = ("wnut17", "wikigold", "re3d", "uner_ewt")
_DRAWN = 2500
"""Sentences of the other corpora that are read each round; an article counts twice as much."""
_LESS = 0.5
_SIZE = 96
_ROUNDS = 40
_TOGETHER = 16
_RATE, _SLOWER, _DECAY = 2e-3, 0.925, 0.01
_DROPPED = 0.2
_SEED = 3
_LEARNT = 102
"""So many articles, the first ones, the encoder has learnt from."""
_FOLDS = 5
_TAGS = 1 + 2 * len(ENTITIES)


class Read(Struct, frozen=True, kw_only=True):
    """An example as the encoder saw it, with the tag of each word.

    ``unknown`` are the tags that an unmarked word may have: none, and those not annotated there.
    """

    vectors: Vectors
    linear: Vectors
    same: tuple[Places, ...]
    seen: Tensor
    tags: Tensor
    asked: Tensor
    unknown: Tensor
    weight: float
    gold: frozenset[tuple[int, int, int]]
    kinds: frozenset[int]


class Network(nn.Module):
    """As ``whence.infer.names`` computes it, for all words at once: names are the same."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Linear(2 * HIDDEN, _SIZE)
        self.weight, self.bias = nn.Parameter(torch.ones(_SIZE)), nn.Parameter(torch.zeros(_SIZE))
        self.first, self.second = (nn.Linear(3 * _SIZE, _SIZE) for _ in range(2))
        self.out = nn.Linear(_SIZE + HIDDEN, _TAGS)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.dropped = nn.Dropout(_DROPPED)

    def forward(self, seen: Tensor) -> Tensor:
        """Return what is added to the linear scores, for words with pooled ones (words, 768)."""
        entered = self.enter(self.dropped(seen))
        state = functional.layer_norm(entered, (_SIZE,), self.weight, self.bias)
        for layer in (self.first, self.second):
            edged = functional.pad(state, (0, 0, 1, 1))
            three = torch.cat([edged[:-2], edged[1:-1], edged[2:]], dim=1)
            state = state + functional.gelu(layer(three), approximate="tanh")
        told = torch.cat([self.dropped(state), seen[:, :HIDDEN]], dim=1)
        out: Tensor = self.out(told)
        return out


def read(model: Model, examples: Iterable[Example], weight: float) -> Iterator[Read]:
    """Yield examples in the model's vectors."""
    for one in examples:
        text = model.encode(" ".join(one.words))
        if len(text.vectors) != len(one.words):
            raise ValueError(f"{one.name}: words are cut in two ways")
        linear = model.heads.linear("entities", text.vectors)
        linear[:, 1:] += model.settings.entity_bias
        same = alike(one.words)
        seen = np.concatenate([text.vectors, pooled(text.vectors, same)], axis=1)
        tags = torch.zeros(len(one.words), dtype=torch.long)
        for (start, end), kind in one.entities:
            tags[start], tags[start + 1 : end] = 1 + 2 * kind, 2 + 2 * kind
        unknown = [kind not in one.entity_kinds for kind in range(len(ENTITIES)) for _ in "BI"]
        yield Read(
            vectors=text.vectors,
            linear=linear,
            same=tuple(same),
            seen=torch.from_numpy(seen),
            tags=tags,
            asked=torch.from_numpy(softmax(linear)[:, 0] < SURE),
            unknown=torch.tensor([True, *unknown]),
            weight=weight,
            gold=frozenset((*span, kind) for span, kind in one.entities),
            kinds=one.entity_kinds,
        )


def loss(network: Network, one: Read) -> Tensor:
    """Return what the tags of the asked words cost, in nats each, (words,)."""
    scores = torch.from_numpy(one.linear) + network(one.seen)
    logs = scores.log_softmax(1)[one.asked]
    tags = one.tags[one.asked]
    told = logs.gather(1, tags[:, None])[:, 0]
    none = logs[:, one.unknown].logsumexp(1)  # outside, or of a kind that is not annotated
    return -torch.where(tags == 0, none, told)


def train(articles: Sequence[Read], others: Sequence[Read]) -> Network:
    """Train the network; prints a line a round."""
    torch.manual_seed(_SEED)
    dice = np.random.default_rng(_SEED)
    network, began = Network(), time.monotonic()
    optimizer = torch.optim.AdamW(
        [
            {"params": [*network.out.parameters()], "lr": _RATE / 2},
            {"params": [value for name, value in network.named_parameters() if name[:3] != "out"]},
        ],
        _RATE,
        weight_decay=_DECAY,
    )
    for number in range(_ROUNDS):
        drawn = dice.choice(len(others), min(len(others), _DRAWN), replace=False)
        rows = [*articles, *(others[place] for place in drawn)]
        order, total, count = dice.permutation(len(rows)), 0.0, 0
        network.train()
        for at in range(0, len(order), _TOGETHER):
            batch = [rows[place] for place in order[at : at + _TOGETHER]]
            costs = [(one.weight, loss(network, one)) for one in batch if one.asked.any()]
            if not costs:
                continue
            words = sum(weight * len(cost) for weight, cost in costs)
            mean = torch.stack([weight * cost.sum() for weight, cost in costs]).sum() / words
            optimizer.zero_grad()
            mean.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            total, count = total + float(mean.detach()), count + 1
        for group in optimizer.param_groups:
            group["lr"] *= _SLOWER
        spent = time.monotonic() - began
        print(f"{number + 1}: {spent:.0f} s, {total / count:.4f} nats", flush=True)
    return network.eval()


def write(network: Network, path: Path) -> None:
    """Write the weights in half precision."""
    made = {name: value.numpy().astype(np.float16) for name, value in network.state_dict().items()}
    np.savez(path, **made)


def found(names: Names, one: Read) -> Counts:
    """Return how the entities of an example are found, of the kinds that it annotates."""
    scores = names.scores(one.linear, one.vectors, one.same) if names.known else one.linear
    mine = {span for span in spans(decode_kinds(scores)) if span[2] in one.kinds}
    return Counts(len(mine & one.gold), len(mine), len(one.gold))


def check(articles: Sequence[Read], others: Sequence[Read], folder: Path) -> None:
    """Print how well names are found by the linear head and by networks that learnt elsewhere."""
    learnt, fresh = articles[:_LEARNT], articles[_LEARNT:]
    plain = Names(folder / "none")
    before = [found(plain, one) for one in fresh]
    after: list[Counts] = []
    for fold in range(_FOLDS):
        rest = [one for number, one in enumerate(fresh) if number % _FOLDS != fold]
        write(train([*learnt, *rest], others), folder / WEIGHTS)
        after += [found(Names(folder), one) for one in fresh[fold::_FOLDS]]
        for name, counts in (("linear", before), ("in context", after)):
            score = f1_score(name, counts)
            print(f"{name}: F1 {100 * score.value:.1f} ({score.low:.3f}-{score.high:.3f})")


def main() -> None:
    """Parse the command line, train and write the weights, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/ner")
    parser.add_argument("--check", type=Path, metavar="SCRATCH", help="only check, weights there")
    given = parser.parse_args()
    model = Model(given.folder)
    articles = list(read(model, wikinews.examples(given.data), 1.0))
    sentences = (one for name in _OTHERS for one in entities.examples(given.data, name))
    others = list(read(model, sentences, _LESS))
    if given.check:
        check(articles, others, given.check)
    else:
        write(train(articles, others), given.folder / WEIGHTS)


if __name__ == "__main__":
    main()
