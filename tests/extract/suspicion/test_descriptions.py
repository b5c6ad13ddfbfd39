"""Phrases that describe somebody who may have done a deed."""

import pytest

from whence.extract.prose import tokenize
from whence.extract.suspicion.descriptions import descriptions


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a dismissed guard", ["dismissed guard"]),
        ("a 19-year-old student", ["19-year-old student"]),
        ("a 19-year-old", ["19-year-old"]),
        ("that residents did it", ["residents"]),
        ("he thinks bored students did it", ["bored students"]),
        ("two men of the port", ["men"]),
        ("Lithuanian agents and a spy", ["Lithuanian agents", "spy"]),
        ("three men", []),
        ("three masked men", []),
        ("unknown students", []),
        ("no students", []),
        ("the group", []),
        ("a gunman", []),
        ("the attackers", []),
        ("a passer-by", []),
        ("the trader Ana", []),
        ("the pump", []),
        ("a heater", []),
        ("the transformers", []),
        ("its agents", []),
        ("his former bodyguards", []),
        ("student", []),
    ],
)
def test_what_describes_somebody(words: str, found: list[str]) -> None:
    tokens = tokenize(words)
    spans = [(tokens[one.noun].start, tokens[one.last - 1].end) for one in descriptions(tokens)]
    assert [words[start:end] for start, end in spans] == found


def test_in_capitals_an_article_tells_a_description_from_a_name() -> None:
    assert descriptions(tokenize("A DISMISSED GUARD"), loud=True)
    assert not descriptions(tokenize("THE PORT GUARD"), loud=True)
