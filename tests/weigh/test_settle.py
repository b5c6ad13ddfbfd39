"""What would settle it: as much as the weighing would move, and no more."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, means, origin, party, rows, slot, statement, trace
from tests.weigh.stories import contested_attack
from whence.model.assessment import Settler
from whence.weigh import Options, tables, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.settle import Belief, information, pointing, ratio_of

KEPT = tables.priors().misreading
PART = tables.priors().unnamed_shrinkage / 2
CAP = 10 * (1 + 1e-9)


def belief(shares: list[float], prior: list[float] | None = None, key: str = "alder") -> Belief:
    held = np.array(shares) / sum(shares)
    before = held if prior is None else np.array(prior)
    at = min(1, len(shares) - 1)
    return Belief(shares=held, prior=before, candidate=f"executor:{key}", column=at, reserve=0)


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=24), st.floats(1.01, 5))
def test_information_is_bounded_by_what_is_unknown(shares: list[float], ratio: float) -> None:
    held = belief(shares)
    entropy = float(-(held.shares * np.log(held.shares)).sum())
    found = information(held, ratio)
    assert 0 <= found <= entropy + 1e-9
    assert information(held, 1.0) == pytest.approx(0, abs=1e-9)
    assert information(held, ratio * 2) >= found - 1e-9


@given(
    st.lists(st.floats(0.01, 1), min_size=2, max_size=9),
    st.lists(st.floats(0.01, 1), min_size=9, max_size=9),
    st.floats(1.01, 10),
)
def test_information_is_the_expected_drop_of_entropy(
    shares: list[float], before: list[float], ratio: float
) -> None:
    """Straight from the definition, pointer by pointer, for answers few enough to be exact."""
    size = len(shares)
    prior = np.array(before[:size]) / sum(before[:size])
    read = np.array(shares) / sum(shares)
    held = Belief(
        shares=(1 - KEPT) * read + KEPT * prior,
        prior=prior,
        candidate="executor:alder",
        column=size - 1,
        reserve=0,
    )

    def entropy(p: np.ndarray) -> float:
        return float(-(p * np.log(p)).sum())

    left = 0.0
    for pointed in range(1, size):
        likelihood = np.ones(size)
        likelihood[0] = 1 + PART * (ratio - 1)
        likelihood[pointed] = ratio
        told = read * likelihood / (ratio + size - 1)
        after = (1 - KEPT) * told / told.sum() + KEPT * prior
        left += told.sum() * entropy(after)
        if pointed == held.column:
            assert pointing(held, ratio) == pytest.approx(after[pointed])
    itself = np.ones(size)
    itself[0] = ratio - (size - 1) * PART * (ratio - 1)
    told = read * itself / (ratio + size - 1)
    left += told.sum() * entropy((1 - KEPT) * told / told.sum() + KEPT * prior)
    assert information(held, ratio) == pytest.approx(entropy(held.shares) - left, abs=1e-9)


def test_no_fact_moves_more_than_one_origin_may() -> None:
    for kind, row in tables.rows().items():
        assert 1 / CAP <= ratio_of(kind, row) <= CAP
        sure = structs.replace(row, ratio=1e9, informed=1.0, planted=0.0)
        assert ratio_of(kind, sure) == pytest.approx(10)
    assert ratio_of("finding", tables.rows()["finding"]) < tables.rows()["finding"].ratio / 2


def test_a_fact_that_points_at_an_accident_lowers_everybody_alike() -> None:
    held = belief([0.5, 0.2, 0.3], key="no_hostile_actor")
    assert pointing(held, 4.0) == pytest.approx((1 - KEPT) * 0.8 / 1.6 + KEPT * 0.2)
    assert pointing(belief([0.5, 0.2, 0.3]), 4.0) < pointing(held, 4.0)
    assert pointing(held, 1.0) == pytest.approx(0.2)


def test_what_is_promised_is_what_the_weighing_does_at_point_values() -> None:
    """The finding of an inquiry, foreseen and then made: the rest is averaging over draws."""
    parties = [party("alder"), party("birch")]
    said = [statement("clerk", "alder"), statement("aide", "birch", hedge=1)]
    heard = trace(origin("clerk"), origin("aide"), origin("court", "office"))
    event = incident(parties, said)
    finding = statement("court", "alder", standing="found", stake="neutral")
    found = incident(parties, [*said, finding])

    point = Draws(seed=0, count=0)
    before = model_of(event, heard, Options(), point)
    question = before.questions[0]
    at, shares = question.live.index("executor:alder"), before.evaluate().executor[0]
    held = Belief(
        shares=shares,
        prior=before.priors[0][0],
        candidate="executor:alder",
        column=at,
        reserve=question.column("unnamed"),
    )
    after = model_of(found, heard, Options(), point).evaluate().executor[0, at]
    made = pointing(held, ratio_of("finding", tables.rows()["finding"]))
    assert made == pytest.approx(after, abs=0.002)

    result = weigh(event, heard)
    told = _settler(result.would_settle, "finding").would_make["executor:alder"]
    assert told == pytest.approx(means(weigh(found, heard))["alder"], abs=0.04)


def _settler(settlers: tuple[Settler, ...], kind: str) -> Settler:
    return next(one for one in settlers if one.kind == kind)


def test_every_fact_raises_what_it_points_at_and_the_strongest_most() -> None:
    result = weigh(*contested_attack())
    for settler in result.would_settle:
        for key, share in settler.would_make.items():
            role, _, answer = key.partition(":")
            assert share > rows(result, role)[answer].mean  # type: ignore[arg-type]
    raised = {one.kind: one.would_make.get("executor:alder", 0) for one in result.would_settle}
    assert raised["finding"] > raised["claim"] > raised["insider"]


def test_evidence_told_of_in_the_reports_takes_the_place_of_traces_in_general() -> None:
    found = slot("evidence_recovered", "a circuit board", origins=("or-a",))
    event = incident([party("alder")], [statement("a", "alder")], [found])
    told = weigh(event, trace(origin("a"))).would_settle
    assert [one.text for one in told if one.kind == "forensic_link"] == [
        "a result on what was recovered: a circuit board"
    ]
    assert told[0].expected_information < log(3)
