"""Time expressions are scored by span and value, and the library beside ours forgivingly."""

from pathlib import Path

from evaluation.harness.command import Request

from evaluation import expressions


def test_items_stand_in_their_sentences() -> None:
    every = expressions.items()
    assert len(every) > 150
    assert all(words in item.text for item in every for words in item.dates)


def test_ours_against_gold_on_a_few_items() -> None:
    outcome = expressions.measure(Request(data=Path(), limit=6))
    assert outcome.score("all").value == 1.0
    assert outcome.score("spans and values").counts.gold == 6
    assert not outcome.misreadings


def test_misread_items_are_told_of_the_tuned_half_alone() -> None:
    outcome = expressions.measure(Request(data=Path()))
    assert outcome.score("tuned").units + outcome.score("unseen").units == 156
    assert {wrong.kind for wrong in outcome.misreadings} <= {"tuned"}


def test_light_words_are_left_off() -> None:
    assert expressions.bare("on the Sunday,") == "Sunday"
    assert expressions.bare("at around 2:30 a.m. Sunday") == "2:30 a.m. Sunday"
    assert expressions.bare("Thursday's") == "Thursday"


def test_any_day_within_is_right_for_the_library() -> None:
    assert expressions.forgiving("2021-11", "2021-11-08T00:00")
    assert expressions.forgiving("2021-11-07/2021-11-08", "2021-11-08T10:00")
    assert not expressions.forgiving("2021-11-07T02:30", "2021-11-07T00:00")
