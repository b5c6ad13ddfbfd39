"""Times told from the incident are counted from its own day."""

import pytest

from tests.extract.texts import document
from whence.extract import extract
from whence.extract.rules.reader import RulesReader


def read(text: str) -> list[tuple[str, str]]:
    report = extract(document(text, published="2020-03-09"), RulesReader())
    return [(one.span.text, one.value) for one in report.mentions if one.kind == "date"]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The day before the attack a van was stolen.", "The day before the attack", "2020-03-03"),
        ("Two days after the attack police held a man.", "Two days after the attack", "2020-03-06"),
        ("The day after the election it rained.", "The day after", "2020-03-08"),
    ],
)
def test_counted_from_the_incident(sentence: str, words: str, value: str) -> None:
    opening = "A bomb attack hit the mill in Veldt on Wednesday."
    text = f"{opening}\n\nA clerk left on March 7. {sentence}"
    assert read(text)[-1] == (words, value)


def test_night_of_two_days_leaves_them_as_they_stand() -> None:
    text = "A bomb attack hit the mill last night. The day before the attack a van was stolen."
    assert read(text)[-1][0] == "The day before"
