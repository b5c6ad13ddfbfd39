"""Judges made coherent and pooled: by hand, by their properties, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weigh.invented import incident, named, party, statement
from whence.errors import ConfigError, UnknownId
from whence.model.assessment import Hypothesis
from whence.model.claim import Role
from whence.model.panel import Estimate, Pooled
from whence.weigh import weigh
from whence.weigh.forecasts.panel import CLIP, average, fill, latest, nearest, pool, project

shares = st.lists(st.floats(0, 1), min_size=1, max_size=6)


def hypothesis(key: str, weightless: bool = False) -> Hypothesis:
    return Hypothesis(
        id=key, role="executor", kind="named", label=key.title(), entered_by="invented",
        weightless=weightless,
    )  # fmt: skip


ANSWERS = tuple(hypothesis(key) for key in ("alder", "birch", "cedar"))


def said(judge: str, at: str = "2031-03-01", role: Role = "executor", **given: float) -> Estimate:
    return Estimate(judge=judge, role=role, shares=given, at=at)


def pooled(*estimates: Estimate, answers: tuple[Hypothesis, ...] = ANSWERS) -> Pooled:
    found = pool("executor", answers, estimates)
    assert found is not None
    return found


def figures(found: Pooled) -> dict[str, float]:
    return {row.hypothesis_id: row.probability for row in found.shares}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([0.5, 0.5], [0.5, 0.5]),
        ([0.8, 0.6], [0.6, 0.4]),
        ([0.2, 0.2], [0.5, 0.5]),
        ([1.0, 1.0, 0.1], [0.5, 0.5, 0.0]),
        ([0.3], [1.0]),
        ([0.0, 0.0], [0.5, 0.5]),
    ],
)
def test_projection_by_hand(before: list[float], after: list[float]) -> None:
    assert project(before) == pytest.approx(after)


@given(shares)
def test_projection_is_coherent_and_nearest(before: list[float]) -> None:
    after = project(before)
    assert after.sum() == pytest.approx(1)
    assert (after >= 0).all()
    assert project(after) == pytest.approx(after)
    moved = np.linalg.norm(after - before)
    for corner in np.eye(len(before)):
        assert moved <= np.linalg.norm(corner - before) + 1e-9
        # Predd et al. 2008: whichever answer is true, the score is no worse.
        assert np.sum((after - corner) ** 2) <= np.sum((before - corner) ** 2) + 1e-9


def test_what_is_left_over_goes_to_those_left_out() -> None:
    assert fill({"a": 0.6}, "abc", "abc").tolist() == pytest.approx([0.6, 0.2, 0.2])
    assert fill({"a": 0.6}, "abc", "ab").tolist() == pytest.approx([0.6, 0.4, 0.0])
    assert fill({"a": 0.6, "b": 0.7}, "abc", "abc").tolist() == [0.6, 0.7, 0.0]
    assert fill({"a": 0.6}, "a", "a").tolist() == [0.6]


def test_the_pool_is_the_mean_of_log_odds() -> None:
    odds = (np.log(0.8 / 0.2) + np.log(0.5 / 0.5)) / 2
    first = 1 / (1 + np.exp(-odds))
    found = average([[0.8, 0.2], [0.5, 0.5]])
    assert found == pytest.approx([first, 1 - first])


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=5))
def test_no_judge_can_rule_out_and_order_is_nothing(rows: list[list[float]]) -> None:
    coherent = np.array([project(row) for row in rows])
    found = average(coherent)
    assert found.sum() == pytest.approx(1)
    assert found.min() >= CLIP / 2
    assert average(coherent[::-1]) == pytest.approx(found)


def test_one_judge_is_his_own_pool() -> None:
    found = pooled(said("Ada", alder=0.7, birch=0.2, cedar=0.1))
    assert figures(found) == pytest.approx({"alder": 0.7, "birch": 0.2, "cedar": 0.1})
    assert found.judges == 1
    assert [row.sd for row in found.shares] == [None] * 3
    assert found.coherent[0].moved == 0
    assert found.coherent[0].filled == ()


def test_spread_and_movement_are_told() -> None:
    found = pooled(said("Ada", alder=0.9, birch=0.3), said("Ben", alder=0.2), said("Cy", cedar=1.0))
    ada, ben, cy = found.coherent
    assert ada.given == {"alder": 0.9, "birch": 0.3}
    assert ada.shares == pytest.approx({"alder": 0.8, "birch": 0.2, "cedar": 0})
    assert ada.moved == pytest.approx(0.02**0.5, abs=1e-6)
    assert ada.filled == ("cedar",)
    assert ben.shares == pytest.approx({"alder": 0.2, "birch": 0.4, "cedar": 0.4})
    assert ben.moved == 0
    assert cy.shares == {"alder": 0, "birch": 0, "cedar": 1}
    alder = next(row for row in found.shares if row.hypothesis_id == "alder")
    assert (alder.low, alder.high) == (0, 0.8)
    assert alder.sd is not None
    assert alder.sd > 1
    assert sum(figures(found).values()) == pytest.approx(1, abs=1e-5)


def test_the_latest_estimate_counts() -> None:
    early = said("Ada", at="2031-03-01", alder=1.0)
    late = said("ada ", at="2031-03-02T09:00:00+01:00", birch=1.0)
    sponsor = said("Ada", at="2031-03-03", role="sponsor", cedar=1.0)
    assert latest([late, early, sponsor]) == (late, sponsor)
    assert latest([late, early], as_of="2031-03-01") == (early,)
    assert latest([early], as_of="2031-02") == ()
    again = said("Ada", at="2031-03-01", cedar=1.0)
    assert latest([early, again]) == (again,)


def test_nobody_asked_is_no_pool() -> None:
    assert pool("executor", ANSWERS, []) is None
    assert pool("executor", ANSWERS, [said("Ada", role="sponsor", alder=1.0)]) is None
    assert pool("executor", ANSWERS, [said("Ada", alder=1.0)], as_of="2030") is None


def test_weightless_answers_take_nothing_that_no_judge_gives() -> None:
    answers = (*ANSWERS, hypothesis("dogwood", weightless=True))
    assert "dogwood" not in figures(pooled(said("Ada", alder=0.5), answers=answers))
    found = pooled(said("Ada", alder=0.4), said("Ben", dogwood=0.5), answers=answers)
    ada, ben = found.coherent
    assert ada.shares["dogwood"] == 0
    assert ada.shares["birch"] == pytest.approx(0.3)
    assert ben.shares["dogwood"] == pytest.approx(0.5)


def test_unknown_answers_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownId, match="'aldr'") as refused:
        pooled(said("Ada", aldr=0.5))
    assert refused.value.hint == "did you mean 'alder'?"
    with pytest.raises(UnknownId) as refused:
        pooled(said("Ada", xyz=0.5))
    assert refused.value.hint == "known: alder, birch, cedar"
    assert nearest("xyz", ()) == ""
    with pytest.raises(ConfigError, match="nothing was weighed"):
        pool("executor", (), [said("Ada", alder=0.5)])


@pytest.mark.parametrize("bad", [[], [[1.0]], [float("nan")], [float("inf")]])
def test_projection_of_what_is_no_estimate(bad: list[float]) -> None:
    with pytest.raises(ValueError, match="finite"):
        project(bad)


def test_average_needs_a_judge() -> None:
    with pytest.raises(ValueError, match="judges"):
        average(np.zeros((0, 3)))
    with pytest.raises(ValueError, match="judges"):
        average([0.5, 0.5])


def test_answers_of_a_weighed_incident_can_be_pooled() -> None:
    weighed = weigh(incident([party("alder")], [statement("ministry", "alder")]), named("ministry"))
    answer = weighed.answer("executor")
    given = Estimate(judge="Ada", role="executor", shares={"executor:alder": 0.4}, at="2031")
    found = pool("executor", answer.hypotheses, [given])
    assert found is not None
    assert {row.hypothesis_id for row in found.shares} == {h.id for h in answer.hypotheses}
