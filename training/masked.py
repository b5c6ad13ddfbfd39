"""Teach the encoder the language of news: ``python -m training.masked --data FILE --out DIR``.

The weights to start from were last trained to put whole sentences side by side, which costs what
single words need. Words of the training texts are hidden and must be guessed from the others
(Devlin et al. 2019; whole words, as Cui et al. 2019), before anything else is learnt (Gururangan
et al. 2020). What comes out is a start for a recipe.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training import wide
from training.batches import Cutter
from training.encoder import PIECES, Encoder, weights
from training.examples import Example
from training.gather import gathered
from training.model import ReadingModel
from training.targets import moved
from training.train import device, schedule
from whence.infer.pieces import Pieces

_SHARE, _MASKED, _OTHER = 0.2, 0.8, 0.1
"""Of all words so many are to be guessed; of these so many are hidden, and so many exchanged."""
_IGNORED = -100
_MASK = 103
"""The piece that hides another: [MASK] in BERT's alphabet."""


class Guesser(nn.Module):
    """The encoder with a head that names the pieces: its vectors against the table of pieces."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.shape.hidden
        self.turned = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.bias = nn.Parameter(torch.zeros(PIECES))

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor, gold: Tensor) -> Tensor:
        """Return the mean cross-entropy at the pieces to guess, in nats."""
        states = self.encoder(pieces, casing, mask)
        asked = gold != _IGNORED
        turned = self.norm(functional.gelu(self.turned(states[asked])))
        logits = functional.linear(turned, self.encoder.pieces.weight, self.bias)
        return functional.cross_entropy(logits.float(), gold[asked])


def hidden(pieces: Tensor, words: Tensor, dice: torch.Generator) -> tuple[Tensor, Tensor]:
    """Return pieces with some words hidden, and what stood there (elsewhere ``_IGNORED``).

    Args:
        pieces: (rows, pieces).
        words: (rows, pieces) number of the word that a piece belongs to; -1 for marks.
        dice: of the pieces' device.
    """
    rows, count = pieces.shape

    def luck() -> Tensor:
        drawn = torch.rand(rows, count, generator=dice, device=pieces.device)
        return drawn.gather(1, words.clamp(min=0))

    asked = (luck() < _SHARE) & (words >= 0)
    how = luck()
    other = torch.randint(999, PIECES, (rows, count), generator=dice, device=pieces.device)
    shown = torch.where(asked & (how < _MASKED), _MASK, pieces)
    shown = torch.where(asked & (how > 1 - _OTHER), other, shown)
    return shown, torch.where(asked, pieces, _IGNORED)


Drawn = tuple[Tensor, Tensor, Tensor, Tensor]
"""A batch: its pieces, their casing, where there are any, and the number of each one's word."""


def batches(texts: Sequence[Example], tokens: int, where: torch.device) -> list[Drawn]:
    """Return bare texts in batches on a device: made once, hidden anew each time they are seen."""
    pieces = Pieces((weights() / "vocab.txt").read_text("utf-8").splitlines())
    cutter = Cutter(pieces, random.Random(20), tokens)
    bare = (Example(name=one.name, words=one.words) for one in texts)
    windows = [window for one in bare for window in cutter.windows(one, phase=False)]
    found: list[Drawn] = []
    for group in cutter.groups(windows, shuffle=True):
        one = cutter.batch(group)
        words = torch.zeros_like(one.pieces).scatter_(1, one.firsts, 1).cumsum(1) - 1
        words[(one.mask == 0) | (one.pieces == pieces.end)] = -1
        words[:, 0] = -1
        found.append(moved((one.pieces, one.casing, one.mask, words), where))
    return found


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="data folder or packed examples")
    parser.add_argument("--out", type=Path, required=True, help="folder of the trained models")
    parser.add_argument("--rounds", type=int, default=30, help="passes over all training texts")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by then")
    parser.add_argument("--wide", type=Path, help="a teacher's encoder (training.wide)")
    parser.add_argument("--tokens", type=int, default=16384, help="most pieces of a batch")
    given = parser.parse_args()
    corpora, _ = gathered(given.data)
    texts = [one for name in sorted(corpora) for one in corpora[name]]
    torch.manual_seed(20)
    model = ReadingModel(encoder="mpnet" if given.wide else "minilm")
    if given.wide:
        model.encoder = wide.encoder(given.wide)
    model.encoder.freeze(0)
    guesser = Guesser(model.encoder).to(device())
    pace = given.rounds, given.rate, given.minutes
    _train(guesser, batches(texts, given.tokens, device()), *pace)
    out = given.out / ("masked-wide" if given.wide else "masked")
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.cpu().state_dict(), out / "model.pt")


def _train(guesser: Guesser, drawn: list[Drawn], rounds: int, peak: float, minutes: float) -> None:
    moving = [one for one in guesser.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(moving, lr=peak, weight_decay=0.01)
    where = device()
    dice, order = torch.Generator(where).manual_seed(20), random.Random(20)
    began = time.time()
    for number in range(rounds):
        lost = torch.zeros((), device=where)
        order.shuffle(drawn)
        for step, (pieces, casing, real, words) in enumerate(drawn):
            spent = (time.time() - began) / 60 / minutes
            if spent >= 1:
                return
            shown, gold = hidden(pieces, words, dice)
            progress = max((number + step / len(drawn)) / rounds, spent)
            rate = peak * schedule(progress, 0.05, 0.02)
            for group in optimiser.param_groups:
                group["lr"] = rate
            with torch.autocast(where.type, torch.bfloat16):
                loss = guesser(shown, casing, real, gold)
            loss.backward()
            nn.utils.clip_grad_norm_(moving, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            lost += loss.detach()
        line = {"guessed": round(float(lost) / len(drawn), 3)}
        print(f"{number}/{rounds}", f"{time.time() - began:.0f} s", json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
