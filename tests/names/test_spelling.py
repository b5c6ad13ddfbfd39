import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.names.spelling import fold, name_words, same_spelling, skeleton, skeletons, words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Munazzamat al-Fajr", "Munadhamat Al Fajr"),
        ("Qasim Dabbagh", "Kassem Dabagh"),
        ("Jaysh al-Nur", "Jaish al-Noor"),
        ("Harakat al-Sahra", "Haraket al-Sahraa"),
        ("Ba’ath", "Baath"),
        ("Sevastopol’", "Sevastopol"),
    ],
)
def test_transliterations_of_one_name(left: str, right: str) -> None:
    assert same_spelling(left, right)
    assert same_spelling(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Niger", "Nigeria"),
        ("Mali", "Malawi"),
        ("Jaysh al-Nur", "Jaysh al-Nasr"),
        ("Fajr Front", "Fajr"),
        ("Ali", "Aliyeva"),
    ],
)
def test_names_that_only_look_alike_are_not_one(left: str, right: str) -> None:
    assert not same_spelling(left, right)


def test_words_cut_differently() -> None:
    assert same_spelling("Abd Allah", "Abdallah")


def test_words_are_plain() -> None:
    assert words("The Minister’s U.S. visit, Coup-d'État") == (
        "the", "minister", "us", "visit", "coup", "detat",
    )  # fmt: skip
    assert fold("  Ärger  ") == "arger"


def test_articles_are_no_part_of_a_name_unless_alone() -> None:
    assert name_words("the al-Fajr") == ("fajr",)
    assert name_words("Al") == ("al",)


def test_skeleton_keeps_numbers_and_the_place_of_a_first_vowel() -> None:
    assert skeleton("17") == "17"
    assert skeleton("umar") == skeleton("omar") == "amr"
    assert skeletons("Brigade 17") == ("brgd", "17")


@given(st.text(max_size=40))
def test_every_text_has_its_own_spelling(text: str) -> None:
    assert same_spelling(text, text)
