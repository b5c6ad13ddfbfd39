"""Trains the look at hints: ``python -m training.insinuations FOLDER --data DIR``.

The network (``whence.infer.insinuations``) learns, on the frozen encoder's vectors, from our own
passages, in which every hint at who did it is marked. They were written to hint often; so that
plain news is left alone, news of other corpora is read as well, where a sentence counts little and
as none that hints. Writes ``insinuations.npz`` into FOLDER; to be run again after every new
encoder. With ``--check`` a tenth of the passages is kept back, and average precisions on it and on
``passages/dev`` are printed.
"""

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from msgspec import Struct
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import gva, ours, polnear, wikievents
from training.encoder import HIDDEN
from training.examples import Cut, Example
from whence.infer import hints
from whence.infer.insinuations import GLANCED, LIKELY, WEIGHTS, Around, tagger_probabilities
from whence.infer.labels import TAGGERS
from whence.infer.model import Model

_WORDS, _AROUND, _WHOLE, _EACH = 48, 24, 48, 32
_DROPPED = 0.3
_ROUNDS = 7
_TOGETHER = 32
_RATE, _DECAY = 2e-3, 0.02
_LITTLE = 0.03
"""How much a sentence of plain news counts beside one of our passages."""
_MISSED = 8.0
"""How much more the glance pays for a hint that it overlooks than for a sentence looked at."""
_PLAIN = {"polnear": 300, "gva": 800, "wikievents": 206}
"""So many texts of each other corpus are read, spread over it."""
_LONGEST = 4000
"""A text of so many words is not read."""
_SEED = 0
_KEPT_BACK = 10


class Read(Struct, frozen=True, kw_only=True):
    """A text as the encoder saw it: words in half precision, and what is marked of each.

    ``sentences`` are the numbers of the words' sentences, ``around`` their features.
    """

    words: np.ndarray
    means: np.ndarray
    around: np.ndarray
    sentences: np.ndarray
    marked: np.ndarray
    weight: float


class Network(nn.Module):
    """As ``whence.infer.insinuations`` computes it, for many sentences at once; same names."""

    def __init__(self) -> None:
        super().__init__()
        self.glance = nn.Linear(HIDDEN, 1)
        self.words = nn.Linear(HIDDEN + len(TAGGERS), _WORDS)
        self.asked = nn.Linear(_WORDS, 1)
        self.around = nn.Linear(HIDDEN, _AROUND)
        self.whole = nn.Linear(2 * _WORDS + 3 * _AROUND + 2, _WHOLE)
        self.hints = nn.Linear(_WHOLE, 1)
        self.each, self.within = nn.Linear(_WORDS, _EACH), nn.Linear(_WHOLE, _EACH)
        self.word = nn.Linear(_EACH, 1)
        self.dropped = nn.Dropout(_DROPPED)

    def forward(self, batch: "Batch") -> tuple[Tensor, Tensor, Tensor]:
        """Return logits: of the glance and of the look for each sentence, and of each word."""

        def gelu(given: Tensor) -> Tensor:
            return functional.gelu(given, approximate="tanh")

        count, place = len(batch.means), batch.sentences
        words = gelu(self.words(self.dropped(batch.words)))
        asked = self.asked(words).clamp(-10, 10).exp()
        total = torch.zeros(count, 1).index_add(0, place, asked)
        weighed = torch.zeros(count, _WORDS).index_add(0, place, words * asked) / total
        most = torch.full((count, _WORDS), -9.0)
        most = most.scatter_reduce(0, place[:, None].expand_as(words), words, "amax")
        near = [gelu(self.around(batch.around[:, n * HIDDEN : (n + 1) * HIDDEN])) for n in range(3)]
        told = torch.cat([weighed, most, *near, batch.around[:, 3 * HIDDEN :]], dim=1)
        whole = self.dropped(gelu(self.whole(self.dropped(told))))
        each = gelu(self.each(words) + self.within(whole)[place])
        return (
            self.glance(self.dropped(batch.means))[:, 0],
            self.hints(whole)[:, 0],
            self.word(each)[:, 0],
        )


class Batch(Struct, frozen=True, kw_only=True):
    """Texts together, as tensors; a sentence is ``hinting`` when a marked word is in it."""

    words: Tensor
    means: Tensor
    around: Tensor
    sentences: Tensor
    marked: Tensor
    hinting: Tensor
    weights: Tensor


def read(model: Model, examples: Iterable[Example], weight: float) -> Iterator[Read]:
    """Yield examples in the model's vectors; what is not annotated counts as no hint."""
    for one in examples:
        if not 0 < len(one.words) < _LONGEST:
            continue
        text = model.encode(" ".join(one.words))
        count = len(text.vectors)
        if count != len(one.words):
            raise ValueError(f"{one.name}: words are cut in two ways")
        starts = np.unique([0, *text.breaks])
        starts = starts[starts < count]
        near = Around(text.vectors, starts)
        seen = hints.features(count, one.hints)
        marked = np.zeros(count, bool)
        for start, end in one.spans.get("insinuation", ()):
            marked[start:end] = True
        tagged = tagger_probabilities(model.heads, text.tag_scores, seen)
        around = np.concatenate(near.features(np.arange(len(starts))), axis=1)
        yield Read(
            words=np.concatenate([text.vectors, tagged], axis=1).astype(np.float16),
            means=near.means.astype(np.float16),
            around=around.astype(np.float16),
            sentences=np.searchsorted(starts, np.arange(count), side="right") - 1,
            marked=marked,
            weight=weight,
        )


def together(texts: Sequence[Read]) -> Batch:
    """Join texts into one batch."""
    counts = [len(one.means) for one in texts]
    shifts = np.cumsum([0, *counts[:-1]])
    places = [one.sentences + shift for one, shift in zip(texts, shifts, strict=True)]
    sentences = torch.from_numpy(np.concatenate(places))
    marked = torch.from_numpy(np.concatenate([one.marked for one in texts])).float()
    hinting = torch.zeros(sum(counts)).scatter_reduce(0, sentences, marked, "amax")
    return Batch(
        words=torch.from_numpy(np.concatenate([one.words for one in texts])).float(),
        means=torch.from_numpy(np.concatenate([one.means for one in texts])).float(),
        around=torch.from_numpy(np.concatenate([one.around for one in texts])).float(),
        sentences=sentences,
        marked=marked,
        hinting=hinting,
        weights=torch.tensor(np.repeat([one.weight for one in texts], counts)).float(),
    )


def loss(network: Network, batch: Batch) -> Tensor:
    """Return what the sentences and words of a batch cost, in nats each."""
    glanced, whole, each = network(batch)
    costs = functional.binary_cross_entropy_with_logits
    missed = torch.tensor(_MISSED)
    words = batch.weights[batch.sentences]
    by_glance = costs(glanced, batch.hinting, reduction="none", pos_weight=missed)
    by_sentence = costs(whole, batch.hinting, reduction="none")
    by_word = costs(each, batch.marked, reduction="none")
    # The glance is to spare plain news the look: to it, a sentence there counts like any other.
    return by_glance.mean() + (batch.weights * by_sentence).mean() + (words * by_word).mean()


def train(texts: Sequence[Read]) -> Network:
    """Train the network; prints a line a round."""
    torch.manual_seed(_SEED)
    dice = np.random.default_rng(_SEED)
    network, began = Network(), time.monotonic()
    optimizer = torch.optim.AdamW(network.parameters(), _RATE, weight_decay=_DECAY)
    steps = -(-len(texts) // _TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, _ROUNDS * steps)
    for number in range(_ROUNDS):
        order, total = dice.permutation(len(texts)), 0.0
        for at in range(0, len(order), _TOGETHER):
            cost = loss(network, together([texts[place] for place in order[at : at + _TOGETHER]]))
            optimizer.zero_grad()
            cost.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += float(cost.detach())
        spent = time.monotonic() - began
        print(f"{number + 1}: {spent:.0f} s, {total / steps:.4f} nats", flush=True)
    return network.eval()


def write(network: Network, path: Path) -> None:
    """Write the weights in half precision."""
    made = {name: value.numpy().astype(np.float16) for name, value in network.state_dict().items()}
    np.savez(path, **made)


def plain(model: Model, data: Path) -> Iterator[Read]:
    """Yield plain news of other corpora, which hints at nobody."""
    sets = {
        "polnear": polnear.examples(data, "train"),
        "gva": [_bare(one.text) for one in gva.known(data)],
        "wikievents": wikievents.examples(data, "train"),
    }
    for name, wanted in _PLAIN.items():
        step = max(1, len(sets[name]) // wanted)
        yield from read(model, sets[name][::step][:wanted], _LITTLE)


def _bare(text: str) -> Example:
    return Example(name="known", words=Cut(text).words)


def average_precision(scores: Tensor, gold: Tensor) -> float:
    """Return the mean precision at each marked one, by falling score."""
    marked = gold[scores.argsort(descending=True)] > 0
    precisions = marked.cumsum(0) / torch.arange(1, len(marked) + 1)
    return float(precisions[marked].mean())


@torch.no_grad()
def check(name: str, network: Network, texts: Sequence[Read]) -> None:
    """Print how well the sentences and words that hint are told from the others."""
    batch = together(texts)
    glanced, whole, each = network(batch)
    rows = {"glance": (glanced, batch.hinting), "sentences": (whole, batch.hinting)}
    for kind, (scores, gold) in (rows | {"words": (each, batch.marked)}).items():
        if not gold.any():
            continue
        value = average_precision(scores, gold)
        print(f"{name}, {kind}: average precision {value:.3f}")
    passed = glanced.sigmoid() >= GLANCED
    taken = (batch.hinting > 0) & (whole.sigmoid() >= LIKELY)
    print(
        f"{name}: {int(taken.sum())} of {int(batch.hinting.sum())} hints are taken, "
        f"{float(passed[taken].float().mean()):.3f} of them by the glance too, and "
        f"{int(((batch.hinting == 0) & (whole.sigmoid() >= LIKELY)).sum())} others; "
        f"{float(passed.float().mean()):.3f} of all are looked at"
    )


def main() -> None:
    """Parse the command line, train and write the weights, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/polnear")
    parser.add_argument("--check", action="store_true", help="only check")
    given = parser.parse_args()
    model = Model(given.folder)
    passages = list(read(model, ours.examples("train"), 1.0))
    others = list(plain(model, given.data))
    if given.check:
        learnt = [one for number, one in enumerate(passages) if number % _KEPT_BACK]
        network = train([*learnt, *others])
        check("kept back", network, passages[::_KEPT_BACK])
        check("dev", network, list(read(model, ours.examples("dev"), 1.0)))
        check("plain", network, others)
    else:
        write(train([*passages, *others]), given.folder / WEIGHTS)


if __name__ == "__main__":
    main()
