from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.infer.labels import BEGIN, INSIDE, OUTSIDE
from whence.infer.viterbi import decode, decode_kinds, spans, well_formed

NEVER = -1e4


def brute(emissions: np.ndarray, moves: np.ndarray) -> tuple[list[int], float]:
    """Try every chain of one tagger; return the best one and its score."""

    def score(chain: tuple[int, ...]) -> float:
        total = sum(float(emissions[word, tag]) for word, tag in enumerate(chain))
        total += NEVER if chain[0] != OUTSIDE and chain[0] % 2 == INSIDE % 2 else 0
        return total + sum(float(moves[a, b]) for a, b in pairwise(chain))

    best = max(product(range(emissions.shape[1]), repeat=len(emissions)), key=score)
    return list(best), score(best)


@pytest.mark.parametrize("seed", range(40))
def test_chains_are_those_that_trying_all_finds(seed: int) -> None:
    dice = np.random.default_rng(seed)
    count = 1 + seed % 8
    emissions = dice.normal(size=(count, 2, 3)).astype(np.float32) * 3
    moves = dice.normal(size=(2, 3, 3)).astype(np.float32)
    moves[:, OUTSIDE, INSIDE] = NEVER
    found = decode(emissions, moves)
    assert found.shape == (count, 2)
    for tagger in range(2):
        assert found[:, tagger].tolist() == brute(emissions[:, tagger], moves[tagger])[0]


@pytest.mark.parametrize("seed", range(60))
def test_chains_of_kinds_are_those_that_trying_all_finds(seed: int) -> None:
    dice = np.random.default_rng(seed)
    emissions = dice.normal(size=(1 + seed % 6, 5)).astype(np.float32) * 3
    assert decode_kinds(emissions).tolist() == brute(emissions, well_formed(2)[0])[0]


@pytest.mark.parametrize("outside", [0, 4, 8])
def test_runs_of_kinds_are_decoded_as_the_whole_is(outside: float) -> None:
    dice = np.random.default_rng(1)
    emissions = dice.normal(size=(150, 9)).astype(np.float32) * 3
    emissions[:, OUTSIDE] += outside
    whole = decode(emissions[:, None], well_formed(4))[:, 0]
    assert decode_kinds(emissions).tolist() == whole.tolist()


def test_a_run_without_end_is_cut_and_stays_well_formed() -> None:
    emissions = np.zeros((1000, 9), np.float32)
    emissions[:, INSIDE::4] = 5 + np.arange(2)
    found = decode_kinds(emissions)
    before = np.concatenate([[OUTSIDE], found[:-1]])
    inside = (found != OUTSIDE) & (found % 2 == INSIDE % 2)
    assert inside.sum() > 900
    assert ((before == found) | (before == found - 1))[inside].all()
    assert len(decode_kinds(emissions[:0])) == 0


@given(st.integers(0, 300), st.integers(0, 2**32))
def test_no_inside_tag_comes_first_or_after_outside(count: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    emissions = dice.normal(size=(count, 3, 3)).astype(np.float32) * 50
    moves = np.zeros((3, 3, 3), np.float32)
    moves[:, OUTSIDE, INSIDE] = NEVER
    found = decode(emissions, moves)
    before = np.vstack([np.full((1, 3), OUTSIDE), found[:-1]]) if count else found
    assert not ((found == INSIDE) & (before == OUTSIDE)).any()


def test_a_long_text_is_decoded_as_its_parts_are() -> None:
    dice = np.random.default_rng(3)
    part = dice.normal(size=(50, 1, 3)).astype(np.float32)
    part[-1, :, OUTSIDE] = 40  # where the text is outside for sure, nothing crosses
    moves = np.zeros((1, 3, 3), np.float32)
    moves[:, OUTSIDE, INSIDE] = NEVER
    once = decode(part, moves)
    assert (decode(np.tile(part, (400, 1, 1)), moves) == np.tile(once, (400, 1))).all()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(0, 1, 0)]),
        ([0, 1, 2, 2, 0, 1, 1, 2], [(1, 4, 0), (5, 6, 0), (6, 8, 0)]),
        ([1, 4, 4], [(0, 1, 0)]),
        ([3, 4, 2, 1], [(0, 2, 1), (3, 4, 0)]),
        ([2, 2, 1], [(2, 3, 0)]),
    ],
)
def test_spans_are_read_off_the_tags(tags: list[int], expected: list[tuple[int, int, int]]) -> None:
    assert list(spans(np.array(tags, np.int8))) == expected


@given(st.lists(st.integers(0, 6)))
def test_spans_follow_each_other_and_begin_with_their_kind(tags: list[int]) -> None:
    last = 0
    for start, end, kind in spans(np.array(tags, np.int8)):
        assert last <= start < end <= len(tags)
        assert tags[start] == 2 * kind + BEGIN
        assert set(tags[start + 1 : end]) <= {2 * kind + INSIDE}
        assert end == len(tags) or tags[end] != 2 * kind + INSIDE
        last = end
