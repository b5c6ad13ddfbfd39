"""The look at hints answers in training as it does in the package."""

from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from whence.infer import insinuations
from whence.infer.insinuations import WEIGHTS, Insinuations
from whence.infer.model import load

torch = pytest.importorskip("torch", reason="the training dependencies are not installed")
teaching = pytest.importorskip("training.insinuations")

TEXT = "Nobody saw a boat . Who gains from it ? The harbour stayed shut ."
WORDS = tuple(TEXT.split())


def example(**spans: tuple[tuple[int, int], ...]) -> object:
    return teaching.Example(name="x", words=WORDS, spans=spans)


def test_both_give_the_same_probabilities(tmp_path: Path) -> None:
    torch.manual_seed(3)
    model = load()
    network = teaching.Network().eval()
    teaching.write(network, tmp_path / WEIGHTS)
    (read,) = teaching.read(model, [example()], 1.0)
    with torch.no_grad():
        glanced, whole, _ = network(teaching.together([read]))
    text = model.encode(" ".join(WORDS))
    with patch.multiple(insinuations, LIKELY=0.0, GLANCED=0.0):
        found = list(
            Insinuations(tmp_path).find(
                model.heads, text.vectors, text.tag_scores, text.hints, text.breaks
            )
        )
    assert len(found) == len(glanced) == 3
    chances = [one.probability for one in found]
    assert chances == pytest.approx(whole.sigmoid().tolist(), abs=0.01)


def test_sentences_with_a_marked_word_hint_and_plain_ones_weigh_little() -> None:
    hinted, bare = example(insinuation=((5, 9),)), example()
    texts = [
        *teaching.read(load(), [hinted], 1.0),
        *teaching.read(load(), [bare], 0.25),
    ]
    batch = teaching.together(texts)
    assert batch.hinting.tolist() == [0, 1, 0, 0, 0, 0]
    assert batch.weights.tolist() == [1, 1, 1, 0.25, 0.25, 0.25]
    assert np.flatnonzero(batch.marked.numpy()).tolist() == [5, 6, 7, 8]
    assert batch.sentences.tolist()[:5] == [0] * 5
    assert batch.sentences.tolist()[-5:] == [5] * 5


def test_what_is_learnt_is_told_apart() -> None:
    other = teaching.Example(name="y", words=("Boats", "came", "in", "at", "noon", "."))
    given = [example(insinuation=((5, 9),)), other] * 8
    with patch.multiple(teaching, _ROUNDS=40, _TOGETHER=8):
        network = teaching.train(list(teaching.read(load(), given, 1.0)))
    with torch.no_grad():
        _, whole, words = network(teaching.together(list(teaching.read(load(), given[:2], 1.0))))
    assert (whole.sigmoid() > 0.5).tolist() == [False, True, False, False]
    assert words[5:9].min() > max(words[:4].max(), words[10:].max())


def test_average_precision_is_that_of_a_hand_count() -> None:
    scores, gold = torch.tensor([0.9, 0.1, 0.8, 0.3]), torch.tensor([1.0, 0, 0, 1])
    assert teaching.average_precision(scores, gold) == pytest.approx((1 + 2 / 3) / 2)
