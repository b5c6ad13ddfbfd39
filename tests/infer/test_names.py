"""Names in context, beside the same sums in plain loops, one word at a time."""

import math
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from numpy.typing import NDArray

from whence.errors import ModelMissing
from whence.infer.entities import entities
from whence.infer.heads import softmax
from whence.infer.model import load
from whence.infer.names import SHARED, SURE, WEIGHTS, Names, alike, pooled, shouts

Vectors = NDArray[np.float32]
_HIDDEN, _SIZE, _TAGS = 5, 6, 7


def _weights() -> dict[str, Vectors]:
    dice = np.random.default_rng(8)
    sizes: dict[str, tuple[int, ...]] = {
        "enter.weight": (_SIZE, 2 * _HIDDEN), "enter.bias": (_SIZE,),
        "weight": (_SIZE,), "bias": (_SIZE,),
        "first.weight": (_SIZE, 3 * _SIZE), "first.bias": (_SIZE,),
        "second.weight": (_SIZE, 3 * _SIZE), "second.bias": (_SIZE,),
        "out.weight": (_TAGS, _SIZE + _HIDDEN), "out.bias": (_TAGS,),
    }  # fmt: skip
    return {name: dice.normal(0, 0.6, size).astype(np.float32) for name, size in sizes.items()}


def _written(folder: Path, given: dict[str, Vectors]) -> Names:
    np.savez(folder / WEIGHTS, **given)  # type: ignore[arg-type]
    return Names(folder)


def _gelu(x: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = (
        0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    )
    return out


def _plainly(
    given: dict[str, Vectors], linear: Vectors, vectors: Vectors, same: list[NDArray[np.int64]]
) -> NDArray[np.float64]:
    """Work all scores out for all words, in double precision, and keep those that count."""
    of = {name: value.astype(float) for name, value in given.items()}
    seen = vectors.astype(float).copy()
    for places in same:
        for place in places:
            seen[place] = np.mean([vectors[other] for other in places], axis=0)
    state = []
    for own, mean in zip(vectors, seen, strict=True):
        x = of["enter.weight"] @ np.concatenate([own, mean]) + of["enter.bias"]
        state.append((x - x.mean()) / math.sqrt(x.var() + 1e-5) * of["weight"] + of["bias"])
    nothing = np.zeros(_SIZE)
    for name in ("first", "second"):
        edged = [nothing, *state, nothing]
        state = [
            x
            + _gelu(of[f"{name}.weight"] @ np.concatenate(edged[at : at + 3]) + of[f"{name}.bias"])
            for at, x in enumerate(state)
        ]
    out = linear.astype(float).copy()
    for at, x in enumerate(state):
        if softmax(linear[at]).tolist()[0] < SURE:
            out[at] += of["out.weight"] @ np.concatenate([x, vectors[at]]) + of["out.bias"]
    shared = out.copy()
    for places in same:
        mean = np.mean([out[place] for place in places], axis=0)
        for place in places:
            shared[place] = (1 - SHARED) * out[place] + SHARED * mean
    return shared


@pytest.mark.parametrize("size", [1, 2, 40])
def test_scores_are_those_of_plain_loops(tmp_path: Path, size: int) -> None:
    given, dice = _weights(), np.random.default_rng(size)
    vectors = dice.normal(size=(size, _HIDDEN)).astype(np.float32)
    linear = dice.normal(size=(size, _TAGS)).astype(np.float32)
    linear[::3, 0] += 9  # surely of no name
    same = [np.array([0, 7, 20]), np.array([5, 39])] if size == 40 else []
    found = _written(tmp_path, given).scores(linear, vectors, same)
    assert found == pytest.approx(_plainly(given, linear, vectors, same), abs=1e-4)


def test_nothing_is_asked_where_no_word_may_be_of_a_name(tmp_path: Path) -> None:
    linear = np.zeros((4, _TAGS), np.float32)
    linear[:, 0] = 9
    found = _written(tmp_path, _weights()).scores(linear, np.ones((4, _HIDDEN), np.float32), [])
    assert found.tolist() == linear.tolist()


def test_alike_are_capitalised_words_that_come_again() -> None:
    words = [
        "Reed",
        "met",
        "the",
        "Reed",
        "League",
        "and",
        "the",
        "league",
        "A",
        "man",
        "A",
        "Reed",
    ]
    assert [places.tolist() for places in alike(words)] == [[0, 3, 11]]


def test_a_text_of_capitals_shouts() -> None:
    assert shouts(["THE", "ARMY", "OF", "Ana", "LEFT"])
    assert not shouts(["The", "USA", "and", "Ana", "left"])
    assert not shouts([])
    assert alike([]) == []


def test_texts_in_capitals_are_left_to_the_linear_head() -> None:
    model = load()
    text = model.encode("THE TARNOW HARBOUR UNION SAID THE POLICE OF OSTERMOUTH HELD ANA RUIZ.")
    with patch.object(Names, "scores") as asked:
        entities(model, text)
    asked.assert_not_called()


def test_pooled_vectors_are_the_mean_of_their_places() -> None:
    vectors = np.array([[1.0, 0.0], [5.0, 5.0], [3.0, 2.0]], np.float32)
    assert pooled(vectors, [np.array([0, 2])]).tolist() == [[2, 1], [5, 5], [2, 1]]
    assert vectors[0].tolist() == [1, 0]


def test_a_model_without_the_network_has_the_linear_head(tmp_path: Path) -> None:
    assert not Names(tmp_path).known


def test_broken_and_missing_weights_are_told(tmp_path: Path) -> None:
    given = _weights()
    del given["second.bias"]
    names = _written(tmp_path, given)
    with pytest.raises(ModelMissing, match=r"second\.bias"):
        names.scores(np.zeros((2, _TAGS), np.float32), np.ones((2, _HIDDEN), np.float32), [])
    (tmp_path / WEIGHTS).write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ModelMissing, match=WEIGHTS):
        Names(tmp_path)


def test_the_model_that_ships_sees_a_name_by_its_other_places() -> None:
    model = load()
    assert model.names.known
    text = model.encode(
        "The Tarnow Harbour Union called a strike. Maria Kest, who leads the union, said the Tarnow"
        " Harbour Union would not give way. Kest spoke in Ostermouth on Monday; the police of"
        " Ostermouth kept away."
    )
    told = {
        (text.text[slice(*text.chars(start, end))], kind)
        for start, end, kind in entities(model, text)
    }
    assert ("Maria Kest", "person") in told
    assert ("Kest", "person") in told
    assert ("Ostermouth", "place") in told
    assert any("Tarnow Harbour Union" in words and kind == "organisation" for words, kind in told)
