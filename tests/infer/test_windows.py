from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.infer.windows import Window, plan

SIZES = st.lists(st.integers(1, 12), max_size=400)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[int], list[int], int, int]:
    """Draw the sizes of words, where sentences end, and the limits."""
    sizes = draw(SIZES)
    breaks = draw(st.sets(st.integers(1, max(1, len(sizes) - 1)), max_size=60))
    return sizes, sorted(breaks), draw(st.integers(1, 60)), draw(st.integers(0, 15))


@given(cases())
def test_kept_parts_cover_every_word_once_and_in_order(
    case: tuple[list[int], list[int], int, int],
) -> None:
    sizes, breaks, core, margin = case
    found = plan(sizes, breaks, core=core, margin=margin)
    edges = [0, *(window.right for window in found)]
    assert [window.left for window in found] == edges[:-1]
    assert edges[-1] == len(sizes)
    assert all(before < after for before, after in pairwise(edges))


@given(cases())
def test_windows_stay_within_their_limits(case: tuple[list[int], list[int], int, int]) -> None:
    sizes, breaks, core, margin = case
    found = plan(sizes, breaks, core=core, margin=margin)
    for window in found:
        assert 0 <= window.start <= window.left < window.right <= window.end <= len(sizes)
        if len(found) == 1:
            continue
        assert window.right == window.left + 1 or sum(sizes[window.left : window.right]) <= core
        assert sum(sizes[window.start : window.left]) <= margin
        assert sum(sizes[window.right : window.end]) <= margin


@given(cases())
def test_windows_are_as_many_as_the_length_demands_and_at_most_some_more(
    case: tuple[list[int], list[int], int, int],
) -> None:
    sizes, breaks, core, margin = case
    found = plan(sizes, breaks, core=core, margin=margin)
    # Two neighbours hold more than half a part, or else a word stands alone between them.
    for one, other in pairwise(found[:-1]):
        held = sum(sizes[one.left : other.right + 1])
        assert 2 * held > core


def test_most_windows_have_a_length_that_is_quickly_read() -> None:
    dice = Random(7)
    even = []
    for _ in range(40):
        sizes = [dice.choice((1, 1, 1, 2, 3)) for _ in range(600)]
        found = plan(sizes, sorted(dice.sample(range(1, len(sizes)), 24)), step=16)
        even += [(sum(sizes[one.start : one.end]) + 2) % 16 == 0 for one in found]
    assert sum(even) > 0.8 * len(even)


def test_a_text_of_one_window_is_read_whole() -> None:
    assert plan([], []) == ()
    assert plan([1] * 254, [10, 100]) == (Window(start=0, end=254, left=0, right=254),)
    assert len(plan([1] * 255, [])) == 2


def test_parts_are_even() -> None:
    even = plan([1] * 400, [])
    assert [window.right for window in even] == [200, 400]
    assert [(window.start, window.end) for window in even] == [(0, 224), (176, 400)]


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ([20, 190, 196, 205, 300], [196, 400]),  # the nearest that leaves one part
        ([20, 190, 300], [190, 300, 400]),  # the next best: a part more, no sentence cut
        ([20, 90, 207, 390], [200, 400]),  # none is near
    ],
)
def test_parts_end_where_a_sentence_does(breaks: list[int], expected: list[int]) -> None:
    assert [window.right for window in plan([1] * 400, breaks)] == expected


@pytest.mark.parametrize("place", [0, 3, 9])
def test_a_word_longer_than_a_part_stands_alone(place: int) -> None:
    sizes = [2] * 10
    sizes[place] = 500
    found = plan(sizes, [], core=20, margin=4)
    (window,) = (one for one in found if one.left <= place < one.right)
    assert (window.left, window.right) == (place, place + 1)


def test_windows_have_one_length_where_they_can() -> None:
    dice = Random(11)
    alike = total = 0
    for _ in range(40):
        sizes = [dice.choice((1, 1, 2)) for _ in range(900)]
        found = plan(sizes, range(17, 900, 17), step=16)
        inner = [sum(sizes[one.start : one.end]) for one in found[1:-1]]
        alike += max(map(inner.count, inner))
        total += len(inner)
    assert alike > 0.7 * total
