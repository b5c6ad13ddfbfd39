"""Judges, their pool and the inference scored on invented cases."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.forecast import Forecast, Scorecard
from whence.weigh.forecasts.panel import average
from whence.weigh.forecasts.scorecard import NONE, scorecards


def said(case: str, judge: str, at: str = "", **shares: float) -> list[Forecast]:
    return told(case, judge, shares, at)


def told(case: str, judge: str, shares: dict[str, float], at: str = "") -> list[Forecast]:
    return [
        Forecast(case=case, judge=judge, hypothesis=key, probability=share, at=at)
        for key, share in shares.items()
    ]


def by_judge(forecasts: list[Forecast], true: dict[str, str]) -> dict[str, Scorecard]:
    return {card.judge: card for card in scorecards(forecasts, true)}


def test_one_case_by_hand() -> None:
    cards = by_judge(said("one", "Ada", alder=0.7, birch=0.2), {"one": "alder"})
    assert list(cards) == ["Ada"]
    card = cards["Ada"]
    assert card.brier.value == pytest.approx(0.09 + 0.04 + 0.01)
    assert card.log_score.value == pytest.approx(-np.log(0.7))
    assert (card.cases, card.forecasts) == (1, 2)
    assert card.finding == "too few cases"
    assert card.moved == 0


def test_a_lone_probability_is_a_yes_or_no() -> None:
    cards = by_judge(said("one", "Ada", alder=0.7), {"one": NONE})
    assert cards["Ada"].brier.value == pytest.approx(2 * 0.49)
    assert cards["Ada"].forecasts == 1


def test_what_a_judge_leaves_over_is_for_none_of_these() -> None:
    """Ada leaves birch out: all that she leaves over is for what she did not name."""
    forecasts = said("one", "Ada", alder=0.6) + said("one", "Ben", birch=1.0)
    cards = by_judge(forecasts, {"one": "birch"})
    assert cards["Ada"].log_score.value == pytest.approx(-np.log(0.4))
    assert cards["Ada"].brier.value == pytest.approx(2 * 0.36)
    assert cards["Ben"].brier.value == 0
    assert cards["pooled"].forecasts == 2
    # For the pool half of it is for birch, half for what neither names.
    pool = average([[0.6, 0.2, 0.2], [0.0, 1.0, 0.0]])
    assert cards["pooled"].log_score.value == pytest.approx(-np.log(pool[1]))


def test_a_long_list_of_another_judge_changes_nothing() -> None:
    ann = said("one", "Ann", alder=0.6)
    bob = told("one", "Bob", {f"name {n}": 0.01 for n in range(8)})
    alone = by_judge(ann, {"one": "(none)"})["Ann"]
    assert alone.brier.value == pytest.approx(0.72)
    assert repr(by_judge(ann + bob, {"one": "(none)"})["Ann"]) == repr(alone)


NAMES = ["alder", "birch", "cedar", "elm", NONE]
SHARES = st.dictionaries(st.sampled_from(NAMES), st.floats(0, 1), min_size=1)


@settings(max_examples=60, deadline=None)
@given(SHARES, SHARES, SHARES, st.sampled_from([*NAMES, "oak"]))
def test_one_judge_more_changes_no_other_score(
    ada: dict[str, float], ben: dict[str, float], whence: dict[str, float], truth: str
) -> None:
    alone = by_judge(told("one", "Ada", ada), {"one": truth})["Ada"]
    both = told("one", "Ada", ada) + told("one", "Ben", ben)
    two = by_judge(both, {"one": truth})
    assert repr(two["Ada"]) == repr(alone)
    all_ = by_judge([*both, *told("one", "Whence", whence)], {"one": truth})
    assert repr(all_["Ada"]) == repr(alone)
    assert repr(all_["pooled"]) == repr(two["pooled"])


def test_none_of_these_may_be_given_a_share() -> None:
    forecasts = told("one", "Ada", {"alder": 0.6, NONE: 0.1})
    card = by_judge(forecasts, {"one": "cedar"})["Ada"]
    assert card.log_score.value == pytest.approx(-np.log(0.4))
    assert card.forecasts == 2


def test_an_answer_that_nobody_named_is_none_of_these() -> None:
    forecasts = said("one", "Ada", alder=0.7, birch=0.2)
    cards = by_judge(forecasts, {"one": "cedar"})
    assert cards["Ada"].log_score.value == pytest.approx(-np.log(0.1))


def test_the_inference_stands_apart_from_the_pool() -> None:
    people = said("one", "Ada", alder=0.8, birch=0.2) + said("one", "Ben", alder=0.6, birch=0.4)
    sure = said("one", "Whence", alder=0.0, birch=1.0)
    cards = by_judge(people + sure, {"one": "alder"})
    assert list(cards) == ["Ada", "Ben", "pooled", "Whence"]
    alone = by_judge(people, {"one": "alder"})["pooled"]
    assert (cards["pooled"].brier, cards["pooled"].bins) == (alone.brier, alone.bins)
    assert cards["Ada"].brier.value < cards["pooled"].brier.value < cards["Ben"].brier.value


def test_the_inference_alone_has_no_pool() -> None:
    assert list(by_judge(said("one", "whence", alder=0.8), {"one": "alder"})) == ["whence"]


def test_the_latest_moment_counts_as_a_whole() -> None:
    forecasts = said("one", "Ada", "2031-01", alder=0.1, birch=0.9) + said(
        "one", "ada", "2031-02", alder=0.9
    )
    card = by_judge(forecasts, {"one": "alder"})["Ada"]
    assert card.forecasts == 1
    assert card.log_score.value == pytest.approx(-np.log(0.9))


def test_shares_are_made_coherent_and_open_cases_left_out() -> None:
    forecasts = said("one", "Ada", alder=0.9, birch=0.7) + said("two", "Ada", alder=1.0)
    card = by_judge(forecasts, {"one": "alder"})["Ada"]
    assert card.cases == 1
    assert card.log_score.value == pytest.approx(-np.log(0.6))
    assert card.moved == pytest.approx(np.sqrt(2) * 0.3)


def test_nothing_resolved_gives_no_card() -> None:
    assert scorecards(said("one", "Ada", alder=0.9), {}) == ()


def test_a_judge_who_is_too_sure_is_found() -> None:
    generator = np.random.default_rng(3)
    forecasts, true = [], {}
    for number in range(300):
        case = f"case {number}"
        forecasts += said(case, "Ada", alder=0.97) + said(case, "Ben", alder=0.6)
        forecasts += said(f"{case} b", "Ada", alder=0.03) + said(f"{case} b", "Ben", alder=0.4)
        true[case] = "alder" if generator.random() < 0.6 else NONE
        true[f"{case} b"] = "alder" if generator.random() < 0.4 else NONE
    cards = by_judge(forecasts, true)
    assert cards["Ada"].finding == "overconfident"
    assert cards["Ben"].finding != "overconfident"
    assert cards["Ben"].brier.value < cards["Ada"].brier.value
    assert cards["Ada"].ece.value > 0.3 > cards["Ben"].ece.value
