"""Settle the heads on the encoder that ships: ``python -m training.settle FOLDER --data DIR``.

Eight-bit weights move the encoder's vectors; the heads, which ship in single precision, are
trained a little longer on the vectors that they will really get. The encoder stays as it is.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training import recipe
from training.export import heads
from training.model import ReadingModel
from training.train import Trainer
from whence.infer.encoders import OnnxEncoder
from whence.infer.heads import HEADS


class Settling(ReadingModel):
    """The reading model with the exported encoder in the place of its own."""

    def __init__(self, folder: Path, dropout: float) -> None:
        super().__init__(dropout)
        self._exported = OnnxEncoder(folder, threads=2)

    def states(self, pieces: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return the exported encoder's states, each row read by itself as the product reads."""
        found = torch.zeros(*pieces.shape, self.size)
        for row, size in enumerate(mask.sum(1).tolist()):
            given = (one[row : row + 1, :size].numpy() for one in (pieces, casing, mask))
            found[row, :size] = torch.from_numpy(self._exported.encode(*given)[0])
        return found


def settle(state: Path, folder: Path, data: Path, name: str) -> None:
    """Train the heads of a trained model on a folder's encoder and write them there."""
    chosen = recipe.read(name)
    model = Settling(folder, chosen.dropout)
    model.load_state_dict(torch.load(state, weights_only=True))
    model.encoder.requires_grad_(False)
    trainer = Trainer(chosen, data, folder.with_name(f"{folder.name}-settling"), model)
    trainer.run()
    model.load_state_dict(trainer.averaged())
    np.savez(folder / HEADS, **heads(model))


def main() -> None:
    """Parse the command line and settle."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("state", type=Path, help="model.pt of the training")
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--recipe", default="settle")
    given = parser.parse_args()
    settle(given.state, given.folder, given.data, given.recipe)


if __name__ == "__main__":
    main()
