"""Programs that run the encoder: ONNX Runtime by default, OpenVINO where it is installed."""

import os
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.products import plain, scaled_once

ENCODER: Final = "encoder.onnx"
PRODUCTS: Final = "products.onnx"
"""Products of the largest numbers that the encoder's weights and states can hold, and no more."""
_INPUTS: Final = ("pieces", "casing")
_LARGEST: Final = (255, 127)
_UNSIGNED: Final = ("session.x64quantprecision", "1")
"""Has ONNX Runtime take signed weights for unsigned ones: slower, and exact everywhere."""

_FUSION: Final = "SkipLayerNormFusion"
_SILENCE: Final = "ORT_DISABLE_TELEMETRY"


class Encoder(Protocol):
    """Turns pieces into vectors.

    ``together`` is how many windows of one length are best read at once. None may sway another.
    ``step`` divides the lengths that are quickly read; 1 where all are.
    """

    together: int
    step: int

    def encode(self, pieces: NDArray[np.int64], casing: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return (batch, pieces, hidden) for inputs (batch, pieces), none of them padded."""


def _opened(folder: Path, make: Callable[[str], Any]) -> Any:
    """Open the encoder's file with one program."""
    path = folder / ENCODER
    if not path.is_file():
        raise ModelMissing(f"the reading model in {folder} has no {ENCODER}")
    try:
        return make(str(path))
    except Exception as error:  # the programs' own errors share no other base
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelMissing(f"{path} cannot be read: {reason}") from error


def _onnxruntime() -> Any:
    """Return ONNX Runtime, kept from telling its makers of the machine and of what it does.

    From 1.32 on it keeps a number of the machine, and sends events, unless the variable is set
    before it is imported; the call is for a program that imported it before.
    """
    os.putenv(_SILENCE, "1")
    import onnxruntime  # noqa: PLC0415 - only when something is read

    onnxruntime.disable_telemetry_events()
    return onnxruntime


class OnnxEncoder:
    """ONNX Runtime on one thread: several processes use several cores better than threads do.

    It scales all that it reads at once by the largest number in it, so it reads windows alone.
    What is added and normed in one step (``fused``) takes it longer than one after the other; the
    last digits differ, and with them what stands on the brink of being said.
    """

    together = 1
    step = 1

    def __init__(self, folder: Path, threads: int = 1, fused: bool = True) -> None:
        onnxruntime = _onnxruntime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        if not exact(folder):
            options.add_session_config_entry(*_UNSIGNED)
        self._session = _opened(
            folder,
            lambda path: onnxruntime.InferenceSession(
                path,
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=None if fused else [_FUSION],
            ),
        )

    def encode(self, pieces: NDArray[np.int64], casing: NDArray[np.int64]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        given = dict(zip(_INPUTS, (pieces, casing), strict=True))
        states: NDArray[np.float32] = self._session.run(None, given)[0]
        return states


@cache
def exact(folder: Path) -> bool:
    """Tell whether ONNX Runtime adds up products with signed weights exactly on this processor.

    x86 processors without VNNI add pairs of them in 16 bits, which clips large ones: the same text
    would read differently there. A folder without ``PRODUCTS`` is taken for one where it matters.
    """
    path = folder / PRODUCTS
    if not path.is_file():
        return False
    onnxruntime = _onnxruntime()
    try:
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        (given,) = session.get_inputs()
        rows, terms = given.shape
        states = np.full((rows, terms), _LARGEST[0], np.uint8)
        (sums,) = session.run(None, {given.name: states})
    except Exception:
        return False
    return bool((sums == terms * _LARGEST[0] * _LARGEST[1]).all())


def _openvino() -> Any:
    """Return OpenVINO, kept from telling its makers that it was imported."""
    # It takes a dummy for the package that would tell them, where that cannot be imported.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    try:
        import openvino  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ModelMissing(
            "the program openvino is not installed", "pip install 'whence[openvino]'"
        ) from error
    return openvino


class OpenVinoEncoder:
    """OpenVINO: faster than ONNX Runtime on processors with bfloat16 (extra ``openvino``)."""

    together = 4
    step = 16

    def __init__(self, folder: Path) -> None:
        openvino = _openvino()
        core = openvino.Core()
        options = {"INFERENCE_NUM_THREADS": 1, "PERFORMANCE_HINT": "LATENCY"}

        def made(path: str) -> Any:
            model = core.read_model(path)
            plain(model)
            scaled_once(model)
            return core.compile_model(model, "CPU", options)

        self._model = _opened(folder, made)

    def encode(self, pieces: NDArray[np.int64], casing: NDArray[np.int64]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        given = dict(zip(_INPUTS, (pieces, casing), strict=True))
        states: NDArray[np.float32] = self._model(given)[0]
        return states


ENCODERS: dict[str, Callable[[Path], Encoder]] = {
    "onnxruntime": OnnxEncoder,
    "onnxruntime-fast": partial(OnnxEncoder, fused=False),
    "openvino": OpenVinoEncoder,
}
"""The programs by name; the first is the default."""
