"""Wounds that somebody has, by the words for their kind."""

import pytest

from whence.extract.facts.suffering import suffering
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
