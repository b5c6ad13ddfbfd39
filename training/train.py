"""Train the reading model by a recipe: ``python -m training.train base --data DIR --out DIR``.

Stops and goes on where it was: each checkpoint holds all that the next step needs. Runs on the
CPU; ``--threads`` says on how many cores.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import nn

from training import recipe
from training.batches import Batch, Cutter
from training.encoder import LAYERS, weights
from training.examples import Example
from training.gather import training
from training.losses import losses
from training.model import ReadingModel
from training.recipe import Recipe
from whence.infer.pieces import Pieces

_EVERY = 200
"""Steps between two checkpoints, and a tenth of it between two lines of the log."""


class Trainer:
    """One training: the model, its optimiser, its averaged weights, and where it stands."""

    def __init__(self, chosen: Recipe, data: Path, out: Path) -> None:
        self.recipe = chosen
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(chosen.seed)
        self.model = ReadingModel(chosen.dropout)
        self.model.encoder.freeze(chosen.frozen)
        self.average = {name: one.detach().clone() for name, one in self._moving()}
        self.optimiser = torch.optim.AdamW(
            list(_groups(self.model, chosen)), weight_decay=chosen.weight_decay
        )
        self.pieces = Pieces((weights() / "vocab.txt").read_text("utf-8").splitlines())
        self.corpora = {name: training(name, data) for name in chosen.corpora}
        self.round = self.step = self.seen = 0

    def _moving(self) -> Iterator[tuple[str, nn.Parameter]]:
        return ((name, one) for name, one in self.model.named_parameters() if one.requires_grad)

    def run(self) -> None:
        """Train to the end of the recipe, from the last checkpoint when there is one."""
        self._resume()
        while self.round < self.recipe.rounds:
            self._one_round()
            self.round, self.step = self.round + 1, 0
            self.save("last")
        self.save("last")
        torch.save(self.averaged(), self.out / "model.pt")

    def _one_round(self) -> None:
        batches = list(self.batches(self.round))
        began, tokens, sums = time.time(), 0, dict[str, float]()
        for number, batch in enumerate(batches):
            if number < self.step:
                continue
            progress = (self.round + number / len(batches)) / self.recipe.rounds
            for name, value in self._learn(batch, progress).items():
                sums[name] = sums.get(name, 0.0) + value
            self.step, tokens = number + 1, tokens + int(batch.mask.sum())
            if self.step % (_EVERY // 10) == 0:
                line = {name: round(value / (_EVERY // 10), 3) for name, value in sums.items()}
                place = f"{self.round}:{self.step}/{len(batches)}"
                print(
                    place, f"{tokens / (time.time() - began):.0f}/s", json.dumps(line), flush=True
                )
                sums = {}
            if self.step % _EVERY == 0:
                self.save("last")

    def batches(self, number: int) -> Iterator[Batch]:
        """Return the batches of a round: the same for the same recipe and round."""
        dice = random.Random(self.recipe.seed * 1000 + number)
        cutter = Cutter(self.pieces, dice, self.recipe.tokens)
        windows: list[Example] = []
        for name, share in self.recipe.corpora.items():
            examples = self.corpora[name] * int(share)
            rest = share - int(share)
            examples += [one for one in self.corpora[name] if dice.random() < rest]
            windows += [one for each in examples for one in cutter.windows(each, phase=True)]
        return cutter.batches(windows, augment=True)

    def _learn(self, batch: Batch, progress: float) -> dict[str, float]:
        rate = _schedule(progress, self.recipe.warm_up, self.recipe.final)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        self.model.train()
        found = losses(self.model, batch)
        words = batch.words.sum()
        total: torch.Tensor = sum(found.values(), torch.zeros(())) / words
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        # A young average forgets fast, or the untrained heads would stay in it.
        self.seen += 1
        decay = min(self.recipe.average, (1 + self.seen) / (10 + self.seen))
        with torch.no_grad():
            for name, one in self._moving():
                self.average[name].lerp_(one, 1 - decay)
        return {name: float(loss.detach() / words) for name, loss in found.items()}

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
            state = torch.load(path, weights_only=True)
            if state["recipe"] != msgspec.to_builtins(self.recipe):
                raise SystemExit(
                    f"{path} is of a training by another recipe: delete it or give another --out"
                )
            torch.set_rng_state(state["dice"])
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.average, self.seen = state["average"], state["seen"]
            self.round, self.step = state["round"], state["step"]
        elif self.recipe.start:
            start = torch.load(self.out.parent / self.recipe.start / "model.pt", weights_only=True)
            self.model.load_state_dict({**self.model.state_dict(), **start})
            self.average = {name: one.detach().clone() for name, one in self._moving()}


def _groups(model: ReadingModel, chosen: Recipe) -> Iterator[dict[str, Any]]:
    """Yield the layers and the heads with their peak rates; frozen parameters are left out."""
    for number, layer in enumerate(model.encoder.layers):
        if number >= chosen.frozen:
            peak = chosen.encoder_rate * chosen.layer_decay ** (LAYERS - 1 - number)
            yield {"params": list(layer.parameters()), "peak": peak, "lr": peak}
    inside = {id(one) for one in model.encoder.parameters()}
    heads = [one for one in model.parameters() if id(one) not in inside]
    if chosen.frozen < LAYERS:
        heads.append(model.encoder.casing.weight)
    yield {"params": heads, "peak": chosen.head_rate, "lr": chosen.head_rate}


def _schedule(progress: float, warm_up: float, final: float) -> float:
    if progress < warm_up:
        return max(progress, 1e-3) / warm_up
    return final + (1 - final) * (1 - progress) / (1 - warm_up)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recipe", help="a file of training/recipes, without .yaml")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True, help="folder of the trained models")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    Trainer(recipe.read(given.recipe), given.data, given.out / given.recipe).run()


if __name__ == "__main__":
    main()
