from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.fuse.grouping.clusters import clusters, components, pair

_ITEMS = ("a", "b", "c", "d", "e")
_PAIRS = [pair(*two) for two in combinations(_ITEMS, 2)]
odds = st.dictionaries(
    st.sampled_from(_PAIRS), st.integers(-6, 6).map(lambda n: n + 0.25), max_size=10
)


def _flat(groups: list[list[str]]) -> list[str]:
    return sorted(item for group in groups for item in group)


@given(odds, st.permutations(_ITEMS))
def test_every_item_is_in_one_group_whatever_the_order(
    given_odds: dict[tuple[str, str], float], items: list[str]
) -> None:
    found = clusters(items, given_odds)
    assert _flat(found) == list(_ITEMS)
    assert found == clusters(_ITEMS, given_odds)


@given(odds)
def test_no_two_groups_are_closer_than_apart(given_odds: dict[tuple[str, str], float]) -> None:
    found = clusters(_ITEMS, given_odds, apart=-3.0)
    for left, right in combinations(found, 2):
        across = [given_odds.get(pair(one, other), -3.0) for one in left for other in right]
        compared = any(pair(one, other) in given_odds for one in left for other in right)
        assert not compared or sum(across) <= 0


@given(odds, st.lists(st.sampled_from(_PAIRS), max_size=3), st.sampled_from(_PAIRS))
def test_what_was_judged_one_stays_together_and_what_was_parted_apart(
    given_odds: dict[tuple[str, str], float],
    same: list[tuple[str, str]],
    apart: tuple[str, str],
) -> None:
    found = clusters(_ITEMS, given_odds, same, [apart])
    home = {item: place for place, group in enumerate(found) for item in group}
    assert all(home[one] == home[other] for one, other in same)
    tied = any({*apart} <= set(group) for group in components(_ITEMS, same))
    assert tied == (home[apart[0]] == home[apart[1]])


def test_what_a_judgement_parts_takes_its_own_along() -> None:
    near = {pair(*two): 3.0 for two in combinations("abcd", 2)} | {("a", "b"): 5.0, ("c", "d"): 5.0}
    found = clusters("abcd", near, different=[("a", "c")])
    assert found == [["a", "b"], ["c", "d"]]


def test_a_bridge_does_not_chain_what_is_apart() -> None:
    bridged = {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): -6.0}
    assert clusters("abc", bridged) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("judged", [("x", "y"), ("a", "z")])
def test_judgements_on_what_is_not_there_are_passed_over(judged: tuple[str, str]) -> None:
    assert clusters("ab", {("a", "b"): 1.0}, different=[judged]) == [["a", "b"]]


def test_odds_of_what_is_not_there_are_passed_over() -> None:
    assert clusters("ab", {("a", "z"): 9.0}) == [["a"], ["b"]]
