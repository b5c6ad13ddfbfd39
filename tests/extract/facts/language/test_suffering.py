"""Wounds that somebody has, by the words for their kind."""

import pytest

from whence.extract.facts.language.suffering import suffering
from whence.extract.prose import tokenize


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("suffered a graze wound", "wounded"),
        ("sustained non-life-threatening injuries", "wounded"),
        ("suffering from at least one gunshot wound", "shot"),
        ("suffered a head wound", "shot"),
        ("sustained a fatal wound", "killed"),
        ("with apparent gunshot wounds", "shot"),
        ("with minor injuries", None),
        ("suffered no injuries", None),
        ("suffered a self-inflicted gunshot wound", None),
        ("suffered when the wound opened", None),
        ("suffered", None),
        ("mended a wound", None),
    ],
)
def test_the_words_for_a_wound_tell_its_end(text: str, outcome: str | None) -> None:
    found = suffering(tokenize(text), 0)
    assert (found and found[0]) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A shooting left two clerks with serious injuries", "wounded"),
        ("leaving one man dead and another with gunshot wounds", "shot"),
        ("He left the hall at noon with minor injuries", None),
        ("She came home with minor injuries", None),
    ],
)
def test_an_event_leaves_people_with_injuries(text: str, outcome: str | None) -> None:
    tokens = tokenize(text)
    found = suffering(tokens, next(at for at, one in enumerate(tokens) if one.lower == "with"))
    assert (found and found[0]) == outcome
