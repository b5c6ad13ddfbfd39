"""When something was said is no part of who said it."""

import pytest

from tests.extract.texts import document
from whence.extract.attribute import attribute
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A year ago the Reed League claimed responsibility for a fire.", "the Reed League"),
        ("Three days later the Reed League said it was sorry.", "the Reed League"),
        ("On Monday the Reed League said it was sorry.", "the Reed League"),
        ("Last Friday the Reed League said it was sorry.", "the Reed League"),
        ("Last Chance League said it was sorry.", "Last Chance League"),
    ],
)
def test_a_source_does_not_begin_with_its_day(text: str, speaker: str) -> None:
    cut = prose(document(text))
    found = attribute(cut, RulesReader().read(cut.document)).attributions
    assert [one.source.text for one in found if one.source] == [speaker]
