import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.infer.links import BUCKETS, bucket


def one(apart: int) -> int:
    return int(bucket(np.array([1000]), np.array([1000 + apart]))[0, 0])


def test_near_words_have_buckets_of_their_own() -> None:
    near = [one(apart) for apart in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    assert len(set(near)) == len(near)


@pytest.mark.parametrize(("low", "high"), [(4, 5), (6, 7), (96, 5000)])
def test_far_words_share_buckets_on_the_same_side(low: int, high: int) -> None:
    assert one(low) == one(high)
    assert one(-low) == one(-high)
    assert one(low) != one(-low)


@given(st.lists(st.integers(0, 10**6), max_size=5), st.lists(st.integers(0, 10**6), max_size=5))
def test_every_pair_has_a_bucket(queries: list[int], keys: list[int]) -> None:
    found = bucket(np.array(queries, np.int64), np.array(keys, np.int64))
    assert found.shape == (len(queries), len(keys))
    assert ((found >= 0) & (found < BUCKETS)).all()


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_farther_word_never_falls_into_a_nearer_bucket(one_way: int, other: int) -> None:
    near, far = sorted([one_way, other])
    assert one(near) <= one(far)
    assert near == 0 or one(-near) <= one(-far)
