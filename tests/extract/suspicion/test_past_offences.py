"""What somebody did before, or is held for besides, is not the deed that a report tells of."""

import pytest

from tests.extract.suspected import brief, document
from tests.extract.suspicion.guesses.test_seen import claims, suspect
from whence.extract.prose import prose

_LEAD = "A gunman shot and killed three people at the market on Monday. "


def stands(text: str, who: str = "Milo Hartwig") -> bool:
    cut = prose(document(_LEAD + text))
    seen = suspect(cut, who, "accused_by_authority", 0.99)
    return any(polarity for _, _, polarity, _ in brief(claims(cut, seen)))


@pytest.mark.parametrize(
    "text",
    [
        "Records show that Milo Hartwig had been on probation for a 2013 theft arrest.",
        "Milo Hartwig was on parole for robbery and was arrested in May.",
        "Milo Hartwig had served time after he was charged with arson.",
        "Milo Hartwig was awaiting trial on a charge of robbery.",
        "Officers had arrested Milo Hartwig twice before for fighting.",
        "Milo Hartwig was facing rape charges at the time and was wanted by the court.",
        "Milo Hartwig was also arrested for theft by receiving stolen property.",
        "Milo Hartwig was arrested in an unrelated case.",
        "The victim, Milo Hartwig, had been charged with assault last year.",
        "One of the wounded, Milo Hartwig, was arrested later.",
        "A judge ordered 29-year-old Milo Hartwig released on Friday.",
        "Prosecutors consented to the release of Milo Hartwig.",
    ],
)
def test_an_older_or_another_offence_accuses_nobody(text: str) -> None:
    assert not stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Milo Hartwig was arrested and charged with murder.",
        "Milo Hartwig was charged with three counts of murder and with theft.",
        "Milo Hartwig is wanted for the shooting.",
        "Police have named Milo Hartwig as a suspect.",
        "Milo Hartwig, accused of the shooting, was released on bail.",
    ],
)
def test_the_deed_itself_still_does(text: str) -> None:
    assert stands(text)
