"""Guesses of the reader that the words around them take back."""

import pytest

from tests.extract.suspicion.test_seen import alone

_LEAD = "A bomb killed two at the harbour on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League has yet to claim responsibility for the bombing.",
        "The Reed League (RL) had yet to comment on the bombing.",
        "The bomber was inspired by the Reed League.",
        "The bombing is often blamed on the Reed League.",
        "The Reed League and the army accused each other of breaking the truce.",
    ],
)
def test_nobody_did_it_by_these(text: str) -> None:
    assert alone(_LEAD + text, "Reed League", "accused", 0.99) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The bombing is widely blamed on the Reed League.",
        "The Reed League and the army accused each other of the bombing.",
    ],
)
def test_and_somebody_by_these(text: str) -> None:
    assert alone(_LEAD + text, "Reed League", "accused", 0.99) != ()


def test_who_will_plead_not_guilty_is_accused_by_nobody_there() -> None:
    text = f"{_LEAD}Ana Ruiz, 34, will plead not guilty to the bombing."
    assert {one.polarity for one in alone(text, "Ana Ruiz", "accused", 0.99)} <= {False}
