"""The town that a report opens with, where it says nothing of where that lies."""

import pytest

from tests.extract.facts.reading import with_title
from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.place.located import Located
from whence.extract.prose import prose


def towns(text: str) -> list[Located]:
    cut = prose(with_title(document(text)))
    return [one for one in locate(cut) if not one.facility]


@pytest.mark.parametrize(
    ("title", "town"),
    [
        ("Hawkinsville shooting victims named", "Hawkinsville"),
        ("Two Alturas teens charged in killing", "Alturas"),
        ("Girl shot after a party near Felton", "Felton"),
        ("Boy hurt in shooting at Hawkinsville range", "Hawkinsville"),
    ],
)
def test_a_town_that_the_headline_tells_has_a_name_and_no_point(title: str, town: str) -> None:
    assert [(one.name, one.place) for one in towns(f"{title}\n\nPolice came.")] == [(town, None)]


def test_the_text_names_it_too() -> None:
    found = towns("Girl shot after a party near Felton\n\nThe party was near Felton, police said.")
    assert [one.name for one in found] == ["Felton", "Felton"]


@pytest.mark.parametrize(
    "text",
    [
        "Alturas council to meet\n\nPolice came.",  # no event
        "Marshall shooting trial opens\n\nPolice came.",  # a surname
        "Charges filed in Felton murder case\n\nPolice came.",  # whose?
        "Shooting suspect Felton charged\n\nPolice came.",
        "Two Alturas teens shot by Felton men\n\nPolice came.",  # which of them?
    ],
)
def test_what_a_headline_leaves_open_is_no_town(text: str) -> None:
    assert towns(text) == []


def test_a_town_that_the_text_places_leaves_the_headline_alone() -> None:
    found = towns("Felton man shot\n\nHe was shot in Toledo, Ohio, on Monday.")
    assert "Felton" not in {one.name for one in found}


def test_the_lead_tells_as_a_headline_does_and_what_comes_later_does_not() -> None:
    lead = "Teen hurt\n\nAn Alturas teen was injured in an accidental shooting."
    assert [one.name for one in towns(lead)] == ["Alturas"]
    later = "Teen hurt\n\nPolice came. They spoke. They left. An Alturas teen was injured before."
    assert towns(later) == []
