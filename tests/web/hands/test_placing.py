"""Stops in columns: few crossings, nothing upon another, what belongs together side by side."""

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.web.hands.ordering import crossings, ordered
from whence.web.hands.placing import Box, placed, spread

_FLOWS = st.dictionaries(
    st.tuples(st.integers(0, 7).map("l{}".format), st.integers(0, 7).map("r{}".format)),
    st.integers(1, 9),
    max_size=30,
)
_LEFT, _RIGHT = [f"l{n}" for n in range(8)], [f"r{n}" for n in range(8)]


def slowly(columns: list[list[str]], flows: dict[tuple[str, str], int]) -> int:
    """Count crossings of two columns pair by pair."""
    left, right = ({key: place for place, key in enumerate(column)} for column in columns)
    lines = [(left[one], right[other]) for one, other in flows]
    return sum(
        (a < c and b > d) or (a > c and b < d)
        for place, (a, b) in enumerate(lines)
        for c, d in lines[place + 1 :]
    )


@given(_FLOWS)
def test_crossings_are_counted(flows: dict[tuple[str, str], int]) -> None:
    assert crossings([_LEFT, _RIGHT], flows) == slowly([_LEFT, _RIGHT], flows)


@settings(deadline=None)
@given(_FLOWS)
def test_the_order_never_has_more_crossings_than_it_began_with(
    flows: dict[tuple[str, str], int],
) -> None:
    found = ordered([_LEFT, _RIGHT], flows, {})
    assert [sorted(column) for column in found] == [_LEFT, _RIGHT]
    assert crossings(found, flows) <= crossings([_LEFT, _RIGHT], flows)


def test_a_tangle_is_undone() -> None:
    flows = {(f"l{n}", f"r{7 - n}"): 1 for n in range(8)}
    assert crossings(ordered([_LEFT, _RIGHT], flows, {}), flows) == 0


@settings(deadline=None)
@given(_FLOWS, st.sets(st.sampled_from(_LEFT), min_size=2))
def test_a_group_stands_together(flows: dict[tuple[str, str], int], group: set[str]) -> None:
    column = ordered([_LEFT, _RIGHT], flows, dict.fromkeys(group, "g"))[0]
    places = [place for place, key in enumerate(column) if key in group]
    assert places == list(range(places[0], places[0] + len(places)))


def test_a_long_column_takes_several_side_by_side_and_stays_a_screen_high() -> None:
    boxes = [Box(id=f"r{n}", column=0, width=46, height=22) for n in range(300)]
    boxes.append(Box(id="o", column=1, width=190, height=40))
    found = placed(boxes, {})
    assert spread(found)[1] < 700
    assert len({round(x) for x, _ in found.values()}) > 10
    assert found["o"][0] > max(found[f"r{n}"][0] for n in range(300))
    middle = (min(y for _, y in found.values()) + max(y for _, y in found.values())) / 2
    assert abs(found["o"][1] - middle) < 1


def test_nothing_is_placed_where_there_is_nothing() -> None:
    assert placed([], {}) == {}
    assert spread({}) == (0, 0)
