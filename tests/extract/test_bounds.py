"""Texts over the bound are read up to a sentence's end, whatever their paragraphs are like."""

import pytest

from tests.extract.texts import document
from whence.extract.encoder.reader import EncoderReader
from whence.extract.report import Options, extract
from whence.extract.rules.reader import RulesReader
from whence.model.document import Document
from whence.model.reading import Reader
from whence.model.report import Report

LEAD = "A bomb killed three people at the mill on Sunday, police said."
LONG = "Crews cleared the road. " * 40


def read(given: Document, bound: int, reader: Reader | None = None) -> Report:
    return extract(given, reader or RulesReader(), Options(max_chars=bound))


def killed(report: Report) -> list[str]:
    return [fact.value for fact in report.facts if fact.slot == "killed"]


@pytest.mark.parametrize("reader", [RulesReader(), EncoderReader()], ids=lambda one: one.name)
def test_a_single_paragraph_is_read_up_to_the_bound(reader: Reader) -> None:
    report = read(document(f"{LEAD} {LONG}"), 200, reader)
    assert killed(report) == ["3"]
    assert report.notices == ("read the first 182 characters only",)


def test_a_paragraph_behind_a_short_one_is_read_too() -> None:
    report = read(document(f"At the mill\n\n{LEAD} {LONG}"), 200)
    assert killed(report) == ["3"]


def test_no_sentence_is_cut_in_two() -> None:
    text = "The mill burned. Police said that 30 people were killed there, and that it was a bomb."
    bound = text.index("0 people")
    report = read(document(text), bound)
    assert killed(report) == []
    assert report.notices == ("read the first 16 characters only",)


def test_a_sentence_longer_than_the_bound_is_read_up_to_it() -> None:
    report = read(document("Police said a bomb killed three people " + "and so on " * 90), 60)
    assert report.notices == ("read the first 60 characters only",)


def test_a_text_within_the_bound_is_read_whole() -> None:
    given = document(f"{LEAD} {LONG}")
    for bound in (0, len(given.text)):
        assert read(given, bound).notices == ()
