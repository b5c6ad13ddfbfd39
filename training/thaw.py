"""Make a model.pt of the files that ship: ``python -m training.thaw FOLDER --out MODELS/NAME``.

A training can go on from a model of which only the shipped files are left: its encoder's 8-bit
weights are taken back to single precision (what rounding took stays lost), its heads are as they
were. Embeddings and the lowest layers that no training moves come from the pre-trained encoder.
FOLDER may also be a file of ``training/begun``: what a training on another machine came to, packed
by ``training.packing``.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.model import ReadingModel
from training.packing import unpacked
from whence.infer.encoders import ENCODER
from whence.infer.heads import HEADS

_PARTS = ("joint", "out", "widen", "narrow")
"""The matrices of a layer, in the order in which they are used."""
_SCALE, _ZERO = "_scale", "_zero_point"


def thaw(folder: Path) -> dict[str, Tensor]:
    """Return a model's state from the files that ship.

    Raises:
        ValueError: when the graph is not one that ``training.export`` made with 8-bit weights.
    """
    state = ReadingModel().state_dict()
    graph = onnx.load(folder / ENCODER).graph
    given = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    named = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    layers = len(named) // len(_PARTS)
    if not named or len(named) % len(_PARTS):
        raise ValueError(f"{folder / ENCODER}: {len(named)} quantised matrices, not four a layer")
    for number, name in enumerate(named):
        layer, part = divmod(number, len(_PARTS))
        key = f"encoder.layers.{layer}.{_PARTS[part]}.weight"
        state[key] = torch.from_numpy(_plain(given, name).T.copy())
    state["encoder.casing.weight"] = torch.from_numpy(_plain(given, "casing.weight_quantized"))
    for name, array in given.items():
        if f"encoder.{name}" in state and name.startswith("layers."):
            state[f"encoder.{name}"] = torch.from_numpy(array.copy())
    print(f"{layers} layers of {folder / ENCODER}")
    return _with_heads(state, folder)


def begun(file: Path) -> dict[str, Tensor]:
    """Return a model's state from a packed file, with the embeddings of the pre-trained encoder."""
    with np.load(file) as given:
        return {**ReadingModel().state_dict(), **unpacked(given)}


def _plain(given: dict[str, NDArray[np.generic]], quantised: str) -> NDArray[np.float32]:
    base = quantised.removesuffix("_quantized")
    whole = given[quantised].astype(np.float32) - given[base + _ZERO].astype(np.float32)
    return (whole * given[base + _SCALE]).astype(np.float32)


def _with_heads(state: dict[str, Tensor], folder: Path) -> dict[str, Tensor]:
    with np.load(folder / HEADS) as file:
        for name in file.files:
            key = "chains.transitions" if name == "moves" else name
            array = np.maximum(file[name], -100.0) if name == "moves" else file[name]
            if key in state and state[key].shape == array.shape:
                state[key] = torch.from_numpy(array)
    return state


def main() -> None:
    """Parse the command line and thaw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "folder", type=Path, help="the files of a model that ships, or a packed file"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the model.pt")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    read = begun if given.folder.is_file() else thaw
    torch.save(read(given.folder), given.out / "model.pt")


if __name__ == "__main__":
    main()
