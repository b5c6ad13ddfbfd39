import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.infer.tiny import VOCABULARY
from whence.infer.pieces import Pieces

PIECES = Pieces(VOCABULARY)


def names(word: str) -> list[str]:
    return [VOCABULARY[one] for one in PIECES.of(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("fire", ["fire"]),
        ("firefighters", ["fire", "##fight", "##er", "##s"]),
        ("FireFighter", ["fire", "##fight", "##er"]),
        ("abb", ["a", "##b", "##b"]),
        ("Café", ["cafe"]),
        ("CAFE\u0301", ["cafe"]),
        ("firez", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("\ud800", ["[UNK]"]),
        ("!", ["!"]),
    ],
)
def test_the_longest_piece_comes_first(word: str, expected: list[str]) -> None:
    assert names(word) == expected
    assert names(word) == expected  # as remembered


def test_a_word_over_a_hundred_letters_is_unknown_at_once() -> None:
    assert names("a" + 99 * "b") == ["a", *(["##b"] * 99)]
    assert names("a" + 100 * "b") == ["[UNK]"]


def test_marks_of_windows_are_those_of_the_vocabulary() -> None:
    assert (PIECES.pad, PIECES.unknown, PIECES.start, PIECES.end) == (0, 1, 2, 3)


@given(st.text())
def test_no_word_is_without_pieces(word: str) -> None:
    found = PIECES.of(word)
    assert found
    assert all(0 <= one < len(VOCABULARY) for one in found)
