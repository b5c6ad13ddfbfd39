"""Scores of classes, intervals of any statistic and pairings, with figures worked out by hand."""

import numpy as np
import pytest
from evaluation.comparing.assignment import best_pairs, most_pairs
from evaluation.comparing.heads import head, head_range
from evaluation.harness.bootstrap import interval, interval_of
from evaluation.harness.classes import accuracy, classes_of, kappa, macro_f1, per_class, report
from evaluation.harness.metrics import Counts, f1_of

UNITS = [
    [("say", "say"), ("say", "accuse")],
    [("accuse", "accuse"), ("condemn", "")],
]


def test_accuracy_macro_and_rows() -> None:
    assert accuracy("a", UNITS).value == 0.5
    # say 2/(1+2), accuse 2/(2+1), condemn 0
    assert macro_f1("m", UNITS).value == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    rows = {one.name: one.counts for one in per_class("act", UNITS)}
    assert rows == {
        "act: say": Counts(1, 1, 2),
        "act: accuse": Counts(1, 2, 1),
        "act: condemn": Counts(0, 0, 1),
    }
    assert classes_of(UNITS) == ["say", "accuse", "condemn"]


def test_a_class_that_only_was_predicted_has_no_row_and_still_costs() -> None:
    units = [[("say", "offer")], [("say", "say")]]
    assert macro_f1("m", units).value == pytest.approx(2 / 3)
    assert [one.name for one in per_class("act", units)] == ["act: say"]


def test_the_majority_is_a_baseline() -> None:
    scores = {one.name: one for one in report("act", UNITS)}
    assert scores["act accuracy, majority"].measure == "baseline"
    assert scores["act accuracy, majority"].value == 0.5
    assert scores["act macro, majority"].value == pytest.approx((2 * 2 / 6) / 3)


def test_kappa_takes_chance_away() -> None:
    # 20 of 50 yes/yes, 15 no/no, 5 yes/no, 10 no/yes: p = .7, e = .5
    pairs = [("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10
    assert kappa("k", [pairs]).value == pytest.approx(0.4)
    assert kappa("k", [[("y", "y")], [("y", "y")]]).value == 1
    assert kappa("k", [[("y", "n")]]).value == 0
    assert kappa("k", []).value == 0


def test_nothing_to_score_gives_nothing() -> None:
    assert [one.value for one in report("act", [])] == [0, 0, 0, 0]


def test_intervals_of_counts_and_of_rows_are_the_same() -> None:
    units = [Counts(1, 2, 3), Counts(4, 5, 6), Counts(0, 1, 1)]
    rows = np.array([[1, 2, 3], [4, 5, 6], [0, 1, 1]], dtype=np.float64)
    assert interval(units, f1_of) == interval_of(rows, f1_of)
    assert interval_of(rows[:0], f1_of) == (0, 0)


def test_pairs_are_as_many_as_possible_or_the_closest_first() -> None:
    able = {(0, 0), (0, 1), (1, 0)}
    assert most_pairs([0, 1], [0, 1], lambda one, other: (one, other) in able) == [(0, 1), (1, 0)]
    assert best_pairs([(0.9, 0, 0), (0.8, 0, 1), (0.7, 1, 0)]) == [(0, 0)]
    assert best_pairs([(0.5, 1, 1), (0.5, 0, 0)]) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("the Reed brigade of the north", "brigade"),
        ("two men who fled", "men"),
        ("went off", "went"),
        ("of the mill", "mill"),
        ("THE OLD MILL [RL]", "mill"),
        ("Yusuf Baran, a miller", "baran"),
        ("...", ""),
    ],
)
def test_the_head_of_a_phrase_is_its_noun_or_name(phrase: str, word: str) -> None:
    assert head(phrase) == word


def test_a_head_stands_somewhere() -> None:
    text = "He saw two men who fled."
    assert text[slice(*head_range(text, 7, 23))] == "men"
    assert head_range(text, 23, 24) == (23, 24)
