"""A larger encoder for teachers: ``python -m training.wide FOLDER --out FILE``.

FOLDER holds all-mpnet-base-v2 (Apache-2.0): ``model.safetensors`` and ``vocab.txt``. Its alphabet
of pieces is BERT's with other marks, so its table is put in BERT's order, all else stays the same.
The matrices go into FILE as 8-bit numbers, a scale for each few of them: a training moves them
farther than rounding does, and the file is small enough to be sent to another machine.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor

from training.encoder import LONGEST, SHAPES, Encoder, weights

_MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>", "[UNK]": "<unk>"}
"""BERT's marks, and what MPNet was trained with in their place."""
_FIRST = 2
"""The place of a text's first piece."""
_SCALE = ".scale"
_TOGETHER = 32
"""Neighbours in a row that have one scale."""


def named(folder: Path) -> dict[str, Tensor]:
    """Return MPNet's weights by the names that ``Encoder`` gives them."""
    given = load_file(folder / "model.safetensors")
    theirs = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text().split("\n"))}
    ours = (weights() / "vocab.txt").read_text("utf-8").splitlines()
    order = torch.tensor([theirs[_MARKS.get(piece, piece)] for piece in ours])
    places = given["embeddings.position_embeddings.weight"]
    found = {
        "pieces.weight": given["embeddings.word_embeddings.weight"][order],
        "positions.weight": places[_FIRST : _FIRST + LONGEST],
        "apart.weight": given["encoder.relative_attention_bias.weight"],
    }
    for end in ("weight", "bias"):
        found[f"embedded.{end}"] = given[f"embeddings.LayerNorm.{end}"]
        for number in range(SHAPES["mpnet"].layers):
            mine, theirs_ = f"layers.{number}", f"encoder.layer.{number}"
            attention = f"{theirs_}.attention"
            found |= {
                f"{mine}.joint.{end}": torch.cat(
                    [given[f"{attention}.attn.{one}.{end}"] for one in "qkv"]
                ),
                f"{mine}.out.{end}": given[f"{attention}.attn.o.{end}"],
                f"{mine}.attended.{end}": given[f"{attention}.LayerNorm.{end}"],
                f"{mine}.widen.{end}": given[f"{theirs_}.intermediate.dense.{end}"],
                f"{mine}.narrow.{end}": given[f"{theirs_}.output.dense.{end}"],
                f"{mine}.fed.{end}": given[f"{theirs_}.output.LayerNorm.{end}"],
            }
    return found


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


def encoder(file: Path) -> Encoder:
    """Return the encoder whose packed weights a file holds."""
    made = Encoder(SHAPES["mpnet"])
    with np.load(file) as given:
        made.load_state_dict({**made.state_dict(), **unpacked(given)})
    return made


def main() -> None:
    """Parse the command line and pack."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of all-mpnet-base-v2")
    parser.add_argument("--out", type=Path, required=True, help="the file to write, .npz")
    given = parser.parse_args()
    np.savez_compressed(given.out, **packed(named(given.folder)))


if __name__ == "__main__":
    main()
