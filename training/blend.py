"""The mean of several trainings' weights: ``python -m training.blend A B C --out MODELS/NAME``.

Trainings that go on from the same weights end so near each other that the mean of their weights is
a model too, and reads better than most of them (Wortsman et al. 2022, "Model soups").
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def blended(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of each weight.

    Raises:
        KeyError: when a weight of the first is in another not to be found.
    """
    return {name: torch.stack([one[name] for one in states]).mean(0) for name in states[0]}


def main() -> None:
    """Parse the command line and blend."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", help="folders that hold a model.pt")
    parser.add_argument("--out", type=Path, required=True, help="folder of the mean")
    given = parser.parse_args()
    states = [torch.load(one / "model.pt", weights_only=True) for one in given.folders]
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(blended(states), given.out / "model.pt")


if __name__ == "__main__":
    main()
