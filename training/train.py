"""Train the reading model by a recipe: ``python -m training.train NAME --data DIR --out DIR``.

Stops and goes on where it was: each checkpoint holds all that the next step needs. Runs on an
accelerator where there is one, or on the CPU; ``--threads`` says on how many cores.
"""

import argparse
import json
import math
import os
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import torch
from msgspec import Struct
from torch import nn
from torch.utils.data import DataLoader, Dataset

from training import recipe
from training.batches import Batch, Cutter
from training.check import check
from training.encoder import SHAPES, weights
from training.examples import Example
from training.findings import findings
from training.gather import Corpora, gathered
from training.losses import losses
from training.model import ReadingModel
from training.recipe import Recipe
from training.targets import moved
from training.teach import lessons, taught
from whence.infer.pieces import Pieces

_EVERY = 200
"""Steps between two checkpoints."""
_TOLD = 20
"""Steps between two lines of the log."""


class Pace(Struct, frozen=True, kw_only=True):
    """How a training runs, which is no matter of its recipe.

    ``half`` multiplies in bfloat16, ``every`` is how many steps lie between two checkpoints (0 for
    none), and ``workers`` make batches ahead. Where ``minutes`` are given, what is left of the
    recipe when they are over is not done: the rate falls by the clock where that goes faster.
    """

    half: bool = False
    every: int = _EVERY
    workers: int | None = None
    minutes: float = math.inf


def device() -> torch.device:
    """Return where to train: an accelerator where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Groups(Dataset[Batch]):
    """The batches of a round, made when they are asked for; each has dice of its own."""

    def __init__(self, pieces: Pieces, groups: Sequence[Sequence[Example]], seed: int) -> None:
        self._pieces, self._groups, self._seed = pieces, groups, seed

    def __len__(self) -> int:
        return len(self._groups)

    def __getitem__(self, number: int) -> Batch:
        dice = random.Random(self._seed + number)
        return Cutter(self._pieces, dice).batch(self._groups[number], augment=True)


class Trainer:
    """One training: the model, its optimiser, its averaged weights, and where it stands."""

    def __init__(
        self, chosen: Recipe, corpora: tuple[Corpora, Corpora], out: Path, pace: Pace
    ) -> None:
        self.recipe, self.pace, self.began = chosen, pace, time.time()
        self.out = out
        self.device = device()
        self.half = pace.half or self.device.type == "cuda"
        out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(chosen.seed)
        self.model = ReadingModel(chosen.dropout, chosen.encoder)
        self.model.encoder.freeze(chosen.frozen)
        self.model.encoder.drop(chosen.inner_dropout)
        self.model.to(self.device)
        self.teachers = [self._teacher(name) for name in chosen.teachers]
        self.average = {name: one.detach().clone() for name, one in self._moving()}
        self.optimiser = torch.optim.AdamW(
            list(_groups(self.model, chosen)), weight_decay=chosen.weight_decay
        )
        self.pieces = Pieces((weights() / "vocab.txt").read_text("utf-8").splitlines())
        self.corpora, self.watched = corpora
        self.round = self.step = self.seen = 0

    def _teacher(self, name: str) -> ReadingModel:
        state = torch.load(self.out.parent / name / "model.pt", weights_only=True)
        size = len(state["encoder.casing.weight"][0])
        made = ReadingModel(encoder=next(n for n, one in SHAPES.items() if one.hidden == size))
        made.load_state_dict(state)
        return made.to(self.device).eval()

    def _moving(self) -> Iterator[tuple[str, nn.Parameter]]:
        return ((name, one) for name, one in self.model.named_parameters() if one.requires_grad)

    def run(self) -> None:
        """Train to the end of the recipe, from the last checkpoint when there is one."""
        self._resume()
        while self.round < self.recipe.rounds and self._left():
            self._one_round()
            self.round, self.step = self.round + 1, 0
            if self.pace.every:
                self.save("last")
        torch.save(self.averaged(), self.out / "model.pt")
        self._watch()

    def _left(self) -> bool:
        return self._spent() < 1

    def _spent(self) -> float:
        """Return the share of the time that is over."""
        return (time.time() - self.began) / 60 / self.pace.minutes

    def _watch(self) -> None:
        """Print how the averaged model reads the development examples."""
        self.model.load_state_dict(self.averaged())
        for name, examples in self.watched.items():
            cutter = Cutter(self.pieces, random.Random(0))
            windows = [one for each in examples for one in cutter.windows(each, phase=False)]
            batches = cutter.batches(windows, augment=False)
            found = check(self.model, (moved(one, self.device) for one in batches))
            print(self.out.name, name, json.dumps(found), flush=True)

    def _one_round(self) -> None:
        groups = self.groups(self.round)
        seed = (self.recipe.seed * 1000 + self.round) * 100_000
        # Batches are made ahead where the CPU would otherwise look on.
        workers = max(0, (os.cpu_count() or 1) - 2) if self.device.type == "cuda" else 0
        if self.pace.workers is not None:
            workers = self.pace.workers
        batches = DataLoader(
            Groups(self.pieces, groups, seed), batch_size=None, num_workers=workers,
            sampler=range(self.step, len(groups)),
        )  # fmt: skip
        began, tokens, sums = time.time(), 0, dict[str, float]()
        for batch in batches:
            if not self._left():
                break
            steps = (self.round + self.step / len(groups)) / self.recipe.rounds
            progress = max(steps, self._spent())
            for name, value in self._learn(moved(batch, self.device), progress).items():
                sums[name] = sums.get(name, 0.0) + value
            self.step, tokens = self.step + 1, tokens + int(batch.mask.sum())
            if self.step % _TOLD == 0:
                line = {name: round(float(one) / _TOLD, 3) for name, one in sums.items()}
                place = f"{self.round}:{self.step}/{len(groups)}"
                print(
                    place, f"{tokens / (time.time() - began):.0f}/s", json.dumps(line), flush=True
                )
                sums = {}
            if self.pace.every and self.step % self.pace.every == 0:
                self.save("last")

    def groups(self, number: int) -> list[list[Example]]:
        """Return the windows of a round's batches: the same for the same recipe and round."""
        dice = random.Random(self.recipe.seed * 1000 + number)
        cutter = Cutter(self.pieces, dice, self.recipe.tokens)
        windows: list[Example] = []
        for name, share in self.recipe.corpora.items():
            examples = self.corpora[name] * int(share)
            rest = share - int(share)
            examples += [one for one in self.corpora[name] if dice.random() < rest]
            windows += [one for each in examples for one in cutter.windows(each, phase=True)]
        return cutter.groups(windows, shuffle=True)

    def _learn(self, batch: Batch, progress: float) -> dict[str, torch.Tensor]:
        rate = schedule(progress, self.recipe.warm_up, self.recipe.final)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        self.model.train()
        lost = self._lost(batch)
        words = batch.words.sum()
        total: torch.Tensor = torch.stack(list(lost.values())).sum() / words
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        # A young average forgets fast, or the untrained heads would stay in it.
        self.seen += 1
        decay = min(self.recipe.average, (1 + self.seen) / (10 + self.seen))
        moving = dict(self._moving())
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.values()), list(moving.values()), 1 - decay)
        return {name: loss.detach() / words for name, loss in lost.items()}

    def _lost(self, batch: Batch) -> dict[str, torch.Tensor]:
        """Return each head's loss: by the labels, and where there are teachers by their word."""
        half = torch.autocast(self.device.type, torch.bfloat16, enabled=self.half)
        with half:
            found = findings(self.model, batch)
        lost = losses(found, batch)
        if not self.teachers:
            return lost
        with torch.no_grad(), half:
            said = [findings(one, batch) for one in self.teachers]
        learnt = lessons(found, taught(said, batch.words), batch)
        share = self.recipe.taught
        return {name: (1 - share) * lost[name] + share * learnt[name] for name in lost}

    def averaged(self) -> dict[str, Any]:
        """Return the model's state with the averaged weights."""
        return {**self.model.state_dict(), **self.average}

    def save(self, name: str) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {
            "model": self.model.state_dict(), "average": self.average, "round": self.round,
            "optimiser": self.optimiser.state_dict(), "step": self.step, "seen": self.seen,
            "recipe": msgspec.to_builtins(self.recipe), "dice": torch.get_rng_state(),
        }  # fmt: skip
        part = self.out / f"{name}.part"
        torch.save(state, part)
        part.replace(self.out / f"{name}.pt")

    def _resume(self) -> None:
        path = self.out / "last.pt"
        if path.exists():
            state = torch.load(path, weights_only=True, map_location="cpu")
            if state["recipe"] != msgspec.to_builtins(self.recipe):
                raise SystemExit(
                    f"{path} is of a training by another recipe: delete it or give another --out"
                )
            torch.set_rng_state(state["dice"])
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.average, self.seen = moved(state["average"], self.device), state["seen"]
            self.round, self.step = state["round"], state["step"]
        elif self.recipe.start:
            start = torch.load(self.out.parent / self.recipe.start / "model.pt", weights_only=True)
            self.model.load_state_dict({**self.model.state_dict(), **start})
            self.average = {name: one.detach().clone() for name, one in self._moving()}


def _groups(model: ReadingModel, chosen: Recipe) -> Iterator[dict[str, Any]]:
    """Yield the layers and the heads with their peak rates; frozen parameters are left out."""
    layers = len(model.encoder.layers)
    for number, layer in enumerate(model.encoder.layers):
        if number >= chosen.frozen:
            peak = chosen.encoder_rate * chosen.layer_decay ** (layers - 1 - number)
            yield {"params": list(layer.parameters()), "peak": peak, "lr": peak}
    inside = {id(one) for one in model.encoder.parameters()}
    heads = [one for one in model.parameters() if id(one) not in inside]
    if chosen.frozen < layers:
        heads.append(model.encoder.casing.weight)
    yield {"params": heads, "peak": chosen.head_rate, "lr": chosen.head_rate}


def schedule(progress: float, warm_up: float, final: float) -> float:
    """Return the share of the peak rate: up to it, then down in a straight line to ``final``."""
    if progress < warm_up:
        return max(progress, 1e-3) / warm_up
    return final + (1 - final) * (1 - progress) / (1 - warm_up)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recipe", help="a file of training/recipes, without .yaml")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder that holds data/, or a packed file"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the trained models")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by then")
    parser.add_argument("--every", type=int, default=_EVERY, help="steps between checkpoints")
    parser.add_argument("--workers", type=int, help="processes that make batches ahead")
    parser.add_argument(
        "--half", action="store_true", help="multiply in bfloat16: faster where a processor has AMX"
    )
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    out = given.out / given.recipe
    pace = Pace(
        half=given.half, every=given.every, workers=given.workers, minutes=given.minutes
    )  # fmt: skip
    Trainer(recipe.read(given.recipe), gathered(given.data), out, pace).run()


if __name__ == "__main__":
    main()
