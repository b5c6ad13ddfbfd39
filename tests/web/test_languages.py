"""Which language a reader gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.web.languages import catalogue, chosen, languages

KNOWN = ("en", "de", "pt")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("fr,pt;q=0.3,de;q=0.7", "de"),
        ("fr", "en"),
        ("", "en"),
        ("de;q=0, pt", "pt"),
        ("de;q=high", "en"),
        ("PT-br", "pt"),
    ],
)
def test_the_first_known_language_is_taken(accepted: str, language: str) -> None:
    assert chosen(accepted, KNOWN) == language


@given(st.text())
def test_no_header_breaks_it(accepted: str) -> None:
    assert chosen(accepted, KNOWN) in KNOWN


def test_english_is_always_there_and_says_what_the_templates_say() -> None:
    assert languages()[0] == "en"
    assert catalogue("en").gettext("Library") == "Library"
