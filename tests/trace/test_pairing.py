"""Which texts and lines are compared with which: covers, and bounds on what lines share."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.trace.making import document
from whence.trace.concordance import Concordance
from whence.trace.copies import _align, _Two
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
    assert covering(np.array(rows)) == plainly_covering(rows)


@given(_LINES, _LINES)
def test_signs_never_tell_of_fewer_common_steps_than_there_are(
    one: list[str], other: list[str]
) -> None:
    # Many words before them, so that signs have bits in common by chance.
    before = " ".join(f"w{number}" for number in range(600))
    words = Concordance(
        [document("O", f"{before}\n{' '.join(one)}"), document("P", " ".join(other))]
    )
    lines = np.array([1]), np.array([2])
    mine, theirs = Counter(pairwise(one)), Counter(pairwise(other))
    assert words.steps(*lines)[0] >= (mine & theirs).total()
    assert words.shorter(*lines)[0] == min(len(one), len(other))


_PHRASES = st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=2, max_size=7), max_size=6)


@given(_PHRASES, _PHRASES, st.lists(st.sampled_from("abcdefghij"), min_size=4, max_size=14))
def test_lines_that_are_one_passage_are_never_passed_over(
    one: list[list[str]], other: list[list[str]], shared: list[str]
) -> None:
    documents = [
        document(name, " ".join(word for phrase in (*line, shared) for word in phrase))
        for name, line in (("A", one), ("B", other))
    ]
    words = Concordance(documents)
    passage = _align(words.row(0), words.row(1), _Two("A", "B", lambda _key, _place: None))
    assert passage is None or list(pairs(words)) == [(0, 1, [(0, 1)])]


def test_what_both_quote_does_not_hide_what_they_share_beside_it() -> None:
    inside = ("We saw two boats ram the pier", "The crane fell into the empty basin at once")
    before, after = "the harbour master of the small port told a", "crowd of angry dockers at noon"
    texts = [f"“{words},” {before} {after}." for words in inside]
    documents = [document(name, text) for name, text in zip("AB", texts, strict=True)]
    assert list(pairs(Concordance(documents))) == [(0, 1, [(0, 1)])]


def test_four_words_met_by_chance_bring_no_text_to_another() -> None:
    lines = (
        "Two boats rammed the northern pier of the grain terminal on Tuesday",
        "Nobody was hurt when a crane fell beside the northern pier of a mill",
        "The mayor walked to the northern pier of his town and looked at the sea",
    )
    words = Concordance([document(str(number), line) for number, line in enumerate(lines)])
    theirs, mine = words.led(0, 3)
    assert {*zip(theirs.tolist(), mine.tolist(), strict=True)} == {(0, 1), (0, 2), (1, 2)}
    assert list(pairs(words)) == []


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
