"""Leaving out one first hand: all at once equals evaluating the model without it, one by one."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import (
    denial,
    incident,
    means,
    named,
    origin,
    party,
    slot,
    statement,
    trace,
)
from tests.weigh.worlds import QUICK, backings, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Backing, Options, sensitivity, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.posterior import Model
from whence.weigh.options import ROLES
from whence.weigh.sensitivity import CROWD, leave_one_out

FEW = Draws(seed=5, count=50)


def one_by_one(model: Model) -> dict[tuple[str, str], float]:
    """The mean of the leading answer without each hand, from a model built without it."""
    full = model.evaluate()
    found: dict[tuple[str, str], float] = {}
    for question in model.questions:
        before = full.of(question.role).mean(axis=0)
        leader = model.candidate(question, before)
        for origin_id in {v.origin_id for item in model.items for v in item.voices}:
            rest = model.without(origin_id).evaluate().of(question.role).mean(axis=0)
            found[question.role, origin_id] = float(rest[leader])
    return found


def all_at_once(model: Model) -> dict[tuple[str, str], float]:
    rows = leave_one_out(model, model.evaluate())
    return {(row.role, row.origin_id): row.mean_without for row in rows}


@settings(max_examples=200, deadline=None)
@given(worlds(), st.booleans())
def test_all_at_once_equals_one_by_one(world: tuple[Incident, Trace], sliced: bool) -> None:
    model = model_of(*world, QUICK, FEW)
    with pytest.MonkeyPatch.context() as patch:
        if sliced:
            patch.setattr(sensitivity, "_ROOM", 500)
        found = all_at_once(model)
    expected = one_by_one(model)
    assert found == pytest.approx({key: expected[key] for key in found}, abs=1.1e-6)
    assert {key[1] for key in found} == {key[1] for key in expected}


def test_a_hand_that_says_much_the_same_often_is_left_out_whole() -> None:
    """Several items of one hand in one group: what is between them moves up by one, two, ..."""
    acts = ["accuse", "say", "call_for"]
    said = [
        statement(f"o{n}", "alder", act=act, hedge=1 + (n + place) % 3, id=f"st-{n}-{place}")
        for n in range(6)
        for place, act in enumerate(acts[: 1 + n % 3] * 2)
    ]
    event = incident([party("alder"), party("birch")], said)
    model = model_of(event, named(*(f"o{n}" for n in range(6))), Options(), FEW)
    assert all_at_once(model) == pytest.approx(
        {k: v for k, v in one_by_one(model).items() if k[0] == "executor"}, abs=1.1e-6
    )


def test_a_party_is_left_out_whole_with_any_hand_that_speaks_for_it() -> None:
    """Without the hand that denies staging it, the claim through another hand is gone as well."""
    said = [
        denial("aide", "alder", predicate="staged"),
        statement("wire", "alder", act="claim_responsibility", speaks_for_party=True),
        statement("envoy", "alder"),
        statement("clerk", "birch"),
    ]
    world = (
        incident([party("alder"), party("birch")], said),
        named("aide", "wire", "envoy", "clerk"),
    )
    (row,) = [
        one for one in weigh(*world, QUICK).sensitivity
        if (one.origin_id, one.role) == ("or-aide", "executor")
    ]  # fmt: skip
    again = weigh(*world, structs.replace(QUICK, without=("or-aide",)))
    left = {one.hypothesis_id: one.mean for one in again.answer("executor").posterior}
    assert row.mean_without == pytest.approx(left[row.hypothesis_id], abs=1.1e-6)
    assert abs(row.mean_without - row.mean_with) > 0.01


def test_a_fact_that_a_crowd_reports_stands_without_any_one() -> None:
    told = tuple(f"or-w{n}" for n in range(CROWD + 1))
    event = incident(
        [party("alder")],
        [statement("envoy", "alder")],
        [slot("responsibility_claim", "no", origins=told)],
    )
    model = model_of(event, trace(), Options(), FEW)
    found, expected = all_at_once(model), one_by_one(model)
    for key, mean in found.items():
        assert mean == pytest.approx(expected[key], abs=1e-4)


@settings(max_examples=200, deadline=None)
@given(worlds(), backings())
def test_every_row_equals_weighing_again_without(
    world: tuple[Incident, Trace], backing: tuple[Backing, ...]
) -> None:
    chosen = Options(draws=40, backing=backing)
    whole = weigh(*world, chosen)
    lacking = {
        key: weigh(*world, structs.replace(chosen, without=(key,)))
        for key in {row.origin_id for row in whole.sensitivity}
    }
    for row in whole.sensitivity:
        again = {
            one.hypothesis_id: one.mean for one in lacking[row.origin_id].answer(row.role).posterior
        }
        assert row.mean_without == pytest.approx(again[row.hypothesis_id], abs=1.1e-6)
        assert row.mean_with == pytest.approx(
            next(
                one.mean
                for one in whole.answer(row.role).posterior
                if one.hypothesis_id == row.hypothesis_id
            ),
            abs=1.1e-6,
        )


LINKED = Backing(executor="alder", sponsor="osk", probability=0.9, reason="paid for years")


def linked(*said: tuple[str, str, str], backing: tuple[Backing, ...] = (LINKED,)) -> Any:
    """Neutral hands that find or accuse: (hand, party, standing), osk always as the sponsor."""
    told = [
        statement(
            hand,
            key,
            standing=standing,
            stake="neutral",
            role="sponsor" if key == "osk" else "executor",
            predicate="ordered" if key == "osk" else "carried_out",
        )
        for hand, key, standing in said
    ]
    event = incident([party("alder"), party("birch"), party("osk", kind="state")], told)
    heard = trace(*(origin(hand, "office") for hand, _, _ in said))
    return weigh(event, heard, Options(backing=backing))


def test_a_linked_question_holds_up_when_one_hand_is_left_out() -> None:
    """What others say of the sponsor still speaks for the executor whom it backs."""
    result = linked(
        ("envoy", "alder", "found"),
        ("clerk", "alder", "accused_by_authority"),
        ("aide", "osk", "found"),
        ("judge", "osk", "found"),
    )
    row = next(
        row for row in result.sensitivity if (row.role, row.origin_name) == ("executor", "envoy")
    )
    assert row.hypothesis_id == "executor:alder"
    assert row.mean_without == pytest.approx(0.827, abs=0.01)
    assert not row.flips


def test_with_a_link_every_hand_has_a_row_for_both_questions() -> None:
    said = (("envoy", "alder", "found"), ("aide", "osk", "found"))
    rows = {(row.role, row.origin_name): row for row in linked(*said).sensitivity}
    assert set(rows) == {(role, name) for role in ROLES for name in ("envoy", "aide")}
    own = rows["sponsor", "envoy"]
    assert own.hypothesis_id == "sponsor:osk"
    assert own.mean_without < own.mean_with - 0.05
    apart = linked(*said, backing=()).sensitivity
    assert {(row.role, row.origin_name) for row in apart} == {
        ("executor", "envoy"),
        ("sponsor", "aide"),
    }


def test_what_a_link_moves_is_not_called_assumed() -> None:
    said = (("envoy", "alder", "found"), ("judge", "alder", "found"))
    result = linked(*said)
    words = {one.hypothesis_id: one.words for one in result.answer("sponsor").posterior}
    assert not result.answer("sponsor").evidence
    assert means(result, "sponsor")["osk"] > 0.5
    assert "assumed" not in words.values()
    apart = linked(*said, backing=()).answer("sponsor")
    assert {one.words for one in apart.posterior} == {"assumed"}
    bare = weigh(incident([party("alder"), party("osk", kind="state")], []), trace(), Options())
    assert {one.words for a in bare.answers for one in a.posterior} == {"assumed"}
