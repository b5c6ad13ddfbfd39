"""The probability of told values: by hand, against enumeration of all worlds, and always."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.fuse.truth.posterior import Item, Posterior, Voice, posterior
from whence.fuse.truth.relations import Relation

WRONG = 10


def exclusive(told: int, true: int) -> Relation:
    return "same" if told == true else "against"


def item(values: int) -> Item:
    return Item(wide=[False] * values, relate=exclusive, false_values=WRONG)


def test_one_source_lends_its_accuracy() -> None:
    found = posterior(item(1), [Voice(value=0, accuracy=0.8)])
    assert found.probabilities == pytest.approx((0.8,))
    assert found.nothing == pytest.approx(0.2)


def test_two_that_disagree_leave_a_share_for_neither() -> None:
    # 0.8 * 0.02 for each, and nine untold values at 0.02 * 0.02: 16 : 16 : 3.6.
    found = posterior(item(2), [Voice(value=0, accuracy=0.8), Voice(value=1, accuracy=0.8)])
    assert found.exact == pytest.approx((16 / 35.6, 16 / 35.6))
    assert found.nothing == pytest.approx(3.6 / 35.6)


def test_two_that_agree_outdo_one() -> None:
    # 0.64 against 0.02 * 0.02 for the one rival that nobody follows and nine untold values.
    voices = [Voice(value=0, accuracy=0.8), Voice(value=0, accuracy=0.8)]
    found = posterior(item(1), voices)
    assert found.probabilities[0] == pytest.approx(0.64 / (0.64 + 10 * 0.0004))


def test_nobody_tells_anything() -> None:
    found = posterior(item(2), [])
    assert found.exact == pytest.approx((1 / 11, 1 / 11))
    assert found.nothing == pytest.approx(9 / 11)


def worlds(values: int, voices: Sequence[Voice]) -> Posterior:
    """Enumerate the true value among all possible ones, told or not."""
    weights = []
    for true in range(WRONG + 1):
        weight = 1.0
        for one in voices:
            weight *= one.accuracy if one.value == true else (1 - one.accuracy) / WRONG
        weights.append(weight)
    total = sum(weights)
    told = tuple(weight / total for weight in weights[:values])
    return Posterior(told, told, sum(weights[values:]) / total)


def voiced(values: int, shared: bool = False) -> st.SearchStrategy[list[Voice]]:
    part = st.floats(0.0, 1.0) if shared else st.just(1.0)
    return st.lists(
        st.builds(
            Voice,
            value=st.integers(0, values - 1),
            accuracy=st.floats(0.1, 0.99),
            commitment=part,
            share=part,
        ),
        max_size=6,
    )


@given(voiced(4))
def test_agrees_with_enumeration(voices: list[Voice]) -> None:
    found, by_hand = posterior(item(4), voices), worlds(4, voices)
    assert found.exact == pytest.approx(by_hand.exact)
    assert found.probabilities == pytest.approx(by_hand.probabilities)
    assert found.nothing == pytest.approx(by_hand.nothing)


@given(voiced(3, shared=True), st.randoms(use_true_random=False))
def test_order_is_irrelevant_and_shares_sum_to_one(voices: list[Voice], random: Random) -> None:
    shuffled = list(voices)
    random.shuffle(shuffled)
    found = posterior(item(3), voices)
    assert posterior(item(3), shuffled) == found
    assert sum(found.exact) + found.nothing == pytest.approx(1.0)


@given(voiced(3, shared=True), voiced(3, shared=True))
def test_an_agreeing_voice_never_lowers_a_value(voices: list[Voice], more: list[Voice]) -> None:
    before = posterior(item(3), voices)
    for one in more:
        after = posterior(item(3), [*voices, one])
        assert after.probabilities[one.value] >= before.probabilities[one.value] - 1e-9


@given(voiced(3, shared=True), st.integers(0, 2), st.floats(0.0, 1.0))
def test_a_copy_adds_nothing(voices: list[Voice], value: int, accuracy: float) -> None:
    copy = Voice(value=value, accuracy=accuracy, share=0.0)
    before, after = posterior(item(3), voices), posterior(item(3), [*voices, copy])
    assert after.probabilities == pytest.approx(before.probabilities)


@given(voiced(3))
def test_who_commits_to_nothing_says_nothing(voices: list[Voice]) -> None:
    vague = Voice(value=0, accuracy=0.9, commitment=0.0)
    before, after = posterior(item(3), voices), posterior(item(3), [*voices, vague])
    assert after.probabilities == pytest.approx(before.probabilities)


def at_least_six(told: int, true: int) -> Relation:
    """Relate seven (0), two (1) and at least six (2)."""
    if told == true:
        return "same"
    return "within" if (told, true) == (2, 0) else "against"


def test_a_floor_supports_what_lies_above_it() -> None:
    floor = Item(wide=[False, False, True], relate=at_least_six, false_values=WRONG)
    even = [Voice(value=0, accuracy=0.8), Voice(value=1, accuracy=0.8)]
    found = posterior(floor, [*even, Voice(value=2, accuracy=0.8)])
    # Seven 0.8 * 0.02 * 0.8, two the same with 0.2; nine untold values, half of them above six.
    seven, two = 0.016 * 0.8, 0.016 * 0.2
    above, below = 4.5 * 0.0004 * 0.8, 4.5 * 0.0004 * 0.2
    total = seven + two + above + below
    assert found.exact == pytest.approx((seven / total, two / total, above / total))
    assert found.probabilities[2] == pytest.approx((seven + above) / total)
    assert found.nothing == pytest.approx(below / total)


@settings(max_examples=50)
@given(voiced(3))
def test_a_wide_value_is_at_least_as_probable_as_what_lies_within(voices: list[Voice]) -> None:
    floor = Item(wide=[False, False, True], relate=at_least_six, false_values=WRONG)
    found = posterior(floor, voices)
    assert found.probabilities[2] >= found.probabilities[0]


def test_a_rounded_number_supports_the_exact_one() -> None:
    def about(told: int, true: int) -> Relation:
        return "same" if told == true else "near" if {told, true} == {0, 1} else "against"

    near = Item(wide=[False] * 3, relate=about, false_values=WRONG, near=0.2)
    voices = [Voice(value=one, accuracy=0.8) for one in (0, 1, 2)]
    found = posterior(near, voices)
    assert found.probabilities[0] == pytest.approx(found.probabilities[1])
    assert found.probabilities[0] > 2 * found.probabilities[2]
