"""Whose name is told behind the deed: "a man shot the mayor. Police identified him as X"."""

import pytest

from tests.extract.suspicion.guesses.test_seen import alone


@pytest.mark.parametrize(
    "text",
    [
        "A man shot the mayor on Monday. Police identified him as Darian Kolt, 34.",
        "A gunman opened fire on the stalls. His name is Darian Kolt, police said.",
        "A young docker had planted two bombs. The man fled. Police named him as Darian Kolt.",
        "It was seized by a man who claimed to have a bomb. Police named him as Darian Kolt.",
    ],
)
def test_who_did_it_is_named_later(text: str) -> None:
    (found,) = alone(text, "Darian Kolt", "accused_by_authority", 0.9)
    assert found.subject == "Darian Kolt"
    assert alone(text, "Darian Kolt", "accused_by_authority", 0.8) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in a market. Police identified him as Darian Kolt, 34.",
        "A man shot by guards died. Police identified him as Darian Kolt, 34.",
        "A man shot a boy on Monday. Police identified him as Darian Kolt, 34.",
        "A man shot the mayor on Monday. Police thanked Darian Kolt, 34.",
        "Police identified him as Darian Kolt, 34.",
    ],
)
def test_whoever_may_be_another_is_not_believed_more(text: str) -> None:
    assert alone(text, "Darian Kolt", "accused_by_authority", 0.9) == ()
