"""A voice more never lowers what it supports, whatever else it or others say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, means, named, origin, party, statement, trace
from tests.weigh.worlds import PARTIES, QUICK, unrounded
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh import Options, weigh

STATES = [party(f"osk{n}", kind="state") for n in range(6)]
STANDINGS = ["accused", "accused_by_authority", "speculated", "reported_as_fact", "found"]


def sponsors(hand: str, count: int, stake: str = "neutral") -> list[Statement]:
    """So many states found to have ordered it: much for one hand, which its cap holds down."""
    return [
        statement(
            hand, state.id, role="sponsor", predicate="ordered", standing="found", stake=stake
        )
        for state in STATES[:count]
    ]


@st.composite
def speeches(draw: st.DrawFn, hand: str) -> list[Statement]:
    """What one hand says against alder, up to three times, and against some states."""
    said = [
        statement(
            hand,
            "alder",
            standing=draw(st.sampled_from(STANDINGS)),
            act=draw(st.sampled_from(["accuse", "say"])),
            stake=draw(st.sampled_from(["neutral", "unknown", "victim", "rival"])),
            hedge=draw(st.integers(1, 3)),
            id=f"st-{hand}-{number}",
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    return said + sponsors(hand, draw(st.sampled_from([0, 0, 3, 6])))


@st.composite
def capped(draw: st.DrawFn) -> tuple[Incident, Trace]:
    hands = [f"o{n}" for n in range(draw(st.integers(1, 4)))] + ["extra"]
    said = [one for hand in hands for one in draw(speeches(hand))]
    heard = [
        origin(hand, draw(st.sampled_from(["person", "office"])), merges=draw(doubts))
        for hand in hands
        for doubts in (st.lists(st.floats(0, 1), max_size=2).map(tuple),)
    ]
    return incident([*PARTIES, *STATES], said), trace(*heard)


@settings(max_examples=400, deadline=None)
@given(capped())
def test_an_added_voice_never_lowers_what_it_supports(world: tuple[Incident, Trace]) -> None:
    without = structs.replace(QUICK, without=("extra",))
    with_it = unrounded(*world, QUICK, 0)["executor:alder"][0]
    assert with_it >= unrounded(*world, without, 0)["executor:alder"][0] - 1e-9


def test_what_a_cap_holds_down_takes_no_first_place() -> None:
    told = [
        statement("inquiry", "alder", standing="found"),
        statement("envoy", "alder", standing="found", stake="neutral"),
        *sponsors("envoy", 6),
    ]
    event, heard = incident([*PARTIES, *STATES], told), named("inquiry", "envoy")
    whole = means(weigh(event, heard))["alder"]
    assert whole > means(weigh(event, heard, Options(without=("envoy",))))["alder"] + 0.01


def test_what_a_voice_says_once_more_takes_no_first_place() -> None:
    """A guess, told again as a rival: the little that is left of it leads no other rival."""
    told = [
        statement("extra", "alder", standing="found", stake="neutral", hedge=1),
        statement("extra", "alder", stake="rival", hedge=2, act="say"),
        statement("other", "alder", stake="rival", hedge=1),
    ]
    event, heard = incident(PARTIES, told), named("extra", "other")
    model_means = [
        unrounded(event, heard, options, 0)["executor:alder"][0]
        for options in (QUICK, structs.replace(QUICK, without=("extra",)))
    ]
    assert model_means[0] > model_means[1]
    rival = [
        item
        for item in weigh(event, heard).answer("executor").evidence
        if item.kind == "accusation_rival"
    ]
    alone = weigh(event, heard, Options(without=("extra",))).answer("executor").evidence[0]
    kept = next(item for item in rival if item.origin_ids == ("or-other",))
    assert kept.diagnosticity == pytest.approx(alone.diagnosticity)
