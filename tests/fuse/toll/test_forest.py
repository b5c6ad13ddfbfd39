"""Trees that choose: how they are walked, and what those that ship have learned."""

import numpy as np
import pytest

from tests.fuse.toll.test_choosing import seen, telling
from whence.fuse.toll.choosing import WOUNDED, choice, features
from whence.fuse.toll.forest import Forest, forest


def made() -> Forest:
    """Return two trees: one asks whether "said" and then "twice", one answers at once."""
    return Forest({
        "names": np.array(["said", "twice"]),
        "roots": np.array([0, 5]),
        "column": np.array([0, -1, 1, -1, -1, -1], np.int8),
        "bound": np.array([0.5, 0, 0.5, 0, 0, 0], np.float32),
        "right": np.array([2, 0, 4, 0, 0, 0], np.int32),
        "value": np.array([0, 0.1, 0, 0.5, 0.9, 0.3], np.float16),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [({}, 0.2), ({"said": 1.0}, 0.4), ({"said": 1.0, "twice": 1.0}, 0.6), ({"twice": 1.0}, 0.2)],
)
def test_all_trees_are_asked(row: dict[str, float], expected: float) -> None:
    first, second = made().chances([row, {}])
    assert first + second == pytest.approx(1)
    assert first / second == pytest.approx((expected + 0.001) / (0.2 + 0.001), rel=1e-3)


def test_names_that_trees_do_not_know_change_nothing() -> None:
    assert made().chances([{"new": 5.0}, {}]) == pytest.approx([0.5, 0.5])


def test_the_trees_that_ship_know_every_feature() -> None:
    place = seen([telling("A", "04", killed=1, wounded=3), telling("B", "05", wounded=2)])
    known = {name for number in (0, 2, 3) for name in features(place, WOUNDED, number)}
    assert known == set(forest().names)


def test_what_three_reports_say_is_likelier_than_what_one_does() -> None:
    made = [telling("A", "04", wounded=4), *(telling(one, "05", wounded=3) for one in "BCD")]
    found = choice(seen(made), WOUNDED)
    assert found[3] > found[4]
    assert sum(found.values()) == pytest.approx(1)
