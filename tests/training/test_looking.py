"""The network of the second look answers in training as it does in the package."""

from pathlib import Path

import numpy as np
import pytest

from whence.infer.second_look import WEIGHTS, Finding, SecondLook, around

torch = pytest.importorskip("torch", reason="the training dependencies are not installed")
looking = pytest.importorskip("training.looking")


@pytest.mark.parametrize("size", [20, 300])
def test_both_give_the_same_answers(tmp_path: Path, size: int) -> None:
    torch.manual_seed(2)
    look = looking.Look(2, 5).eval()
    weights = {f"asked.{name}": value.numpy() for name, value in look.state_dict().items()}
    np.savez(tmp_path / WEIGHTS, **weights)
    vectors = np.random.default_rng(1).normal(size=(size, looking.HIDDEN)).astype(np.float32)
    findings = [
        Finding(anchor=at, parts=(((at, at + 2),), ((at + 3, min(size, at + 9)),)))
        for at in range(0, size - 4, 7)
    ]
    near = around(findings, size)
    given = (torch.from_numpy(vectors[near.words]), torch.from_numpy(near.there))
    with torch.no_grad():
        taught = look(*given, torch.from_numpy(near.parts), torch.from_numpy(near.buckets))
    read = SecondLook(tmp_path).answer("asked", vectors, findings)
    assert read == pytest.approx(taught.numpy(), abs=1e-4)
