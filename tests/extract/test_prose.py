"""Sentences and quotations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ("J.K. Brandt spoke. She left for L.A. They stayed.", 3),
        ("Is it so? Yes! Good.", 3),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: int) -> None:
    found = sentences(text)
    assert len(found) == expected, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'It was his loss."Two boats burned," she said. "So I left."The crew heard more.',
            ["It was his loss.", '"Two boats burned," she said.', '"So I left."',
             "The crew heard more."],
        ),
        ('"Was he here?"Bo asked. It is 6" tall.',
         ['"Was he here?"', "Bo asked.", 'It is 6" tall.']),
    ],
)  # fmt: skip
def test_a_quotation_joined_to_what_stands_before_it_opens_a_sentence(
    text: str, expected: list[str]
) -> None:
    assert sentences(text) == expected


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


@pytest.mark.parametrize(
    "text",
    [
        "the mill burned, and the dam held, " * 400,  # pauses
        "the mill burned and the dam held " * 400,  # words alone
        "x" * 9_001,  # no word ends
        ", ," * 3_000,
        " " * 5_000 + "The mill burned." + " " * 5_000,
    ],
)
def test_no_sentence_is_long_and_none_of_its_words_is_lost(text: str) -> None:
    found = sentences(text)
    assert max(map(len, found)) <= 2_000
    assert "".join("".join(found).split()) == "".join(text.split())


def test_long_sentences_are_cut_behind_a_pause_or_before_a_word() -> None:
    assert {one[-1] for one in sentences("the mill burned, then the dam held " * 300)[:-1]} == {","}
    assert {one[:4] for one in sentences("mill dam " * 500)} <= {"mill", "dam "}


@settings(max_examples=40)
@given(st.text(alphabet="ab ,;.\n\N{COMBINING ACUTE ACCENT}", min_size=1, max_size=60))
def test_sentences_stay_in_order_in_any_text(unit: str) -> None:
    cut = prose(document(unit * 150))
    edges = [edge for one in cut.sentences for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 < one.end - one.start <= 2_000 for one in cut.sentences)


@pytest.mark.parametrize("head", ["HARROW, Ark. - ", "HARROW, N.M. (KQXT) -- ", "HARROW - ", ""])
def test_a_dateline_ends_no_sentence_and_is_told_apart_from_its_words(head: str) -> None:
    cut = prose(document(head + "A barn burned. Nobody was hurt."))
    assert len(cut.sentences) == 2
    first = cut.sentences[0]
    assert cut.text[first.body :].startswith("A barn burned.")
    assert (cut.dateline_at(0) is None) == (not head)


def test_only_a_dateline_in_the_first_paragraphs_is_the_reports() -> None:
    told = ["HARROW (Salt) - A barn burned.", *["It rained."] * 3, "VELAN (Norra) - It rained."]
    cut = prose(document("\n\n".join(told)))
    assert len(cut.datelines) == 2
    assert [line.start for line in cut.opening_datelines] == [0]
