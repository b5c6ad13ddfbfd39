"""Who copies whom: by hand, against enumeration of how a pair comes to what it tells."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.fuse.truth.copying import Copying, Shared, dependence, dependences, shares

BELIEVED = Copying(prior=0.1, rate=0.8, false_values=10)


def test_without_shared_items_the_prior_stays() -> None:
    assert dependence([], (0.8, 0.8), BELIEVED) == pytest.approx(0.1)


def enumerated(truth: int, told: tuple[int, int], accuracies: tuple[float, float]) -> float:
    """Return how probable what two sources tell is when the first may copy the second."""

    def alone(value: int, accuracy: float) -> float:
        return accuracy if value == truth else (1 - accuracy) / BELIEVED.false_values

    total = 0.0
    for copied in (True, False):
        weight = BELIEVED.rate if copied else 1 - BELIEVED.rate
        first = float(told[0] == told[1]) if copied else alone(told[0], accuracies[0])
        total += weight * first * alone(told[1], accuracies[1])
    return total


@given(
    st.lists(st.sampled_from([Shared(True, 1.0), Shared(True, 0.0)]), max_size=6),
    st.floats(0.2, 0.95),
)
def test_agrees_with_enumeration(rows: list[Shared], accuracy: float) -> None:
    one_way = apart = 1.0
    both = (accuracy, accuracy)
    for row in rows:
        # Value 0 is true. A shared false value is any of ten, which only copying makes equal.
        values = [0] if row.probability else list(range(1, 11))
        one_way *= sum(enumerated(0, (value, value), both) for value in values)
        alone = [(accuracy if value == 0 else (1 - accuracy) / 10) for value in values]
        apart *= sum(p * p for p in alone)
    odds = BELIEVED.prior * one_way
    expected = odds / (odds + (1 - BELIEVED.prior) * apart)
    assert dependence(rows, both, BELIEVED) == pytest.approx(expected)


def test_what_differs_speaks_against_copying() -> None:
    accuracy = 0.7
    differing = [(one, two) for one, two in product(range(11), repeat=2) if one != two]
    one_way = sum((enumerated(0, pair, (accuracy, accuracy)) for pair in differing), 0.0)

    def alone(value: int) -> float:
        return accuracy if value == 0 else (1 - accuracy) / 10

    apart = sum(alone(one) * alone(two) for one, two in differing)
    expected = 0.1 * one_way / (0.1 * one_way + 0.9 * apart)
    found = dependence([Shared(False)], (accuracy, accuracy), BELIEVED)
    assert found == pytest.approx(expected)
    assert found < 0.1


def test_shared_errors_tell_more_than_shared_truths() -> None:
    true = dependence([Shared(True, 1.0)] * 3, (0.8, 0.8), BELIEVED)
    false = dependence([Shared(True, 0.0)] * 3, (0.8, 0.8), BELIEVED)
    assert 0.1 < true < false
    assert false > 0.99


def test_pairs_of_a_table() -> None:
    told = {"a": {"one": 0, "two": 0}, "b": {"one": 1, "two": 1, "three": 0}}
    truth = {"a": [0.1, 0.9], "b": [0.9, 0.1]}
    found = dependences(told, truth, {"one": 0.8, "two": 0.8, "three": 0.8}, BELIEVED)
    assert set(found) == {("one", "two"), ("one", "three"), ("three", "two")}
    assert found["one", "two"] > 0.3
    assert found["one", "three"] < 0.1


def test_shares_start_at_the_original() -> None:
    # Both copiers depend on the source named last, and not on each other.
    accuracy = {"a": 0.8, "b": 0.8, "original": 0.8, "other": 0.8}
    dependent = {("a", "original"): 1.0, ("b", "original"): 1.0}
    assert shares(accuracy, accuracy, dependent, 0.8) == pytest.approx(
        {"original": 1.0, "a": 0.2, "b": 0.2, "other": 1.0}
    )


def test_the_more_accurate_of_two_counts_whole() -> None:
    found = shares(["a", "b"], {"a": 0.6, "b": 0.9}, {("a", "b"): 0.5}, 0.8)
    assert found == pytest.approx({"b": 1.0, "a": 0.6})
