"""Who did it by his hand, his means and those he sent, and who is only suspected of it."""

import pytest

from tests.extract.suspicion.guesses.test_seen import alone


def test_whose_involvement_or_hand_is_told_is_who_did_it() -> None:
    (found,) = alone("After the bombing he said the Reed League's hand was in it.", "Reed League")
    assert found.subject == "Reed League"
    told = "After the bombing he said the Reed League's lawyers would come."
    assert alone(told, "Reed League") == ()


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Suspected Reed League fighters waylaid two lorries.", "speculated"),
        ("Gunmen believed to be from the Reed League waylaid two lorries.", "speculated"),
        ("The Reed League fighters waylaid two lorries.", "reported_as_fact"),
    ],
)
def test_who_is_only_suspected_is_so_by_the_outlet(text: str, standing: str) -> None:
    words = "Reed League fighters" if "League fighters" in text else "the Reed League"
    (found,) = alone(text, words, "reported_as_fact", 0.97)
    assert found.standing == standing


def test_initials_are_no_persons_name() -> None:
    (found,) = alone("After the blast eyes settled on RVT.", "RVT", probability=0.8)
    assert found.subject == "RVT"
