"""Whom relative pronouns stand for, and when they stand for nobody who speaks."""

import pytest

from tests.extract.seen import Page


def speakers(text: str, pronoun: str, cue: str, content: str) -> list[str]:
    page = Page(text)
    made = page.sourcing(page.saw(pronoun, cue, content))
    return [one.speaker for one in made.attributions]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Clerks blamed the ministry, which said tides rose.", "ministry"),
        (
            "He met supporters of eastern parties who said tides rose.",
            "supporters of eastern parties",
        ),
        ("Ana Ruiz, who said tides rose, left.", "Ana Ruiz"),
        ("They asked the mayor of Ostermouth, who said tides rose.", "mayor of Ostermouth"),
        ("Rain fell on residents who said tides rose.", "residents"),
        ("A spokesman for the Reed League, which said tides rose, left.", "Reed League"),
        ("Gen. Omar Bello, who said tides rose, left.", "Gen. Omar Bello"),
    ],
)
def test_a_relative_pronoun_is_the_phrase_before_it(text: str, who: str) -> None:
    pronoun = "which" if "which" in text else "who"
    assert speakers(text, pronoun, "said", "tides rose") == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Not a single group has come forward, which said tides rose.",
        "The blast shook the bridge, which said tides rose.",
        "It fell, which said tides rose.",
    ],
)
def test_a_clause_or_a_thing_says_nothing(text: str) -> None:
    assert speakers(text, "which", "said", "tides rose") == []


def test_somebody_who_cannot_be_told_stays_unnamed() -> None:
    assert speakers("It was he who said tides rose.", "who", "said", "tides rose") == [
        "“who” (not identified)"
    ]
