"""A larger encoder for teachers: ``python -m training.wide FOLDER --out FILE``.

FOLDER holds all-mpnet-base-v2 (Apache-2.0): ``model.safetensors`` and ``vocab.txt``. Its alphabet
of pieces is BERT's with other marks, so its table is put in BERT's order, all else stays the same.
FILE holds it packed (``training.packing``), small enough to be sent to another machine.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from training.encoder import LONGEST, SHAPES, Encoder, weights
from training.packing import packed, unpacked

_MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>", "[UNK]": "<unk>"}
"""BERT's marks, and what MPNet was trained with in their place."""
_FIRST = 2
"""The place of a text's first piece."""


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
