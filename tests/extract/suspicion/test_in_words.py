"""Attacks in a debate, polls that "point to" somebody and fights with him make no suspect."""

import pytest

from tests.extract.suspected import brief
from tests.extract.suspicion.guesses.test_seen import alone
from tests.extract.suspicion.test_persons import claims
from whence.extract.suspicion.deed.blame import of_words
from whence.extract.suspicion.deed.charges import pursued


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Rivas launched an attack on Ana Ferreira in the debate.",
        "Ana Rivas launched a pre-emptive attack against Ana Ferreira. She called him weak.",
        "Polls point to Norland. The senate votes on Monday.",
        "Who will win the seat? Perhaps Norland. Or maybe Norland's rival.",
        "The police say he may have been involved in the attack. A man was shot on Monday.",
        "A man was shot on Monday. Today a team does the work of the Reed Front.",
    ],
)
def test_nobody_is_suspected_of_words(text: str) -> None:
    assert brief(claims(text, "Ana Rivas", "Ana Ferreira")) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ana Rivas launched an attack on Ana Ferreira with a knife.", "Ana Rivas"),
        ("Ana Rivas launched an attack on Ana Ferreira. He was wounded.", "Ana Rivas"),
        ("A bomb killed two on Monday. Who gains? Perhaps Norland.", "Norland"),
        ("The Reed Front said it had carried out the attack.", "Reed Front"),
        ("A man was shot on Monday. It was the work of the Reed Front.", "Reed Front"),
    ],
)
def test_deeds_with_more_than_words_do(text: str, subject: str) -> None:
    assert subject in {one.subject for one in claims(text, "Ana Rivas", "Ana Ferreira")}


def test_whom_suspects_fought_is_none() -> None:
    assert pursued("Two teens accused in a shootout with ")
    assert pursued("He was held after a gun battle with the ")
    assert not pursued("Two teens died in a shooting by ")
    assert (
        alone("Two men were accused in a gunfight with the Reed League.", "the Reed League") == ()
    )


def test_words_alone_are_told_by_what_stands_around() -> None:
    assert of_words("Rivas attacked Holm", "Rivas attacked Holm in her speech.")
    assert not of_words("Rivas attacked Holm", "Rivas attacked Holm, who lay in hospital.")
    assert not of_words("Rivas shot Holm", "Rivas shot Holm.")
