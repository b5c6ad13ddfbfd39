"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.decode import decode

WORDS = "Zwölf Männer überquerten die Brücke, sagte der Händler. "


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
def test_marked_and_unmarked_unicode(charset: str) -> None:
    assert decode(WORDS.encode(charset)).text == WORDS


@pytest.mark.parametrize(
    "text", [WORDS, "قال المتحدث إن ثلاثة قوارب احترقت في الميناء. ", "Plain."]
)
@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_nulls(text: str, charset: str) -> None:
    assert decode((text * 3).encode(charset)).text == text * 3


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        (WORDS.encode("cp1252"), "iso-8859-1", WORDS),
        ("“Boats”".encode("cp1252"), "ascii", "“Boats”"),
        ("Лодки горели".encode("koi8-r"), "koi8-r", "Лодки горели"),
        ("船が燃えた".encode("iso2022_jp"), "iso-2022-jp", "船が燃えた"),
        (WORDS.encode(), "koi8-r", WORDS),  # valid UTF-8 outweighs a wrong declaration
        (WORDS.encode(), "no-such-charset", WORDS),
        (WORDS.encode(), "base64", WORDS),
    ],
)
def test_declared_charsets(raw: bytes, declared: str, text: str) -> None:
    assert decode(raw, declared).text == text


def test_a_charset_declared_within_the_page_and_one_that_nobody_declared() -> None:
    page = '<meta charset="koi8-r"><p>Лодки горели'.encode("koi8-r")
    assert "Лодки" in decode(page).text
    russian = "В порту сгорели две лодки, сообщила береговая охрана. " * 8
    assert decode(russian.encode("cp1251")).text == russian


def test_a_character_cut_off_at_the_end_does_not_change_the_charset() -> None:
    found = decode(("é" * 50).encode()[:-1])
    assert found.charset == "utf-8"
    assert found.text == "é" * 49 + "�"


def test_a_few_broken_bytes_do_not_change_the_charset() -> None:
    raw = (WORDS * 40).encode()
    assert decode(raw[:100] + b"\xff" + raw[100:]).text.count("ö") == 40


def test_control_characters_go_and_newlines_are_one() -> None:
    assert decode(b"a\x00b\x1b\x07c\r\nd\re\xc2\x85f\xe2\x80\xa8g\th").text == "abc\nd\ne\nf\ng\th"


def test_mojibake_is_left_as_it_came() -> None:
    twice = "The plane â€” a Boeing"
    assert decode(twice.encode()).text == twice


def test_data_are_told_from_text() -> None:
    assert decode(bytes(range(256)) * 40).damaged > 0.1
    assert decode(WORDS.encode()).damaged == 0


@given(st.binary(max_size=400), st.sampled_from([None, "utf-16", "latin-1", "idna", "utf-7"]))
def test_any_bytes_decode_to_clean_text(raw: bytes, declared: str | None) -> None:
    found = decode(raw, declared)
    assert found.text.isprintable() or not set(found.text) & {"\x00", "\r", "\x1b", "\ufeff"}
    found.text.encode("utf-8")  # no lone surrogates
    assert 0 <= found.damaged <= 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_text_without_control_characters_comes_through_unchanged(text: str) -> None:
    assert decode(("é" + text).encode("utf-8")).text == "é" + text
