import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from whence.errors import ModelMissing
from whence.infer.encoders import ENCODER, ENCODERS, OpenVinoEncoder
from whence.infer.model import FILES

INSTALLED = [name for name in ENCODERS if find_spec(name) is not None]


@pytest.mark.parametrize("program", INSTALLED)
def test_every_piece_has_a_vector_whatever_the_padding(program: str) -> None:
    encoder = ENCODERS[program](FILES)
    pieces = np.array([[101, 2610, 2056, 102, 0, 0]])
    mask = np.array([[1, 1, 1, 1, 0, 0]])
    states = encoder.encode(pieces, np.zeros_like(pieces), mask)
    assert states.shape[:2] == (1, 6)
    assert states.dtype == np.float32
    assert np.isfinite(states).all()
    again = encoder.encode(pieces, np.zeros_like(pieces), mask)
    assert (states == again).all()


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
