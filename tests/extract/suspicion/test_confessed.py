"""Who owns up and is only described, and who owns up to something else."""

import pytest

from tests.extract.suspected import brief, document, here, said
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose

_LEAD = "The mill at Ostra burned down on Monday."


def told(speaker: str, cue: str, content: str) -> list[tuple[str, str, bool, str]]:
    cut = prose(document(_LEAD, f"{speaker} {cue} {content}."))
    sourcing = said(cut, speaker, content, "claim_responsibility", cue)
    return brief(suspicion.find(cut, sourcing, here, None, READING))


@pytest.mark.parametrize(
    ("speaker", "content", "who"),
    [
        ("A 19-year-old", "he had started the fire", "19-year-old"),
        ("A dismissed guard", "he had set the roof on fire", "dismissed guard"),
        ("A dismissed guard of the lower works", "he had set the roof on fire", "dismissed guard"),
        ("Three bored students", "they had set the roof on fire", "bored students"),
        ("Two teenagers", "setting the mill on fire", "teenagers"),
        ("A student", "to hijacking the bus", "student"),
    ],
)
def test_a_description_owns_up(speaker: str, content: str, who: str) -> None:
    assert told(speaker, "told police", content) == [(who, "carried_out", True, "admitted")]


@pytest.mark.parametrize(
    ("speaker", "content"),
    [
        ("A dismissed guard", "he had seen the roof burn"),
        ("A dismissed guard", "he had not set the roof on fire"),
        ("A dismissed guard", "he would have set the roof on fire"),
        ("A dismissed guard", "his brother had set the roof on fire"),
        ("A dismissed guard", "he was alone and the gun went off"),
        ("A dismissed guard", "he accidentally shot the miller"),
        ("A dismissed guard", "being a member of the club"),
        ("A dismissed guard", "the sale of the mill"),
        ("A forger, Ilo Marsh,", "he had set the roof on fire"),
        ("A man", "he had set the roof on fire"),
        ("A gunman", "he had shot the miller"),
        ("The lawyer of a guard", "he had set the roof on fire"),
    ],
)
def test_who_owns_up_to_nothing_or_is_another(speaker: str, content: str) -> None:
    assert not told(speaker, "told police", content)


def test_who_was_made_to_say_it_owns_up_to_nothing() -> None:
    content = "he had set the roof on fire"
    assert not told("A student", "was forced to say that", content)
