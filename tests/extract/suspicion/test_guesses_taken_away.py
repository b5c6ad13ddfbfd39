"""Guesses of the reader that the words around them take back."""

import pytest

from tests.extract.seen import Page
from tests.extract.suspected import here
from tests.extract.suspicion.guesses.test_seen import alone
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.reading import Reading, Suspected

_LEAD = "A bomb killed two at the harbour on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League has yet to claim responsibility for the bombing.",
        "The Reed League (RL) had yet to comment on the bombing.",
        "The bomber was inspired by the Reed League.",
        "The bombing is often blamed on the Reed League.",
        "The Reed League and the army accused each other of breaking the truce.",
        "The Reed League, the alleged target of the bombing, was unhurt.",
        "The Reed League cheered the bombing but stopped short of claiming it.",
        "The Reed League welcomed the bombing without claiming responsibility.",
        "The bombing came two days after the Reed League signed a truce.",
        "The bombing happened just hours after the Reed League had freed two men.",
    ],
)
def test_nobody_did_it_by_these(text: str) -> None:
    assert alone(_LEAD + text, "Reed League", "accused", 0.99) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The bombing is widely blamed on the Reed League.",
        "The bombing came two days after a threat, and the Reed League was blamed.",
        "The Reed League and the army accused each other of the bombing.",
    ],
)
def test_and_somebody_by_these(text: str) -> None:
    assert alone(_LEAD + text, "Reed League", "accused", 0.99) != ()


def test_who_will_plead_not_guilty_is_accused_by_nobody_there() -> None:
    text = f"{_LEAD}Ana Ruiz, 34, will plead not guilty to the bombing."
    assert {one.polarity for one in alone(text, "Ana Ruiz", "accused", 0.99)} <= {False}


def test_who_owns_up_to_nothing_has_not_admitted_it() -> None:
    page = Page("A bomb killed two. The Reed League welcomed the bombing without claiming it.")
    seen = page.saw(
        "The Reed League", "without claiming", "it", judged=("claim_responsibility", True, 0)
    )
    guess = Suspected(span=page.span("Reed League"), standing="admitted", probability=0.97)
    reading = Reading(document_id="doc-1", reader="hand@1", suspected=(guess,))
    cut = prose(page.document)
    assert suspicion.find(cut, page.sourcing(seen), here, None, reading) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz, whose brother is accused of the bombing, was questioned as a witness.",
        "Ana Ruiz, a lawyer for the man accused of the bombing, spoke of an error.",
        "Ana Ruiz, the judge, sentenced Ugo Marsh to life for the bombing.",
    ],
)
def test_who_stands_beside_a_suspect_is_no_guess(sentence: str) -> None:
    found = alone(_LEAD + sentence, "Ana Ruiz", "accused", 0.99)
    assert "Ana Ruiz" not in {one.subject for one in found}
