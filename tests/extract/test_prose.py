"""Sentences and quotations."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose


def sentences(text: str) -> list[str]:
    cut = prose(document(text))
    return [cut.text[sentence.start : sentence.end] for sentence in cut.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened on Nov. 5th. Nobody was hurt.", 2),
        ("Lt. Gen. Orla Brandt spoke. She left.", 2),
        ("The U.S. Navy denied it. The U.N. did not.", 2),
        ("He lives in the U.S. She does not.", 2),
        ("“Why?” he asked. Nobody knew.", 2),
        ("Ronald R. Fieldman paid 3.5 million. He was late.", 2),
        ("“We saw it. It burned,” she said. Others did not.", 3),
        ("It ended at 4 a.m. on Sunday. Crews left.", 2),
        ("No. 4 pier burned. The harbour closed.", 2),
        ("Is it so? Yes! Good.", 3),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: int) -> None:
    found = sentences(text)
    assert len(found) == expected, found


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    cut = prose(document("“The first part goes on, he said.\n\n“The second is closed,” she said."))
    assert [(one.closed, one.continues) for one in cut.quotations] == [(False, False), (True, True)]
    assert cut.quotations[0].end == cut.text.index("\n\n")


def test_two_single_marks_are_one_double_mark() -> None:
    cut = prose(document("''The pier was empty,'' he said."))
    assert len(cut.quotations) == 1
    assert cut.quotations[0].closed


def test_spans_lose_white_space_at_their_edges() -> None:
    cut = prose(document("One.  Two."))
    assert cut.span(4, 10).text == "Two."
