"""Make the files that ship: ``python -m training.export MODEL.pt --out FOLDER --name NAME``.

The encoder goes into one ONNX file with 8-bit weights (dynamic quantisation, one scale for each
channel), the heads into a NumPy archive in single precision. Weights are signed, which is twice as
fast where a processor can add their products exactly; ``products.onnx`` lets the reader see whether
it can. No mask is asked for: windows are read one at a time, so nothing is padded.
"""

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.encoder import Encoder, weights
from training.model import ReadingModel
from whence.infer.encoders import ENCODER, PRODUCTS
from whence.infer.heads import HEADS
from whence.infer.model import SETTINGS, Settings

_OPSET = 17
_ROWS, _TERMS, _COLUMNS = 16, 64, 32


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
            graph = onnx.load(out / ENCODER)
            signed(graph)
            onnx.save(graph, out / ENCODER)
        else:
            shutil.copy(plain, out / ENCODER)
    onnx.save(products(), out / PRODUCTS)
    np.savez(out / HEADS, **heads(model))
    shutil.copy(weights() / "vocab.txt", out / "vocab.txt")
    (out / SETTINGS).write_bytes(msgspec.json.encode(Settings(name=name)) + b"\n")


class _Unpadded(nn.Module):
    """The encoder without a mask."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, casing: Tensor) -> Tensor:
        states: Tensor = self.encoder(pieces, casing, None)
        return states


def signed(graph: ModelProto) -> None:
    """Take the unsigned weights of every quantised matrix and their zero points down by 128.

    All products stay what they were.
    """
    given = {one.name: one for one in graph.graph.initializer}
    for node in graph.graph.node:
        if node.op_type == "MatMulInteger":
            for name in (node.input[1], node.input[3]):
                array = numpy_helper.to_array(given[name])
                if array.dtype == np.uint8:
                    moved = (array.astype(np.int16) - 128).astype(np.int8)
                    given[name].CopyFrom(numpy_helper.from_array(moved, name))


def products() -> ModelProto:
    """Return a graph that multiplies by the largest signed weight (``whence.infer.encoders``)."""
    weight = numpy_helper.from_array(np.full((_TERMS, _COLUMNS), 127, np.int8), "weight")
    node = helper.make_node("MatMulInteger", ["states", "weight"], ["sums"])
    graph = helper.make_graph(
        [node],
        "products",
        [helper.make_tensor_value_info("states", TensorProto.UINT8, [_ROWS, _TERMS])],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, [_ROWS, _COLUMNS])],
        [weight],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)


def _graph(encoder: Encoder, path: Path) -> None:
    given = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(2))
    sizes = {0: "batch", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Unpadded(encoder), given, str(path), input_names=["pieces", "casing"],
            output_names=["states"], opset_version=_OPSET, dynamo=False,
            dynamic_axes=dict.fromkeys(("pieces", "casing", "states"), sizes),
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
