"""Plain products in place of those of 8-bit integers give the same vectors, but for rounding."""

import numpy as np
import pytest

from whence.infer.encoders import ENCODER, OnnxEncoder, OpenVinoEncoder
from whence.infer.model import FILES, load
from whence.infer.products import plain, scaled_once

openvino = pytest.importorskip("openvino", reason="the extra openvino is not installed")
PIECES = np.array([[101, 2610, 2056, 1996, 4170, 5561, 2020, 5303, 102]])


def test_every_product_of_the_file_that_ships_is_put_in() -> None:
    model = openvino.Core().read_model(str(FILES / ENCODER))
    products = [one for one in model.get_ordered_ops() if one.get_type_name() == "MatMul"]
    assert plain(model) == 24
    after = [one for one in model.get_ordered_ops() if one.get_type_name() == "MatMul"]
    assert len(after) == len(products)
    assert {str(one.get_output_element_type(0)) for one in after} == {"<Type: 'float32'>"}
    assert plain(model) == 0


def test_both_programs_see_the_same() -> None:
    one, other = (made(FILES) for made in (OnnxEncoder, OpenVinoEncoder))
    ours, theirs = (each.encode(PIECES, np.zeros_like(PIECES))[0] for each in (one, other))
    cosine = (
        (ours * theirs).sum(-1) / np.linalg.norm(ours, axis=-1) / np.linalg.norm(theirs, axis=-1)
    )
    assert cosine.min() > 0.98


def test_windows_that_are_read_together_do_not_sway_each_other() -> None:
    encoder = OpenVinoEncoder(FILES)
    rows = np.random.default_rng(4).integers(1000, 20000, (encoder.together, 32))
    whole = encoder.encode(rows, np.ones_like(rows))
    for number in range(len(rows)):
        row = rows[number : number + 1]
        assert (encoder.encode(row, np.ones_like(row))[0] == whole[number]).all()


def test_a_long_text_has_the_vectors_of_its_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows of one length are read at once: each word has the vector that it has alone."""
    text = "The harbour police said on Tuesday that two deckhands were wounded. " * 120
    together = load("openvino").encode(text)
    assert len(together.windows) > OpenVinoEncoder.together
    monkeypatch.setattr(OpenVinoEncoder, "together", 1)
    assert (load("openvino").encode(text).vectors == together.vectors).all()


def test_a_long_text_reads_as_it_does_by_the_other_program() -> None:
    text = "The harbour police said on Tuesday that two deckhands were wounded. " * 120
    one, other = (load(name).encode(text) for name in ("openvino", "onnxruntime"))
    assert one.windows == other.windows  # what is kept of each; less may be read around it
    sizes = np.linalg.norm(one.vectors, axis=-1) * np.linalg.norm(other.vectors, axis=-1)
    assert np.median((one.vectors * other.vectors).sum(-1) / sizes) > 0.97


def test_a_scale_on_one_side_gives_the_same_vectors() -> None:
    core = openvino.Core()
    precise = {"INFERENCE_PRECISION_HINT": "f32"}
    found = []
    for once in (False, True):
        model = core.read_model(str(FILES / ENCODER))
        plain(model)
        assert (scaled_once(model) if once else 6) == 6
        assert not once or scaled_once(model) == 0
        made = core.compile_model(model, "CPU", precise)
        found.append(made({"pieces": PIECES, "casing": np.zeros_like(PIECES)})[0])
    np.testing.assert_allclose(found[0], found[1], atol=1e-4)
