"""The way from prior to posterior, how far a verdict is, and what a fact would do."""

from math import log

import pytest
from hypothesis import given, settings

from tests.weigh.invented import incident, named, party, statement
from tests.weigh.stories import settled_case
from tests.weigh.worlds import worlds
from whence.model.assessment import Answer
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, waterfall, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.verdict import PROBABLE, needed


def row(answer: Answer, key: str) -> float:
    return next(one.mean for one in answer.posterior if one.hypothesis_id == key)


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_steps_lead_from_the_prior_to_the_posterior(world: tuple[Incident, Trace]) -> None:
    for answer in weigh(*world, Options(draws=200)).answers:
        mean = row(answer, answer.candidate)
        assert sum(step.nats for step in answer.steps) == pytest.approx(
            log(mean / (1 - mean)), abs=2e-6 / mean / (1 - mean) + 2e-5
        )
        assert answer.steps[-1].mean == pytest.approx(mean, abs=1e-6)
        before = next(one for one in answer.posterior if one.hypothesis_id == answer.candidate)
        assert answer.steps[0].mean == pytest.approx(before.prior, abs=0.03)
        assert [step.kind for step in answer.steps[-2:]] == ["link", "reading"]
        told = [step.evidence_id for step in answer.steps if step.kind == "evidence"]
        assert told == [item.id for item in answer.evidence]


def test_the_weakest_items_share_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waterfall, "SHOWN", 2)
    names = [f"o{n}" for n in range(5)]
    event = incident([party("alder")], [statement(name, "alder") for name in names])
    answer = weigh(event, named(*names)).answer("executor")
    evidence = [step for step in answer.steps if step.kind == "evidence"]
    assert [step.evidence_id for step in evidence] == [
        *(item.id for item in answer.evidence[:2]),
        None,
    ]
    assert evidence[-1].text == "3 weaker items together"
    assert evidence[-1].nats > 0


def test_the_other_question_has_its_step() -> None:
    said = [
        statement("envoy", "alder", predicate="accident"),
        statement("clerk", "osk", role="sponsor", predicate="ordered"),
    ]
    event = incident([party("alder"), party("osk", kind="state")], said)
    answer = weigh(event, named("envoy", "clerk")).answer("sponsor")
    link = next(step for step in answer.steps if step.kind == "link")
    assert link.text == "what is said of who carried it out"
    assert link.nats < 0


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_further_evidence_of_the_ratio_needed_brings_an_answer_there(
    world: tuple[Incident, Trace],
) -> None:
    """At point values, weighed again with one item more of just that ratio."""
    model = model_of(*world, Options(), Draws(seed=0, count=0))
    weight, found = model.ties.weights(), model.evaluate()
    before = (model.priors[0], found.sponsor_prior)
    for question, prior in zip(model.questions, before, strict=True):
        for column in range(len(question.live)):
            ratio = needed(found.of(question.role)[0, column], prior[0, column])
            assert ratio is not None
            logs = [model.logs(each, weight) for each in model.questions]
            logs[model.questions.index(question)][:, column] += log(ratio)
            after = model.posterior((logs[0], logs[1])).of(question.role)[0]
            assert after[column] == pytest.approx(PROBABLE, abs=1e-9)
            assert after.argmax() == column


def test_what_stays_with_the_prior_is_not_moved() -> None:
    # Of .006 half is belief that stays with a prior of .3: the other half is what moves.
    assert needed(0.006, 0.3) == pytest.approx(0.003**-1 * 1.21, rel=0.02)
    assert needed(0.56, 0.3) < 1 < needed(0.54, 0.3)  # type: ignore[operator]
    assert needed(0.003, 0.3) is None
    assert needed(0.001, 0.3) is None


def test_a_verdict_tells_how_far_it_is_from_falling() -> None:
    answer = weigh(*settled_case()).answer("executor")
    assert answer.verdict == answer.candidate
    top = answer.posterior[0]
    assert top.needed is not None
    assert top.needed < 1
    assert all(one.needed is not None and one.needed > 1 for one in answer.posterior[1:])
