"""Which language a reader gets."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from tests.web.desk import Browser, desk_over, texts
from whence.store.memory import MemoryStore
from whence.web import languages as spoken
from whence.web import render
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


def test_a_catalogue_is_all_that_another_language_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Catalog(locale="de")
    words.add("Library", "Fälle")
    words.add("No case yet", "Noch kein Fall")
    made = BytesIO()
    write_mo(made, words)
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de" / "LC_MESSAGES" / "workbench.mo").write_bytes(made.getvalue())
    monkeypatch.setattr(spoken, "_FOLDER", tmp_path)
    for kept in (spoken.languages, spoken.catalogue, render.environment):
        kept.cache_clear()
    try:
        browser = Browser(desk_over(MemoryStore()))
        browser.client.headers["accept-language"] = "de, en;q=0.5"
        page = browser.get("/")
        assert page.get("lang") == "de"
        assert texts(page, "//h1") == ["Fälle"]
        assert texts(page, "//section/h2") == ["Noch kein Fall"]
        browser.client.headers["accept-language"] = "fr"
        assert texts(browser.get("/"), "//h1") == ["Library"]
    finally:
        for kept in (spoken.languages, spoken.catalogue, render.environment):
            kept.cache_clear()
