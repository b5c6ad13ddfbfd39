"""Whatever the text: ranges that fit it, and no crash."""

from itertools import pairwise

import numpy as np
import pytest
from benchmarks.hostile import SORTS
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.infer import roles, statements
from whence.infer.entities import entities
from whence.infer.labels import TAGGERS
from whence.infer.model import Text, load

LARGE = 100_000
NEWS = "The police said on Monday that, according to a statement, he “denied” it. "


def check(text: str) -> int:
    """Read a text and check all that comes out; return how many words there were."""
    count = 0
    for part in load().stretches(text):
        assert part.text == text
        check_words(part)
        check_spans(part)
        check_statements(part)
        count += len(part.edges)
    return count


def check_words(part: Text) -> None:
    assert len(part.vectors) == len(part.edges) > 0
    assert np.isfinite(part.vectors).all()
    assert (part.edges[:, 0] < part.edges[:, 1]).all()
    assert (part.edges[1:, 0] >= part.edges[:-1, 1]).all()
    assert part.edges[0, 0] >= 0
    assert part.edges[-1, 1] <= len(part.text)
    assert [left for left, _ in part.windows] == [0, *(right for _, right in part.windows[:-1])]
    assert part.windows[-1][1] == len(part.edges)


def check_ranges(part: Text, ranges: list[tuple[int, int]]) -> None:
    for start, end in ranges:
        assert 0 <= start < end <= len(part.edges)
        first, last = part.chars(start, end)
        assert 0 <= first < last <= len(part.text)


def check_spans(part: Text) -> None:
    found = statements.tagged(load(), part)
    assert set(found) == set(TAGGERS) - {"insinuation"}
    for ranges in found.values():
        check_ranges(part, ranges)
        assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    check_ranges(part, [(start, end) for start, end, _ in entities(load(), part)])
    check_ranges(part, [one for filler in roles.fillers(load(), part) for one in filler.mentions])


def check_statements(part: Text) -> None:
    for one in statements.read(load(), part):
        assert one.content
        check_ranges(part, [*one.content, *one.via, *filter(None, (one.cue, one.source))])
        assert sum(one.speaker) == pytest.approx(1, abs=1e-4)
        assert sum(one.judged.acts) == pytest.approx(1, abs=1e-4)
        assert 0 <= one.judged.negated <= 1
        assert np.isfinite(one.judged.certainty)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=()), max_size=400))
def test_any_string_is_read(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from([NEWS, *(make(40) for make in SORTS.values())]), max_size=12))
def test_news_among_anything_is_read(parts: list[str]) -> None:
    check("".join(parts))


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_is_read(sort: str) -> None:
    text = SORTS[sort](1200)
    assert len(text) == 1200
    check(text)


@pytest.mark.parametrize("sort", ["no spaces", "only newlines", "long words", "only spaces"])
def test_a_large_text_of_few_words_is_read(sort: str) -> None:
    assert check(SORTS[sort](LARGE)) < 10


@pytest.mark.parametrize("sort", ["hundred letters"])
def test_a_large_text_of_many_words_is_read(sort: str) -> None:
    assert check(SORTS[sort](LARGE)) > 900
