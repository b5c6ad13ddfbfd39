"""Words and marks made to be slow: each is read once, and would have taken hours."""

import pytest

from tests.extract.texts import document
from whence.extract import stances
from whence.extract.prose import prose
from whence.extract.speech import chains
from whence.extract.suspicion.bystanders import shot_back
from whence.trace import sentences

LONG = 200_000


@pytest.mark.parametrize("part", ["a", "a-", "' ", "’", "- "])
def test_a_long_word_heads_no_content(part: str) -> None:
    assert not stances._headed_by("accusing").search(part * LONG + ".")


def test_the_first_words_head_a_content() -> None:
    known = stances._headed_by("accusing")
    assert known.search("the “false” accusation that it did it")
    assert known.search("his anti-government accusations")
    assert not known.search("one two three four five six accusations")


@pytest.mark.parametrize("text", ["a" + "\n" * LONG + "b.", "source" + " " * LONG + "1"])
def test_blank_lines_are_no_credit(text: str) -> None:
    assert chains._CREDIT.search(text) is None


@pytest.mark.parametrize(
    "line", ["(Source: Salt Wire)", "Reporting by Ana Ruiz", "via: Salt Wire News ", "Source : AP"]
)
def test_a_line_of_its_own_is_a_credit(line: str) -> None:
    assert chains._CREDIT.search(f"A mill burned.\n\n  {line}\n\nIt rained.") is not None


def test_a_row_of_marks_ends_a_sentence_once() -> None:
    cut = prose(document("It burned" + "!" * 5000 + " Then it rained."))
    assert len(cut.sentences) > 1
    assert len(prose(document("It burned" + "!" * 50_000 + "a")).sentences) > 0


@pytest.mark.parametrize("text", ["A mill burned" + "." * LONG + " 12", "«" * LONG, "A. " * LONG])
def test_marks_part_a_text_for_comparison_once(text: str) -> None:
    assert list(sentences._sentences(text))
    assert isinstance(sentences.quoted_ranges(text), list)


def test_an_abbreviation_ends_no_sentence_for_comparison() -> None:
    text = "He met Gen. Osk. Then Mr. Marn left."
    parts = [text[start:end].strip() for start, end in sentences._sentences(text)]
    assert parts == ["He met Gen. Osk.", "Then Mr. Marn left."]


@pytest.mark.parametrize("part", ["shot and killed and ", "shot by a ", "was then shot dead and "])
def test_a_row_of_blows_is_read_once(part: str) -> None:
    assert shot_back._BY.search(part * (LONG // 4) + "xx.") is None


def test_two_blows_are_one_deed() -> None:
    assert shot_back._BY.search("Okri was shot and killed by two ") is not None
