"""Weights in 8 bits, to keep or to send: ``python -m training.packing MODELS/NAME --out FILE``.

Every few neighbours in a row have one scale, so that little is lost: a training that goes on moves
the weights farther than rounding did. Embeddings that no training moves are left out; ``thaw``
takes the file up again.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

_SCALE = ".scale"
_TOGETHER = 32
"""Neighbours in a row that have one scale."""
_UNMOVED = ("encoder.pieces.", "encoder.positions.", "encoder.embedded.")
"""Parts of a model that stay as they were pre-trained."""


def packed(state: Mapping[str, Tensor]) -> dict[str, NDArray[np.generic]]:
    """Return arrays to keep: matrices in 8 bits with their scales, vectors as they are."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, value in state.items():
        if value.dim() < 2 or value.shape[1] % _TOGETHER:
            found[name] = value.numpy()
            continue
        near = value.view(len(value), -1, _TOGETHER)
        scale = (near.abs().amax(2, keepdim=True) / 127).half()
        found[name] = (near / scale.float().clamp(min=1e-12)).round().to(torch.int8).numpy()
        found[name + _SCALE] = scale.numpy()
    return found


def unpacked(given: Mapping[str, NDArray[np.generic]]) -> dict[str, Tensor]:
    """Return the weights that ``packed`` gave, as near as 8 bits come."""
    state = {name: torch.from_numpy(value.astype(np.float32)) for name, value in given.items()}
    for name in [one for one in state if one.endswith(_SCALE)]:
        plain = name.removesuffix(_SCALE)
        state[plain] = (state[plain] * state.pop(name)).flatten(1)
    return state


def main() -> None:
    """Parse the command line and pack."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of a model.pt")
    parser.add_argument("--out", type=Path, required=True, help="the file to write, .npz")
    given = parser.parse_args()
    state = torch.load(given.folder / "model.pt", weights_only=True)
    moved = {name: one for name, one in state.items() if not name.startswith(_UNMOVED)}
    np.savez_compressed(given.out, **packed(moved))


if __name__ == "__main__":
    main()
