"""Outlets whose names do not say what they are."""

import pytest

from whence.extract.speech.speakers import describe
from whence.names.outlets import known_outlet


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Al-Jazeera", "Al Jazeera"),
        ("the Kyiv Independent", "Kyiv Independent"),
        ("Voice of America", "VOA"),
        ("Ana Ruiz", None),
        ("rfi", None),
    ],
)
def test_a_known_outlet_is_found_by_every_form_of_its_name(written: str, name: str | None) -> None:
    assert known_outlet(written) == name


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Al Jazeera", "outlet"),
        ("Le Monde", "outlet"),
        ("SANA", "agency"),  # no capital of Yemen
        ("Sana", "state"),
        ("Ana Ruiz", "person"),
    ],
)
def test_a_source_that_is_a_known_outlet_is_no_person(who: str, kind: str) -> None:
    assert describe(who).kind == kind
