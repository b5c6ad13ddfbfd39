"""What another reader saw, as features."""

import numpy as np
import pytest

from whence.infer import words
from whence.infer.hints import SIZE, features, ranges


def test_a_span_begins_and_goes_on() -> None:
    found = features(4, {"cue": [(1, 3)], "unknown": [(0, 4)]})
    assert found.shape == (4, SIZE)
    assert found[:, 2:4].tolist() == [[0, 0], [1, 0], [0, 1], [0, 0]]
    assert found.sum() == 2


def test_the_shorter_of_two_that_overlap_stands() -> None:
    found = features(5, {"content": [(2, 4), (0, 5)]})
    assert found[:, 4:6].tolist() == [[1, 0], [0, 1], [1, 0], [0, 1], [0, 1]]


def test_nothing_seen_is_nothing() -> None:
    assert not features(3, {}).any()
    assert features(0, {}).shape == (0, SIZE)


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 8), [(1, 2)]), ((1, 6), [(1, 2)]), ((9, 16), [(4, 6)]), ((7, 8), []), ((16, 17), [])],
)
def test_characters_become_words_without_marks(
    span: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    text = "“Never,” he said."
    assert ranges(text, words.cut(text), [span]) == expected


def test_words_of_another_stretch_are_left_out() -> None:
    text = "one two three four"
    edges = words.cut(text)[2:]
    assert ranges(text, edges, [(0, 7), (4, 13)]) == [(0, 1)]
    assert ranges(text, np.zeros((0, 2), np.int64), [(0, 3)]) == []
