"""A surname that stands alone is a person's, unless the text tells it for a body's name."""

import pytest
from msgspec import structs

from tests.extract.seen import Page
from whence.extract.prose import prose
from whence.extract.speech.attribute import attribute
from whence.extract.speech.surnames import looks_like_one
from whence.model.attribution import Anonymity
from whence.model.reading import Reading


def known(text: str, name: str, cue: str, content: str) -> Anonymity:
    page = Page(text)
    one = structs.replace(page.saw(name, cue, content), speaker="collective")
    read = Reading(document_id="doc-1", reader="hand@1", attributed=(one,))
    (told,) = attribute(prose(page.document), read).attributions
    return told.anonymity


@pytest.mark.parametrize(
    ("name", "cue"), [("Al-Tamari", "added"), ("Velásquez", "told"), ("Oliynchuk", "says")]
)
def test_a_word_that_looks_like_a_surname_and_speaks_is_a_person(name: str, cue: str) -> None:
    assert known(f"A dam broke. {name} {cue} tides rose.", name, cue, "tides rose") == "named"


@pytest.mark.parametrize(
    ("text", "name", "cue", "content"),
    [
        ("Nordbolt said tides rose.", "Nordbolt", "said", "tides rose"),
        ("Al-Bahr said tides rose.", "Al-Bahr", "said", "tides rose"),
        ("The Al-Tamari group came. Al-Tamari said tides rose.", "Al-Tamari", "said", "tides rose"),
        ("Pylov fighters came. Men of the Pylov fled. Pylov said so.", "Pylov", "said", "so"),
        ("Veliz said its mill burned.", "Veliz", "said", "its mill burned"),
        ("Veliz announced a loss.", "Veliz", "announced", "a loss"),
        ("Suez said tides rose.", "Suez", "said", "tides rose"),
    ],
)
def test_what_may_be_a_body_stays_one(text: str, name: str, cue: str, content: str) -> None:
    where = text.rindex(f"{name} {cue}")
    page = Page(text)
    source = page.document.span(where, where + len(name))
    one = structs.replace(page.saw(name, cue, content), speaker="collective", source=source)
    read = Reading(document_id="doc-1", reader="hand@1", attributed=(one,))
    (told,) = attribute(prose(page.document), read).attributions
    assert told.anonymity == "organisation"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("al-Masrawi", True), ("Ruiz", True), ("RUIZ", False), ("al-masri", False), ("Ez", False)],
)
def test_how_surnames_are_formed(word: str, expected: bool) -> None:
    assert looks_like_one(word) is expected
