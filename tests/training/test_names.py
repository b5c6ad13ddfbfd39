"""The network of names in context answers in training as it does in the package."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from whence.infer.names import WEIGHTS, Names, pooled

torch = pytest.importorskip("torch", reason="the training dependencies are not installed")
teaching = pytest.importorskip("training.names")


def test_both_give_the_same_scores(tmp_path: Path) -> None:
    torch.manual_seed(6)
    network = teaching.Network().eval()
    torch.nn.init.normal_(network.out.weight, std=0.1)
    teaching.write(network, tmp_path / WEIGHTS)
    dice = np.random.default_rng(2)
    vectors = dice.normal(size=(60, teaching.HIDDEN)).astype(np.float32)
    linear = np.zeros((60, network.out.bias.numel()), np.float32)  # sure of nothing
    same = [np.array([3, 30, 59])]
    seen = np.concatenate([vectors, pooled(vectors, same)], axis=1)
    with torch.no_grad():
        taught = network(torch.from_numpy(seen)).numpy()
    found = Names(tmp_path).scores(linear, vectors, same)
    apart = [n for n in range(60) if n not in same[0]]  # places of one word share their scores
    assert found[apart] == pytest.approx(taught[apart], abs=0.02)
    assert found[same[0]].mean(0) == pytest.approx(taught[same[0]].mean(0), abs=0.02)


def test_unmarked_words_may_have_kinds_that_are_not_annotated() -> None:
    row = teaching.Read(
        vectors=np.zeros((1, teaching.HIDDEN), np.float32),
        linear=np.array([[0.0, 5.0, *[-5.0] * 17]], np.float32),
        same=(),
        seen=torch.zeros(1, 2 * teaching.HIDDEN),
        tags=torch.zeros(1, dtype=torch.long),
        asked=torch.tensor([True]),
        unknown=torch.tensor([True, True, True, *[False] * 16]),
        weight=1.0,
        gold=frozenset(),
        kinds=frozenset(),
    )
    network = teaching.Network().eval()
    assert float(teaching.loss(network, row).detach()) < 0.01
    strict = replace(row, unknown=torch.tensor([True, *[False] * 18]))
    assert float(teaching.loss(network, strict).detach()) > 4
