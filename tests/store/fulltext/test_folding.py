import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.store.fulltext.folding import LONGEST, placed, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Green-Zone, at dawn", ["the", "green", "zone", "at", "dawn"]),
        ("Möwe MÖWE Mo\u0308we", ["mowe"] * 3),
        ("Straße İstanbul ΣΊΣΥΦΟΣ σίσυφος", ["strasse", "istanbul", "σισυφοσ", "σισυφοσ"]),
        ("Qasem_al-Kadhimi’s R-21", ["qasem", "al", "kadhimi", "s", "r", "21"]),
        ("ﬁre ½ x²", ["fire", "1", "2", "x2"]),
        ("قَاسِم", ["قاسم"]),
        ("北京 drone", ["北", "京", "drone"]),
        ("\ud800 \x00 \ue000c1", ["c1"]),
        ("", []),
    ],
)
def test_words_are_folded_alike_however_they_are_written(text: str, folded: list[str]) -> None:
    assert words(text) == folded


def test_endless_word_is_cut() -> None:
    assert words("a" * 500) == ["a" * LONGEST]


@given(st.text())
def test_places_are_of_the_very_words(text: str) -> None:
    found = placed(text)
    assert [word for word, _, _ in found] == words(text)
    for word, start, end in found:
        assert word in words(text[start:end])


@given(st.text())
def test_folded_words_stay_as_they_are_when_folded_again(text: str) -> None:
    folded = words(text)
    assert words(" ".join(folded)) == folded
