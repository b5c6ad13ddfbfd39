from pathlib import Path

import numpy as np
import pytest

from tests.infer.tiny import HIDDEN, write_heads
from whence.errors import ModelMissing
from whence.infer.heads import HEADS, Heads, sigmoid, softmax
from whence.infer.hints import SIZE
from whence.infer.labels import ACTS, LINKS, TAGGERS


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    write_heads(tmp_path)
    return Heads(tmp_path)


def vectors(count: int) -> np.ndarray:
    return np.random.default_rng(count).normal(size=(count, HIDDEN)).astype(np.float32)


def test_shapes_are_those_of_the_labels(heads: Heads) -> None:
    assert heads.size == HIDDEN
    assert heads.moves.shape == (len(TAGGERS), 3, 3)
    four, none = (heads.linear("taggers", vectors(count)) for count in (4, 0))
    assert heads.emissions(four, np.zeros((4, SIZE), np.float32)).shape == (
        4,
        len(TAGGERS),
        3,
    )
    assert heads.emissions(none, np.zeros((0, SIZE), np.float32)).shape == (
        0,
        len(TAGGERS),
        3,
    )
    assert heads.linear("entities", vectors(4)).dtype == np.float32


@pytest.mark.parametrize("name", LINKS)
def test_each_query_belongs_to_a_key_or_to_nobody(heads: Heads, name: str) -> None:
    chances = heads.link(name, vectors(9), np.array([0, 4, 8]), np.array([1, 7]))
    assert chances.shape == (3, 3)
    np.testing.assert_allclose(chances.sum(1), 1, rtol=1e-5)
    alone = heads.link(name, vectors(9), np.array([2]), np.array([], np.int64))
    np.testing.assert_allclose(alone, [[1.0]])


def test_statements_are_judged_each_by_its_own_words(heads: Heads) -> None:
    words = vectors(9)
    cues, contents = words[[2, 5]], words[[3, 8]]
    both = heads.judge(cues, contents)
    for at in range(2):
        assert len(both[at].acts) == len(ACTS)
        assert sum(both[at].acts) == pytest.approx(1)
        assert 0 <= both[at].negated <= 1
        (single,) = heads.judge(cues[at : at + 1], contents[at : at + 1])
        assert single.acts == pytest.approx(both[at].acts, rel=1e-5)
        assert single.certainty == pytest.approx(both[at].certainty, rel=1e-4)
    assert heads.judge(words[:0], words[:0]) == []


def test_large_scores_do_not_overflow() -> None:
    large = np.array([-1e4, 0.0, 1e4], np.float32)
    np.testing.assert_allclose(softmax(large), [0, 0, 1])
    np.testing.assert_allclose(sigmoid(large), [0, 0.5, 1])


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut short"])
def test_a_broken_file_is_told_with_a_hint(tmp_path: Path, content: bytes) -> None:
    (tmp_path / HEADS).write_bytes(content)
    with pytest.raises(ModelMissing, match=HEADS) as told:
        Heads(tmp_path)
    assert "--reader rules" in told.value.hint


def test_a_missing_file_or_head_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="No such file"):
        Heads(tmp_path)
    given = write_heads(tmp_path)
    del given["moves"]
    np.savez(tmp_path / HEADS, **given)  # type: ignore[arg-type]
    with pytest.raises(ModelMissing, match="moves"):
        Heads(tmp_path)
