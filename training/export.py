"""Make the files that ship: ``python -m training.export MODEL.pt --out FOLDER --name NAME``.

The encoder goes into one ONNX file with 8-bit weights (dynamic quantisation, one scale for each
channel), the heads into a NumPy archive in single precision. Weights are unsigned: with signed ones
processors without VNNI saturate, and the same text would read differently on another machine.
"""

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.encoder import Encoder, weights
from training.model import ReadingModel
from whence.infer.encoders import ENCODER
from whence.infer.heads import HEADS
from whence.infer.model import SETTINGS, Settings

_OPSET = 17


def export(state: Path, out: Path, name: str, *, quantised: bool = True) -> None:
    """Write the model's files into a folder; what was tuned on an earlier model there is gone."""
    model = ReadingModel()
    model.load_state_dict(torch.load(state, weights_only=True))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _graph(model.encoder, plain)
        if quantised:
            ready = Path(scratch) / "ready.onnx"
            quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready), str(out / ENCODER), per_channel=True, weight_type=QuantType.QUInt8,
                extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip
        else:
            shutil.copy(plain, out / ENCODER)
    np.savez(out / HEADS, **heads(model))
    shutil.copy(weights() / "vocab.txt", out / "vocab.txt")
    (out / SETTINGS).write_bytes(msgspec.json.encode(Settings(name=name)) + b"\n")


def _graph(encoder: Encoder, path: Path) -> None:
    given = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(3))
    sizes = {0: "batch", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            encoder, given, str(path), input_names=["pieces", "casing", "mask"],
            output_names=["states"], opset_version=_OPSET, dynamo=False,
            dynamic_axes=dict.fromkeys(("pieces", "casing", "mask", "states"), sizes),
        )  # fmt: skip


def heads(model: ReadingModel) -> dict[str, NDArray[np.float32]]:
    """Return the arrays of the heads as they ship, by name."""
    found = {
        name: value.numpy().astype(np.float32)
        for name, value in model.state_dict().items()
        if not name.startswith(("encoder.", "chains."))
    }
    found["moves"] = model.chains.scores().detach().numpy()
    return found


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("state", type=Path, help="model.pt of a training")
    parser.add_argument("--out", type=Path, required=True, help="folder of the files")
    parser.add_argument("--name", required=True, help="name and version, as values record it")
    parser.add_argument("--plain", action="store_true", help="single precision, for comparison")
    given = parser.parse_args()
    export(given.state, given.out, given.name, quantised=not given.plain)


if __name__ == "__main__":
    main()
