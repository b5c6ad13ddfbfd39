"""Admissions and denials are the party's own word, whatever the text calls it."""

import pytest

from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb killed nine people at a bakery in Tannhope on Monday."


def origins(*sentences: str) -> set[tuple[str, str, str]]:
    told = extract(page(_LEAD, *sentences), RulesReader())
    return {
        (claim.subject, claim.standing, told.chain(claim.chain_id).origin.who)
        for claim in told.claims
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor blamed the Reed Brigade for the bombing. The brigade denied it.",
        "The mayor blamed the Reed Brigade for the bombing. The brigade said it had no part in it.",
    ],
)
def test_what_is_called_by_a_word_for_a_band_speaks_under_its_name(sentence: str) -> None:
    assert ("Reed Brigade", "denied", "Reed Brigade") in origins(sentence)


def test_a_plea_is_the_accuseds_whoever_spoke_before() -> None:
    sentences = "Ilo Marsh was charged with the bombing, Ana Ruiz said. He pleaded not guilty."
    assert ("Ilo Marsh", "denied", "Ilo Marsh") in origins(sentences)


def test_a_speaker_by_name_stays_who_said_it() -> None:
    sentence = "Ana Ruiz, a spokeswoman for the Reed Brigade, denied that it had planted the bomb."
    assert ("Reed Brigade", "denied", "Reed Brigade") not in origins(sentence)
