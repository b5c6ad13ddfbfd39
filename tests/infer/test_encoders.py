import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer import encoders
from whence.infer.encoders import (
    ENCODER,
    ENCODERS,
    PRODUCTS,
    OnnxEncoder,
    OpenVinoEncoder,
    exact,
)
from whence.infer.model import FILES

INSTALLED = [name for name in ENCODERS if find_spec(name.removesuffix("-fast")) is not None]


@pytest.mark.parametrize("program", INSTALLED)
def test_every_piece_has_a_vector(program: str) -> None:
    encoder = ENCODERS[program](FILES)
    pieces = np.array([[101, 2610, 2056, 102]])
    states = encoder.encode(pieces, np.zeros_like(pieces))
    assert states.shape[:2] == (1, 4)
    assert states.dtype == np.float32
    assert np.isfinite(states).all()
    again = encoder.encode(pieces, np.zeros_like(pieces))
    assert (states == again).all()


def test_what_is_not_fused_says_nearly_the_same() -> None:
    pieces = np.array([[101, 2610, 2056, 1996, 4170, 5561, 102]])
    one, other = (
        ENCODERS[name](FILES).encode(pieces, np.ones_like(pieces))
        for name in ("onnxruntime", "onnxruntime-fast")
    )
    assert np.abs(one - other).max() < 0.1 * np.abs(one).max()


def test_weights_taken_for_unsigned_ones_give_the_same_vectors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pieces = np.array([[101, 2610, 2056, 1996, 4170, 5561, 102]])
    states = OnnxEncoder(FILES).encode(pieces, np.ones_like(pieces))
    monkeypatch.setattr(encoders, "exact", lambda _: False)
    assert (states == OnnxEncoder(FILES).encode(pieces, np.ones_like(pieces))).all()


def test_a_folder_that_cannot_tell_is_not_trusted(tmp_path: Path) -> None:
    assert not exact(tmp_path)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / PRODUCTS).write_bytes(b"no model at all")
    assert not exact(broken)


def test_a_program_that_clips_is_found_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copy(FILES / PRODUCTS, tmp_path / PRODUCTS)

    class Clipping:
        def __init__(self, *given: object, **more: object) -> None:
            pass

        def get_inputs(self) -> list[SimpleNamespace]:
            return [SimpleNamespace(name="states", shape=[16, 64])]

        def run(self, *given: object) -> list[NDArray[np.int32]]:
            return [np.full((16, 32), 32 * 32767, np.int32)]

    monkeypatch.setattr("onnxruntime.InferenceSession", Clipping)
    assert not exact(tmp_path)


@pytest.mark.parametrize("program", INSTALLED)
def test_a_missing_encoder_is_told(program: str, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=ENCODER) as told:
        ENCODERS[program](tmp_path)
    assert "--reader rules" in told.value.hint


@pytest.mark.parametrize("program", INSTALLED)
@pytest.mark.parametrize("content", [b"", b"no model at all", b"\x08\x07\x12\x04cut"])
def test_a_broken_encoder_is_told(program: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / ENCODER).write_bytes(content)
    with pytest.raises(ModelMissing, match="cannot be read"):
        ENCODERS[program](tmp_path)


def test_a_program_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(ModelMissing, match="not installed") as told:
        OpenVinoEncoder(FILES)
    assert told.value.hint == "pip install 'whence[openvino]'"


@pytest.mark.parametrize("program", INSTALLED)
def test_no_program_tells_anybody_of_the_machine(program: str, tmp_path: Path) -> None:
    read = (
        "import sys; from whence.infer.model import load; load(sys.argv[1]).encode('A quiet day.')"
    )
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", read, program], env=os.environ | home, check=True)
    assert list(tmp_path.iterdir()) == []
