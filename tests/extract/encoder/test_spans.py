"""Contents with the quotation marks around them, and which kind of quotation they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.texts import document
from whence.extract.encoder.spans import kind, quoted


def taken(text: str, words: str) -> str:
    start = text.index(words)
    return quoted(document(text), start, start + len(words)).text


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“Tides rose,” she said.", "Tides rose", "“Tides rose,”"),
        ('"Tides rose!" she said.', "Tides rose", '"Tides rose!"'),
        ("«Tides rose», she said.", "Tides rose", "«Tides rose»"),
        ("„Tides rose“, she said.", "Tides rose", "„Tides rose“"),
        ("‘Tides rose,’ she said.", "Tides rose", "‘Tides rose,’"),
        ("‘Tides don’t rise,’ she said.", "Tides don’t rise", "‘Tides don’t rise,’"),
        ("She said “tides rose” today.", "tides rose", "“tides rose”"),
        ("She said tides “rose high”.", "tides “rose high", "tides “rose high”"),
        ("She said tides “rose” high.", "tides “rose” high", "tides “rose” high"),
        ("“Tides rose,” she said.", "“Tides rose", "“Tides rose,”"),
        ("“Tides rose,” she said.", "“Tides rose,”", "“Tides rose,”"),
        ("“Tides rose, she said, and fell.”", "Tides rose", "“Tides rose"),
        ("“Tides rose, she said, and fell.”", "and fell", "and fell"),
        ("She said tides rose, and left.", "tides rose", "tides rose"),
        ("Tides rose", "Tides rose", "Tides rose"),
    ],
)
def test_marks_right_around_a_content_are_taken_in(text: str, words: str, expected: str) -> None:
    assert taken(text, words) == expected


@given(st.text("ab “”\"«»„‘’',.", min_size=1, max_size=30), st.data())
def test_a_span_only_grows_and_by_marks_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = quoted(document(text), start, end)
    assert span.start <= start < end <= span.end
    assert not any(letter.isalnum() for letter in text[span.start : start] + text[end : span.end])


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (["“Tides rose,”"], "direct"),
        (["“Tides rose", "and fell.”"], "mixed"),
        (["“Tides rose,”", "“and fell.”"], "direct"),
        (["''Tides rose''"], "direct"),
        (["tides “rose”"], "mixed"),
        (["“Tides rose,”", "and fell"], "mixed"),
        (["tides rose"], "indirect"),
    ],
)
def test_quotation_marks_tell_direct_from_indirect_and_mixed(
    contents: list[str], expected: str
) -> None:
    text = " ".join(contents)
    made = document(text)
    starts = [text.index(one) for one in contents]
    spans = [made.span(at, at + len(one)) for at, one in zip(starts, contents, strict=True)]
    assert kind(spans) == expected
