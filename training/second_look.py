"""Trains the second look at statements and suspects: ``python -m training.second_look FOLDER``.

The encoder of FOLDER stays as it is; its vectors are made once, and two small networks
(``training.looking``) learn from them: which act a statement is and whether it is negated, and how
a suspicion stands, or that it is none. Suspicions are looked at where the tagger would see them
with a lower bar (``whence.infer.suspects.candidates``), so that the network learns to leave out.
Both learn from ``passages/train``, which are fuller of accusations and denials than news is; so
that they know plain news as well, acts are also learnt from what the rules say of PolNeAR's
statements, and suspects from names that GVA's records (development part) know as suspected or hurt
and from who is none in the news of three corpora (``training.corpora.unsuspected``).
Writes ``second_look.npz`` into FOLDER; to be run again after every new encoder.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from evaluation.harness.classes import macro_f1
from evaluation.passages import part
from msgspec.structs import replace
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.corpora import unsuspected
from training.corpora.gva import known
from training.looked import UNKNOWN, Asked, Part, gathered, news
from training.looking import Look
from whence.infer.labels import ACTS, STANDINGS
from whence.infer.model import Model
from whence.infer.second_look import WEIGHTS, Finding, around

_ROUNDS = 5
_TOGETHER = 32
_RATE = 1e-3
_DECAY = 0.02
_SMOOTHED = 0.02
_SEED = 7
_MOVED = 0.3
"""How often an edge of a content is moved a little: what is found is not cut as neatly."""
_GUESSED = 0.3
"""How much the rules' word for an act counts beside an annotator's."""
_ELSEWHERE = 0.4
"""How much somebody counts who is no suspect in the news beside one of our passages' people."""
_LINKED = 0.5
"""How often a statement is learnt with the cue and the source that the model finds by itself."""


def _inputs(vectors: Tensor, rows: Sequence[Asked]) -> tuple[Tensor, ...]:
    near = [around([one.finding], one.size) for one in rows]
    there = torch.from_numpy(np.concatenate([one.there for one in near]))
    places = np.concatenate([one.words + each.offset for one, each in zip(near, rows, strict=True)])
    return (
        vectors[torch.from_numpy(places)].float(),
        there,
        torch.from_numpy(np.concatenate([one.parts for one in near])),
        torch.from_numpy(np.concatenate([one.buckets for one in near])),
    )


def _roughened(one: Asked, dice: np.random.Generator) -> Asked:
    """Return a finding as a reader might have it: linked by itself, edges moved."""
    if one.found is None:
        return one
    finding = one.found if dice.random() < _LINKED else one.finding
    cue, content, source = finding.parts
    moved = []
    for start, end in content:
        first, last = (int(step) for step in dice.integers(-2, 3, 2) * (dice.random() < _MOVED))
        left, right = max(0, start + first), min(one.size, end + last)
        moved.append((left, right) if left < right else (start, end))
    return replace(one, finding=Finding(anchor=finding.anchor, parts=(cue, tuple(moved), source)))


def statement_loss(out: Tensor, rows: Sequence[Asked]) -> Tensor:
    """Return what acts and negation cost, in nats a statement."""
    kinds = torch.tensor([one.kind for one in rows])
    negated = torch.tensor([float(one.negated) for one in rows])
    judged = torch.tensor([float(not one.guessed) for one in rows])
    acts = functional.cross_entropy(
        out[:, : len(ACTS)], kinds, label_smoothing=_SMOOTHED, reduction="none"
    )
    whether = functional.binary_cross_entropy_with_logits(
        out[:, len(ACTS)], negated, reduction="none"
    )
    return (torch.where(judged > 0, acts, _GUESSED * acts) + judged * whether).mean()


def suspect_loss(out: Tensor, rows: Sequence[Asked]) -> Tensor:
    """Return what standings cost, in nats a candidate.

    Of those who are suspected in an unknown way, only that they are is learnt.
    """
    kinds = torch.tensor([one.kind for one in rows])
    weights = torch.tensor([_ELSEWHERE if one.guessed else 1.0 for one in rows])
    told = kinds != UNKNOWN
    logs = out.log_softmax(1)
    known = functional.cross_entropy(
        out[told], kinds[told], label_smoothing=_SMOOTHED, reduction="none"
    )
    unknown = -logs[~told, :-1].logsumexp(1)
    return ((weights[told] * known).sum() + (weights[~told] * unknown).sum()) / len(rows)


Loss = Callable[[Tensor, Sequence[Asked]], Tensor]
QUESTIONS: dict[str, tuple[int, int, Loss]] = {
    "statement": (3, len(ACTS) + 1, statement_loss),
    "suspect": (1, len(STANDINGS) + 1, suspect_loss),
}
"""How many parts a finding has, how many outputs, and what they cost."""


def train(question: str, taught: Part, checked: Part, rounds: int) -> Look:
    """Train one question's network; prints a line a round."""
    torch.manual_seed(_SEED)
    dice = np.random.default_rng(_SEED)
    parts, outputs, loss = QUESTIONS[question]
    look, rows = Look(parts, outputs), taught.asked[question]
    steps = rounds * math.ceil(len(rows) / _TOGETHER)
    optimizer = torch.optim.AdamW(look.parameters(), _RATE, weight_decay=_DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.1)
    began = time.monotonic()
    for number in range(rounds):
        look.train()
        total = 0.0
        for batch in _batches(rows, dice):
            given = [_roughened(one, dice) for one in batch]
            cost = loss(look(*_inputs(taught.vectors, given)), given)
            optimizer.zero_grad()
            cost.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(look.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += float(cost.detach()) * len(batch)
        spent = time.monotonic() - began
        print(
            f"{question} {number + 1}: {spent:.0f} s, {total / len(rows):.4f} nats,"
            f" development {checked_by(look, question, checked)}",
            flush=True,
        )
    return look


def _batches(rows: Sequence[Asked], dice: np.random.Generator) -> Iterator[list[Asked]]:
    order = dice.permutation(len(rows))
    for at in range(0, len(rows), _TOGETHER):
        yield [rows[n] for n in order[at : at + _TOGETHER]]


def checked_by(look: Look, question: str, part: Part) -> str:
    """Say how a network answers a part: macro F1 and accuracy of its classes."""
    look.eval()
    rows = [replace(one, finding=one.found or one.finding) for one in part.asked[question]]
    rows = [one for one in rows if one.kind != UNKNOWN]
    kinds = QUESTIONS[question][1] - (question == "statement")
    with torch.no_grad():
        told = [
            int(kind)
            for at in range(0, len(rows), _TOGETHER)
            for kind in look(*_inputs(part.vectors, rows[at : at + _TOGETHER]))[:, :kinds].argmax(1)
        ]
    pairs = [(str(one.kind), str(kind)) for one, kind in zip(rows, told, strict=True)]
    right = sum(gold == mine for gold, mine in pairs)
    macro = macro_f1("", [pairs]).value
    return f"macro F1 {100 * macro:.1f}, {right} of {len(pairs)} right"


def kept(path: Path, anew: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """Return the weights that stay; a glance learnt from an old look would answer for the new."""
    stale = tuple(f"{question}." for question in anew)
    return {name: value for name, value in np.load(path).items() if not name.startswith(stale)}


def main() -> None:
    """Parse the command line, train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/gva")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"{_ROUNDS} by default")
    parser.add_argument("--only", choices=sorted(QUESTIONS), help="one question, the other stays")
    given = parser.parse_args()
    model = Model(given.folder)
    questions = [given.only] if given.only else [*QUESTIONS]
    articles = news(given.data)
    crimes = [*known(given.data), *unsuspected.everyone(given.data, news(given.data, first=1))]
    taught = gathered(model, questions, part("train"), crimes, articles)
    checked = gathered(model, questions, part("dev"))
    path = given.folder / WEIGHTS
    made = kept(path, questions) if given.only and path.exists() else {}
    for question in questions:
        look = train(question, taught, checked, given.rounds)
        made.update(
            (f"{question}.{name}", value.numpy().astype(np.float16))
            for name, value in look.state_dict().items()
        )
    np.savez(path, **made)


if __name__ == "__main__":
    main()
