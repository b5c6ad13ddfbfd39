"""A glance learns what a look says, and when it may answer alone."""

from pathlib import Path

import numpy as np
import pytest

from whence.infer.heads import softmax
from whence.infer.labels import STANDINGS

pytest.importorskip("torch", reason="the training dependencies are not installed")
teaching = pytest.importorskip("training.glance")


def test_it_loses_few_of_what_is_out_of_the_ordinary() -> None:
    question = next(one for one in teaching.QUESTIONS if one.name == "suspect")
    dice = np.random.default_rng(4)
    own = dice.normal(size=(4000, 12))
    outputs = np.zeros((4000, len(STANDINGS) + 1), np.float32)
    outputs[:, -1] = 6 * own[:, 0] + 3  # suspects are those whose first number is low
    outputs[:, 1] = 5 * own[:, 1]
    kept = np.arange(4000) % 8 == 0
    rows = teaching.glance(question, own, outputs, kept)
    told = own @ rows[:, :-1].T + rows[:, -1]
    alone = told[:, -1] > 0
    plain = question.plain(outputs)
    strange = plain <= question.strange
    assert alone.mean() > 0.4
    assert (alone & strange)[kept].sum() <= 0.005 * strange[kept].sum() + 1
    right = softmax(told[:, :-1]).argmax(1) == outputs.argmax(1)
    assert right[alone].mean() > 0.95


def test_it_says_when_nothing_is_out_of_the_ordinary() -> None:
    question = next(one for one in teaching.QUESTIONS if one.name == "suspect")
    own = np.random.default_rng(4).normal(size=(80, 12))
    outputs = np.zeros((80, len(STANDINGS) + 1), np.float32)
    outputs[:, -1] = 9
    with pytest.raises(SystemExit, match="out of the ordinary"):
        teaching.glance(question, own, outputs, np.arange(80) % 4 == 0)


def test_a_look_trained_anew_drops_its_old_glance(tmp_path: Path) -> None:
    looking = pytest.importorskip("training.second_look")
    path = tmp_path / "second_look.npz"
    names = ["suspect.glance.bias", "suspect.out.weight", "statement.glance.bias"]
    np.savez(path, allow_pickle=False, **dict.fromkeys(names, np.zeros(1)))
    assert set(looking.kept(path, ["suspect"])) == {"statement.glance.bias"}
