"""What somebody condemned, denied or claimed ends where its clause does."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules import attributions


def told(text: str, cue: str) -> str:
    found = attributions.find(prose(document(text)))
    return next(one.content[-1].text for one in found if one.cue and one.cue.text.endswith(cue))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor condemned the fire within the hour.", "condemned", "the fire"),
        ("The mayor denied the charge in a one-line note.", "denied", "the charge"),
        ("The mayor condemned the fire in the strongest terms.", "condemned", "the fire"),
        ("Police accused the Reed League outright.", "accused", "the Reed League"),
        (
            "The mayor condemned the fire, visited the ward in the hospital.",
            "condemned",
            "the fire",
        ),
        ("The mayor condemned the fire and pledged repairs.", "condemned", "the fire"),
        (
            "The Reed League has claimed the night raid, although others doubt it.",
            "claimed",
            "the night raid",
        ),
        ("Police confirmed the night raid but would name nobody.", "confirmed", "the night raid"),
    ],
)
def test_an_object_ends_where_its_clause_does(text: str, cue: str, content: str) -> None:
    assert told(text, cue) == content


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The mayor rejected a claim, made on Friday, that the league had paid.",
            "rejected",
            "a claim, made on Friday, that the league had paid",
        ),
        (
            "The mayor rejected reports that Ana Ruiz was beaten and robbed.",
            "rejected",
            "reports that Ana Ruiz was beaten and robbed",
        ),
        (
            "Police accused Ilo Marsh of threatening the mayor in a letter.",
            "accused",
            "Ilo Marsh of threatening the mayor in a letter",
        ),
        (
            "The mayor denied a claim on television that he had paid.",
            "denied",
            "a claim on television that he had paid",
        ),
        (
            "Police confirmed that the raid, although short, was theirs.",
            "confirmed",
            "that the raid, although short, was theirs",
        ),
    ],
)
def test_an_object_goes_on_where_its_clause_does(text: str, cue: str, content: str) -> None:
    assert told(text, cue) == content
