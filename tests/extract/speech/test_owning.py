"""Who owns up speaks of a deed of his own."""

import pytest

from tests.extract.seen import Page
from whence.extract.speech.owning import owns_up


@pytest.mark.parametrize(
    "content",
    [
        "that the police had planted the bomb",
        "the army had shot the farmers",
        "that Norra had ordered the raid",
        "credit for the truce",
        "responsibility for the wounded",
        "firing shells, but not at the market",
        "it had fired that day but not at the market",
    ],
)
def test_who_speaks_of_others_owns_up_to_nothing(content: str) -> None:
    assert not owns_up(content, "Reed League")


@pytest.mark.parametrize(
    "content",
    [
        "it had planted the bomb",
        "that its men had blown up the mill",
        "the attack was the work of its fighters",
        "the group had planted the bomb",
        "the Reed League had planted the bomb",
        "responsibility for the blast",
        "credit for shooting down the aircraft",
        "to planting the bomb",
        "the bombing",
        "Responsibility",
    ],
)
def test_who_speaks_of_himself_owns_up(content: str) -> None:
    assert owns_up(content, "spokesman for the Reed League")


def test_an_accusation_that_a_reader_takes_for_a_claim_is_none() -> None:
    page = Page("The Reed League claimed that the police had planted the bomb.")
    seen = page.saw(
        "The Reed League",
        "claimed",
        "that the police had planted the bomb",
        judged=("claim_responsibility", False, 3),
    )
    (made,) = page.sourcing(seen).attributions
    assert made.act == "say"
