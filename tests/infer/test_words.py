import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.infer import words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words.cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\u00a0", []),
        ("Police said so.", ["Police", "said", "so", "."]),
        ("U.S.", ["U", ".", "S", "."]),
        ("“We don’t,” he said", ["“", "We", "don", "’", "t", ",", "”", "he", "said"]),
        ("a_1 №5 20:30", ["a_1", "№", "5", "20", ":", "30"]),
        ("قال الوزير", ["قال", "الوزير"]),
        ("🔥🔥", ["🔥", "🔥"]),
        ("a\x00b", ["a", "\x00", "b"]),
        ("x\ud800", ["x", "\ud800"]),
    ],
)
def test_words_and_marks_are_cut(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text())
def test_words_hold_all_but_the_space_in_the_order_of_the_text(text: str) -> None:
    edges = words.cut(text)
    assert edges.shape == (len(edges), 2)
    assert (edges[:, 0] < edges[:, 1]).all()
    assert (edges[1:, 0] >= edges[:-1, 1]).all()
    assert "".join(cut(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("police", words.LOWER), ("Police", words.TITLE), ("A", words.TITLE), ("É", words.TITLE),
        ("UN", words.UPPER), ("G7", words.UPPER), ("McCain", words.MIXED), ("iOS", words.MIXED),
        ("2024", words.LOWER), ("3D", words.LOWER), (".", words.LOWER), ("الوزير", words.LOWER),
        ("東京", words.LOWER), ("", words.LOWER),
    ],
)  # fmt: skip
def test_casing_is_told(word: str, expected: int) -> None:
    assert words.casing(word) == expected


@given(st.text())
def test_casing_is_one_of_the_four(word: str) -> None:
    assert 0 <= words.casing(word) < words.CASES
