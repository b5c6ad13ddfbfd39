"""Sentences that hint, beside the same sums in plain loops, one sentence at a time."""

import itertools
import math
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.infer.hand import Given, by_hand
from whence.errors import ModelMissing
from whence.infer import insinuations
from whence.infer.heads import Vectors
from whence.infer.insinuations import NEAR, WEIGHTS, Around, Hint, Insinuations
from whence.infer.labels import TAGGERS
from whence.infer.model import load

_WORDS, _AROUND, _WHOLE, _EACH = 5, 3, 4, 2
TEXT = "tides rose . who gains from it , one wonders . boats sank"
STARTS = [0, 3, 11]


def _weights(hidden: int) -> dict[str, Vectors]:
    dice = np.random.default_rng(4)
    sizes = {
        "glance": (1, hidden),
        "words": (_WORDS, hidden + len(TAGGERS)),
        "asked": (1, _WORDS),
        "around": (_AROUND, hidden),
        "whole": (_WHOLE, 2 * _WORDS + 3 * _AROUND + 2),
        "hints": (1, _WHOLE),
        "each": (_EACH, _WORDS),
        "within": (_EACH, _WHOLE),
        "word": (1, _EACH),
    }
    made: dict[str, Vectors] = {}
    for name, (out, size) in sizes.items():
        made[f"{name}.weight"] = dice.normal(0, 0.9, (out, size)).astype(np.float32)
        made[f"{name}.bias"] = dice.normal(0, 0.9, out).astype(np.float32)
    return made


def _written(folder: Path, weights: dict[str, Vectors]) -> Insinuations:
    np.savez(folder / WEIGHTS, **weights)  # type: ignore[arg-type]
    return Insinuations(folder)


def _found(looking: Insinuations, folder: Path, text: str, starts: list[int]) -> list[Hint]:
    model = by_hand(folder, text, Given())
    seen = model.encode(text)
    return list(looking.find(model.heads, seen.vectors, seen.tag_scores, seen.hints, starts))


def _gelu(x: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = (
        0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    )
    return out


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = 1 / (1 + np.exp(-x))
    return out


def _plainly(weights: dict[str, Vectors], vectors: Vectors, tagged: Vectors) -> list[float]:
    """Work out for every sentence, in double precision, how likely it hints."""
    of = {name: value.astype(float) for name, value in weights.items()}

    def layer(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        out: NDArray[np.float64] = of[f"{name}.weight"] @ x + of[f"{name}.bias"]
        return out

    edges = [*STARTS, len(vectors)]
    parts = [vectors[a:b].astype(float) for a, b in itertools.pairwise(edges)]
    nothing, chances = np.zeros(vectors.shape[1]), []
    for place, part in enumerate(parts):
        tags = tagged[edges[place] : edges[place + 1]]
        words = [
            _gelu(layer("words", np.concatenate(pair))) for pair in zip(part, tags, strict=True)
        ]
        asked = np.exp([layer("asked", word)[0] for word in words])
        weighed = sum(w * word for w, word in zip(asked / asked.sum(), words, strict=True))
        before = parts[place - 1].mean(0) if place else nothing
        behind = parts[place + 1].mean(0) if place + 1 < len(parts) else nothing
        near = np.concatenate(parts[max(0, place - NEAR) : place + NEAR + 1]).mean(0)
        told = [
            weighed,
            np.max(words, axis=0),
            *(_gelu(layer("around", one)) for one in (before, behind, near)),
            np.array([place > 0, place + 1 < len(parts)], float),
        ]
        whole = _gelu(layer("whole", np.concatenate(told)))
        chances.append(float(_sigmoid(layer("hints", whole))[0]))
    return chances


def test_sentences_have_the_probabilities_of_plain_sums(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given(spans={"insinuation": ["who gains from it"]}))
    seen = model.encode(TEXT)
    weights = _weights(seen.vectors.shape[1])
    looking = _written(tmp_path, weights)
    tagged = insinuations.tagger_probabilities(model.heads, seen.tag_scores, seen.hints)
    with patch.multiple(insinuations, LIKELY=0.0, GLANCED=0.0, _ECHO=0.0):
        found = list(looking.find(model.heads, seen.vectors, seen.tag_scores, seen.hints, STARTS))
    expected = _plainly(weights, seen.vectors, tagged)
    assert [one.probability for one in found] == pytest.approx(expected, abs=1e-5)
    assert len({round(one, 3) for one in expected}) == 3
    edges = [*STARTS, len(seen.vectors)]
    for one, start, end in zip(found, edges, edges[1:], strict=False):
        assert start <= one.start < one.end <= end


def test_what_the_glance_or_the_look_rules_out_is_not_found(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given())
    weights = _weights(model.encode(TEXT).vectors.shape[1])
    for name in ("glance", "hints"):
        closed = {**weights, f"{name}.bias": np.array([-99], np.float32)}
        assert _found(_written(tmp_path, closed), tmp_path, TEXT, STARTS) == []
    both = {f"{name}.bias": np.array([99], np.float32) for name in ("glance", "hints")}
    found = _found(_written(tmp_path, weights | both), tmp_path, TEXT, STARTS)
    assert [one.probability for one in found] == [1.0, 1.0, 1.0]


def test_beside_a_likely_hint_an_unlikely_one_is_dropped(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given())
    seen = model.encode(TEXT)
    weights = {name: 0 * value for name, value in _weights(seen.vectors.shape[1]).items()}
    weights["glance.bias"] += 9.0
    weights["hints.bias"] -= 0.5  # .38
    gains = int(model.encode("gains").vectors.argmax())
    weights["words.weight"][0, gains] = weights["whole.weight"][0, _WORDS] = 3.0
    weights["hints.weight"][0, 0] = 3.0
    looking = _written(tmp_path, weights)
    found = _found(looking, tmp_path, TEXT, STARTS)
    assert [(one.start, round(one.probability, 2)) for one in found] == [(3, 1.0)]
    with patch.multiple(insinuations, _ECHO=0.3):
        assert len(_found(looking, tmp_path, TEXT, STARTS)) == 3


def test_only_words_nearly_as_likely_as_the_likeliest_are_marked(tmp_path: Path) -> None:
    text = "tides rose"
    model = by_hand(tmp_path, text, Given())
    size = model.encode(text).vectors.shape[1]
    weights = {name: np.zeros_like(value) for name, value in _weights(size).items()}
    word = int(model.encode("rose").vectors.argmax())
    weights["words.weight"][0, word] = 9.0
    weights["each.weight"][0, 0] = weights["word.weight"][0, 0] = 9.0
    weights["word.bias"] -= 9.0
    weights["glance.bias"] += 9.0
    weights["hints.bias"] += 9.0
    found = _found(_written(tmp_path, weights), tmp_path, text, [0])
    assert [(one.start, one.end) for one in found] == [(1, 2)]


def test_starts_beyond_the_text_and_no_words_are_nothing(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given())
    looking = _written(tmp_path, _weights(model.encode(TEXT).vectors.shape[1]))
    with patch.multiple(insinuations, LIKELY=0.0, GLANCED=0.0, _ECHO=0.0):
        assert len(_found(looking, tmp_path, TEXT, [3, 99, 3])) == 2
    seen = model.encode("")
    assert not [*looking.find(model.heads, seen.vectors, seen.tag_scores, seen.hints, [0])]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8))
def test_around_a_sentence_are_the_means_of_its_neighbours(sizes: list[int]) -> None:
    vectors = np.random.default_rng(1).normal(size=(sum(sizes), 3)).astype(np.float32)
    starts = np.cumsum([0, *sizes[:-1]])
    around = Around(vectors, starts)
    before, behind, near, there = around.features(np.arange(len(sizes)))
    for place in range(len(sizes)):
        assert there[place].tolist() == [float(place > 0), float(place + 1 < len(sizes))]
        first, last = max(0, place - NEAR), min(len(sizes), place + NEAR + 1)
        part = vectors[starts[first] : starts[last - 1] + sizes[last - 1]]
        assert near[place] == pytest.approx(part.mean(0), abs=1e-5)
        nothing = np.zeros(3)
        left = around.means[place - 1] if place else nothing
        right = around.means[place + 1] if place + 1 < len(sizes) else nothing
        assert before[place] == pytest.approx(left)
        assert behind[place] == pytest.approx(right)


def test_a_model_without_the_file_knows_nothing_of_hints(tmp_path: Path) -> None:
    assert not Insinuations(tmp_path).known
    assert load().insinuations.known


def test_a_file_that_lacks_weights_is_told(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given())
    weights = _weights(model.encode(TEXT).vectors.shape[1])
    del weights["whole.bias"]
    looking = _written(tmp_path, weights)
    with (
        patch.multiple(insinuations, LIKELY=0.0, GLANCED=0.0, _ECHO=0.0),
        pytest.raises(ModelMissing, match="lacks whole"),
    ):
        _found(looking, tmp_path, TEXT, STARTS)
    (tmp_path / WEIGHTS).write_bytes(b"no archive")
    with pytest.raises(ModelMissing):
        Insinuations(tmp_path)


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=300), st.lists(st.integers(0, 80), max_size=6))
def test_hints_of_the_model_that_ships_stay_inside_any_text(text: str, starts: list[int]) -> None:
    model = load()
    seen = model.encode(text)
    hints = list(
        model.insinuations.find(
            model.heads, seen.vectors, seen.tag_scores, seen.hints, sorted(starts)
        )
    )
    assert all(0 <= one.start < one.end <= len(seen.vectors) for one in hints)
    assert all(left.end <= right.start for left, right in itertools.pairwise(hints))
