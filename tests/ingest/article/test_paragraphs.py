"""Paragraphs of text that has nothing but lines."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.article.paragraphs import units_of

FIRST = (
    "Two boats burned in the harbour of Port Amel on Tuesday night and sank within the hour, the "
    "coast guard said in a statement. Nobody was hurt. A third boat was towed out to sea by a tug."
)
SECOND = (
    "The owner of the boats told reporters that he had been threatened twice this year, and that "
    "he had asked the harbour police for help each time. The police would not comment."
)


def texts(text: str) -> list[str]:
    return [" ".join(unit.text.split()) for unit in units_of(text) if unit.kind]


def test_wrapped_paragraphs_are_one_block_each() -> None:
    for width in (55, 70, 78):
        wrapped = "\n\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND))
        assert texts(wrapped) == [FIRST, SECOND]


def test_wrapped_paragraphs_told_by_their_indented_starts() -> None:
    wrapped = "\n".join(
        textwrap.fill(part, 70, initial_indent="   ") for part in (FIRST, SECOND, FIRST)
    )
    assert texts(wrapped) == [FIRST, SECOND, FIRST]


def test_a_wrapped_wire_text_in_capitals() -> None:
    wrapped = textwrap.fill(FIRST.upper(), 68, initial_indent="   ")
    assert texts(wrapped) == [FIRST.upper()]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n") == [FIRST, SECOND]
    assert texts(f"Boats burn\n{FIRST}") == ["Boats burn", FIRST]


def test_lists_and_headings_are_not_joined() -> None:
    text = "# Boats burn\n- one boat was red\n- the other one was blue\n\n> we know\n> who it was"
    assert texts(text) == [
        "# Boats burn",
        "- one boat was red",
        "- the other one was blue",
        "> we know",
        "> who it was",
    ]
    assert [unit.kind for unit in units_of(text)][1:3] == ["list", "list"]


def test_gaps_are_units_without_a_kind() -> None:
    for gap in ("[...]", "[…]", "(...)", "* * *", "-----", "———"):
        assert [unit.kind for unit in units_of(f"One.\n{gap}\nTwo.")] == [
            "paragraph",
            None,
            "paragraph",
        ]


@given(st.text(alphabet="aB .\n\t-#>[…]*1", max_size=300))
def test_units_cover_every_word_in_order(text: str) -> None:
    units = units_of(text)
    assert all(text[unit.start : unit.end] == unit.text for unit in units)
    assert all(unit.text.strip() == unit.text != "" for unit in units)
    ends = [0, *(unit.end for unit in units)]
    assert all(end <= unit.line <= unit.start for end, unit in zip(ends, units, strict=False))
    gaps = [text[end : unit.start] for end, unit in zip(ends, units, strict=False)]
    assert all(not gap.strip() for gap in (*gaps, text[ends[-1] :]))
