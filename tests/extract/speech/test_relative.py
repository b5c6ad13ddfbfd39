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
        ("Rain fell on a glazier who said tides rose.", "glazier"),
        ("Rain fell on several clerks who said tides rose.", "several clerks"),
        ("Rain hit the house of Ana Ruiz, who said tides rose.", "Ana Ruiz"),
        (
            "They met Ana Ruiz of the Reed League, who said tides rose.",
            "Ana Ruiz of the Reed League",
        ),
        ("They met a clerk for the Reed League, who said tides rose.", "clerk for the Reed League"),
        ("Rain hit the Reed League, which said tides rose.", "Reed League"),
        ("They met Ruiz's neighbours, who said tides rose.", "Ruiz's neighbours"),
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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They met Ana Ruiz and Omar Bello, who {} tides rose.", "Ana Ruiz and Omar Bello"),
        (
            "They met residents and several clerks who {} tides rose.",
            "residents and several clerks",
        ),
    ],
)
def test_a_verb_of_several_takes_those_that_are_joined(text: str, who: str) -> None:
    assert speakers(text.format("say"), "who", "say", "tides rose") == [who]
    assert speakers(text.format("says"), "who", "says", "tides rose") == [who.split(" and ")[1]]


@pytest.mark.parametrize("short", ["Ruiz", "Ms. Ruiz", "Commissioner Ruiz"])
def test_a_short_form_before_the_pronoun_is_who_it_stands_for(short: str) -> None:
    page = Page(
        f"Commissioner Ana Ruiz said boats sank. A crowd met {short}, who added tides rose."
    )
    seen = (
        page.saw("Commissioner Ana Ruiz", "said", "boats sank"),
        page.saw("who", "added", "tides rose"),
    )
    made = page.sourcing(*seen)
    assert {one.speaker for one in made.attributions} == {"Commissioner Ana Ruiz"}
