"""Leaving out one first hand: all at once equals evaluating the model without it, one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weigh.invented import incident, named, party, slot, statement, trace
from tests.weigh.worlds import QUICK, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, sensitivity
from whence.weigh.assess import model_of
from whence.weigh.likelihood import Draws
from whence.weigh.posterior import Model
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
