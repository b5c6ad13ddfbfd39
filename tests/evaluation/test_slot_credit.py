"""Credit of MUC-4's slots 10 and 11, and which templates answer which: cases by hand."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from evaluation.comparing.assignment import heaviest_pairs
from evaluation.corpora.muc4_slots import Fill
from evaluation.templates.slot_counts import Tally
from evaluation.templates.slot_credit import (
    Graded,
    compare,
    compared_confidences,
    compared_organisations,
    confidence_credit,
    mapped,
    name_credit,
    slot_tally,
    type_credit,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.slot_keys import (
    ACCUSED,
    BY_AUTHORITIES,
    FACT,
    LEAGUE,
    POSSIBLE,
    fill,
    key,
    response,
)


def categories(fills: Sequence[Fill], *names: str) -> list[str]:
    organisations = [Graded(organisation=name) for name in names]
    return [one.category for one in compared_organisations(fills, organisations)]


@pytest.mark.parametrize(
    ("answer", "credit"),
    [
        ("the Reed League", 1),
        ("RL", 1),
        ("reed league [rl]", 1),
        ("reed league (marsh)", 1),
        ("marsh reed league", 0.5),
        ("reed", 0.5),
        ("all reed league men of the marsh", 0),
        ("oak league", 0),
        ("the", 0),
    ],
)
def test_names_earn_credit_by_their_words(answer: str, credit: float) -> None:
    assert name_credit(LEAGUE, answer) == credit


def test_attack_stands_above_the_other_types_and_not_below_them() -> None:
    assert type_credit(["arson"], "arson") == 1
    assert type_credit(["arson"], "attack") == 0.5
    assert type_credit(["attack"], "arson") == 0
    assert type_credit([], "attack") == 0


@pytest.mark.parametrize(
    ("known", "confidence", "organisation", "credit"),
    [
        (FACT, FACT, "RL", 1),
        (FACT, FACT, "marsh reed league", 0.5),
        (FACT, FACT, "old guard", 0.5),
        (FACT, POSSIBLE, "RL", 0),
        (BY_AUTHORITIES, ACCUSED, "RL", 0.5),
        (BY_AUTHORITIES, ACCUSED, "old guard", 0.5),
        (ACCUSED, BY_AUTHORITIES, "RL", 0),
        (FACT, None, "RL", 0),
    ],
)
def test_a_confidence_is_right_for_its_organisation_alone(
    known: str, confidence: str | None, organisation: str, credit: float
) -> None:
    answer = Graded(organisation=organisation, confidence=confidence)
    assert confidence_credit(fill(known, about=LEAGUE), answer) == credit


def test_what_is_left_on_both_sides_is_incorrect_and_the_rest_missing_or_spurious() -> None:
    one, other = fill("A CLUB"), fill("B CLUB")
    assert categories([one, other], "b club", "c gang") == ["correct", "incorrect"]
    assert categories([one, other], "c gang") == ["incorrect", "missing"]
    assert categories([one], "c gang", "a club", "d gang") == ["correct", "spurious", "spurious"]
    assert categories([], "a club") == ["spurious"]


def test_optional_fills_count_only_when_they_are_paired() -> None:
    must, may = fill("A CLUB"), fill("B CLUB", optional=True)
    assert categories([may]) == []
    assert categories([may], "b club") == ["correct"]
    assert categories([may], "c gang") == ["incorrect"]
    assert categories([may, must], "c gang") == ["incorrect"]  # and not another one missing
    assert categories([may, must], "b club") == ["correct", "missing"]
    # Of two fills that one answer would do for, that which must be given is met.
    assert categories([fill("A CLUB", optional=True), must], "a club") == ["correct"]


def test_no_answer_to_an_empty_slot_is_noncommittal() -> None:
    def tally(*fills: Fill, answers: int = 0) -> Tally:
        names = [Graded(organisation="c gang")] * answers
        return slot_tally(fills, answers, compared_organisations(fills, names))

    assert tally() == Tally(noncommittal=1)
    assert tally(fill("A", optional=True)) == Tally(noncommittal=1)
    assert tally(fill("A")) == Tally(missing=1)
    assert tally(answers=1) == Tally(spurious=1)


def test_organisations_without_confidence_leave_slot_eleven_empty() -> None:
    given = (Graded(organisation="RL"), Graded(organisation="OG", confidence=FACT))
    compared = compared_confidences([fill(FACT, about=["OG"]), fill(FACT, about=["RL"])], given)
    assert [(one.category, one.fill) for one in compared] == [("correct", 0), ("missing", 1)]


def test_rates_count_partial_fills_by_half() -> None:
    tally = Tally(correct=2, partial=1, incorrect=1, spurious=1, missing=6)
    assert (tally.possible, tally.actual, tally.credit) == (10, 5, 2.5)
    assert (tally.recall, tally.precision, tally.overgeneration) == (0.25, 0.5, 0.2)
    assert tally.f1 == pytest.approx(1 / 3)


PAIRS = st.tuples(st.integers(0, 4), st.integers(0, 4))


@given(st.dictionaries(PAIRS, st.sampled_from([0.5, 0.501, 1.0, 1.001, 2.5]), max_size=12))
def test_the_heaviest_pairs_are_those_that_trying_all_finds(
    weights: dict[tuple[int, int], float],
) -> None:
    found = heaviest_pairs(weights)
    best = max(
        sum(weights.get((here, there), 0) for here, there in enumerate(order))
        for order in permutations(range(5))
    )
    assert sum(weights[one] for one in found) == pytest.approx(best)
    assert len({here for here, _ in found}) == len({there for _, there in found}) == len(found)


def test_pairs_are_made_for_the_most_credit_and_not_in_their_order() -> None:
    found = compare(
        [fill("REED LEAGUE"), fill("REED")], ["reed league", "reed"], lambda one, answer:
        name_credit(one.alternatives, answer),
    )  # fmt: skip
    assert [(one.category, one.fill, one.answer) for one in found] == [
        ("correct", 0, 0), ("correct", 1, 1),
    ]  # fmt: skip


def test_templates_are_mapped_by_type_and_a_party() -> None:
    mill = key(types=["bombing"], targets=["MILL"])
    assert mapped([mill], [response(kind="bombing", targets=["mill"])]) == [(0, 0)]
    assert mapped([mill], [response(kind="attack", targets=["mill"])]) == [(0, 0)]
    assert mapped([mill], [response(kind="arson", targets=["mill"])]) == []
    assert mapped([mill], [response(("RL", FACT), kind="bombing", targets=["barn"])]) == []


def test_templates_are_mapped_for_the_whole_report() -> None:
    """The first response fits both; giving it the first would leave the second without a match."""
    both = key(fill(*LEAGUE), targets=["MILL"])
    barn = key(fill(*LEAGUE), targets=["BARN"])
    given = [response(("RL", FACT), targets=["barn"]), response(("RL", FACT), targets=["mill"])]
    assert mapped([both, barn], given) == [(0, 1), (1, 0)]
    assert mapped([both, barn], given[:1]) == [(1, 0)]
