"""Which body "the bureau", "the group" and "it" are, and whom "they" and "one of them" mean."""

import pytest

from tests.extract.attributed import sourcing


def speakers(text: str) -> list[str]:
    return [made.speaker for made in sourcing(text).attributions]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Tavin Protection Bureau opened a file. The bureau said the gate was open.",
         "Tavin Protection Bureau"),
        ("The Bureau of Gates opened a file. The bureau said the gate was open.",
         "Bureau of Gates"),
        ("The Reed Observatory has counted forty. The group said the gate was open.",
         "Reed Observatory"),
        ("The Reed Commission on Gates (Komgat) met. The commission said the gate was open.",
         "Reed Commission on Gates (Komgat)"),
        ("The Doctors' Union of Tavin met. It said the gate was open.", "Doctors' Union of Tavin"),
        ("A report released by the Reed Centre counts nine. The report said the gate was open.",
         "report by Reed Centre"),
        ("Port officers counted the boats. They said the gate was open.", "Port officers"),
    ],
)  # fmt: skip
def test_the_body_told_of_before_speaks(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_one_of_those_told_of_before_speaks() -> None:
    text = "A list drawn up by two survivors has names. One of them said the gate was open."
    assert speakers(text)[-1] == "one of the survivors"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz met the mayor. The group said the gate was open.",
        "Nine victims were counted. They said the gate was open.",
        "No officers were there. They said the gate was open.",
    ],
)
def test_who_is_no_body_and_cannot_speak_is_not_meant(text: str) -> None:
    (who,) = speakers(text)
    assert who.startswith(("group", "“They”"))
