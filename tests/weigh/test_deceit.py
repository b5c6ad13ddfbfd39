"""How many forged hands an answer would take."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weigh.invented import incident, means, named, party, statement
from whence.weigh import Options, weigh
from whence.weigh.deceit import forged, nats_of_one


def test_one_hand_weighs_what_the_engine_gives_it() -> None:
    assert exp(nats_of_one()) == pytest.approx(2.2, abs=0.1)
    event = incident(
        [party("alder"), party("birch")],
        [statement("envoy", "alder", standing="accused_by_authority", stake="neutral")],
    )
    item = weigh(event, named("envoy")).answer("executor").evidence[0]
    assert item.diagnosticity == pytest.approx(nats_of_one(), abs=0.08)


@settings(max_examples=200, deadline=None)
@given(st.floats(0.05, 50))
def test_that_many_bring_it_and_one_less_does_not(needed: float) -> None:
    count = forged(needed)

    def ratio(hands: int) -> float:
        return exp(nats_of_one() * hands / (1 + (hands - 1) * 0.5))

    if count is None:
        assert ratio(10**9) <= needed * (1 + 1e-6)
    elif count == 0:
        assert needed <= 1
    else:
        assert ratio(count) >= needed * (1 - 1e-6)
        assert count == 1 or ratio(count - 1) < needed * (1 + 1e-6)


def test_forged_hands_as_many_as_told_make_it_probable() -> None:
    event = incident([party("alder"), party("birch")], [statement("chief", "alder")])
    row = next(
        one
        for one in weigh(event, named("chief")).answer("executor").posterior
        if one.hypothesis_id == "executor:alder"
    )
    assert row.forged is not None
    hands = [f"hand {n}" for n in range(row.forged)]
    said = [
        statement(hand, "alder", standing="accused_by_authority", stake="neutral") for hand in hands
    ]
    more = incident(event.parties, [*event.statements, *said])
    after = means(weigh(more, named("chief", *hands), Options(draws=1000)))
    assert after["alder"] > 0.53
