"""Names of one word are persons' where the text gives them in full or behind a title."""

import re

import pytest

from tests.extract.suspected import document
from whence.extract.parties.persons import in_full
from whence.model.span import Span


def test_a_lone_word_may_be_a_country() -> None:
    text = "Ana Ruiz said Ruiz went. Colonel Holm came. Ormeland built a port."
    page = document(text)
    names = ["Ana Ruiz", "Ruiz went", "Holm", "Ormeland"]
    spans = []
    for name in names:
        start = text.index(name)
        spans.append(page.span(start, start + len(name.removesuffix(" went"))))
    assert [one.text for one in in_full(spans, text)] == ["Ana Ruiz", "Ruiz", "Holm"]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Police held Ahmed Al-Rashid on Monday.", ["Ahmed", "Al-Rashid"], ["Ahmed Al-Rashid"]),
        ("Police held Milo Ben Kolt.", ["Milo", "Ben Kolt"], ["Milo Ben Kolt"]),
        ("Detectives think Milo Kolt, 24, did it. Kolt fled.", ["Kolt"], ["Milo Kolt", "Kolt"]),
        ("They named Milo Ben Kolt. Kolt fled.", ["Kolt"], ["Milo Ben Kolt", "Kolt"]),
        ("Milo Kolt was held. Kolt's shop burned.", ["Kolt"], ["Milo Kolt", "Kolt"]),
    ],
)
def test_a_name_is_whole_where_the_reader_sees_parts(
    text: str, seen: list[str], whole: list[str]
) -> None:
    assert [one.text for one in in_full(_every(text, seen), text)] == whole


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Jury Convicts Kolt of murder\n\nHe and Kolt met. So Kolt fled.", ["Kolt"]),
        ("The fire of Monday Kolt survived. Then Kolt fled.", ["Kolt"]),
        ("A plan of Milo Kolt Works. Then Kolt fled.", ["Kolt"]),
        ("A plan of Milo Ormeland.", ["Ormeland"]),
        ("Forty-year-old Kolt was held. Then Kolt fled.", ["Kolt"]),
    ],
)
def test_what_stands_before_a_last_name_may_be_no_first_name(text: str, seen: list[str]) -> None:
    assert not in_full(_every(text, seen), text)


def _every(text: str, seen: list[str]) -> list[Span]:
    page = document(text)
    found = (match for name in seen for match in re.finditer(rf"\b{name}\b", text))
    return [page.span(*one.span()) for one in found]
