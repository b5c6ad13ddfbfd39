"""Which texts and lines are compared with which: covers, and bounds on what lines share."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.trace.making import document
from whence.trace.concordance import Concordance
from whence.trace.pairing import covering, pairs

_MATRICES = st.integers(1, 9).flatmap(
    lambda width: st.lists(
        st.lists(st.booleans(), min_size=width, max_size=width), min_size=1, max_size=8
    )
)
_LINES = st.lists(st.sampled_from("abcdefghijklmnop"), min_size=1, max_size=30)


def plainly_covering(rows: Sequence[Sequence[bool]]) -> list[int]:
    """Take the row with most of what is left, again and again, without any short cut."""
    sets = [{place for place, one in enumerate(row) if one} for row in rows]
    found: list[int] = []
    left = set().union(*sets)
    while left:
        best = max(range(len(sets)), key=lambda row: (len(sets[row] & left), -row))
        found.append(best)
        left -= sets[best]
    return found


@given(_MATRICES)
def test_cover_is_that_of_the_plain_greedy_way(rows: list[list[bool]]) -> None:
    expected = plainly_covering(rows)
    assert covering(np.array(rows), range(len(rows))) == expected
    wanted = list(range(0, len(rows), 2))
    assert covering(np.array(rows), wanted) == [row for row in expected if row in wanted]


@given(_LINES, _LINES)
def test_signs_never_tell_of_fewer_common_words_than_there_are(
    one: list[str], other: list[str]
) -> None:
    # Two texts with many words before them, so that signs have bits in common by chance.
    before = " ".join(f"w{number}" for number in range(600))
    words = Concordance(
        [document("O", f"{before}\n{' '.join(one)}"), document("P", " ".join(other))]
    )
    most, shorter = words.in_common(np.array([1]), np.array([2]))
    common = sum(min(one.count(word), other.count(word)) for word in set(one))
    assert most[0] >= common
    assert shorter[0] == min(len(one), len(other))


def test_only_lines_that_may_be_one_passage_are_aligned() -> None:
    shared = "two boats packed with explosives rammed the northern pier of the grain terminal"
    first = document("A", f"Early on Tuesday {shared}.\nThe mayor of the town opened a library.")
    second = document(
        "B", f"Nobody slept.\nWitnesses say {shared}.\nShe saw the mayor of the town."
    )
    assert list(pairs(Concordance([first, second]))) == [(0, 1, [(0, 3)])]


def test_a_line_is_aligned_with_the_three_that_share_most() -> None:
    shared = "two boats packed with explosives rammed the northern pier of the grain terminal"
    tails = ("at dawn", "at dawn on Tuesday", "at dawn on Tuesday morning", "at noon", "again")
    first = document("A", f"Witnesses say that {shared} at dawn on Tuesday morning.")
    second = document("B", "\n".join(f"Witnesses say that {shared} {tail}." for tail in tails))
    assert list(pairs(Concordance([first, second]))) == [(0, 1, [(0, 1), (0, 2), (0, 3)])]


def test_what_stands_in_one_text_alone_pairs_nothing() -> None:
    line = "The night watch counted nine empty barges beside the customs house before sunrise."
    assert list(pairs(Concordance([document("A", f"{line}\n{line}")]))) == []
    assert list(pairs(Concordance([]))) == []
    assert list(pairs(Concordance([document("A", ""), document("B", "")]))) == []
