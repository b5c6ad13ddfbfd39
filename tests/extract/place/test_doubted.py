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
        ("Three hurt in Wapakoneta stabbing", "Wapakoneta"),
        ("Three Fairbury residents wounded at picnic", "Fairbury"),
        ("Welder wounded at a picnic near Milbank", "Milbank"),
        ("Guard hurt in shooting at Wapakoneta depot", "Wapakoneta"),
    ],
)
def test_a_town_that_the_headline_tells_has_a_name_and_no_point(title: str, town: str) -> None:
    assert [(one.name, one.place) for one in towns(f"{title}\n\nPolice came.")] == [(town, None)]


def test_the_text_names_it_too() -> None:
    found = towns(
        "Welder wounded at a picnic near Milbank\n\nThe picnic was near Milbank, police said."
    )
    assert [one.name for one in found] == ["Milbank", "Milbank"]


@pytest.mark.parametrize(
    "text",
    [
        "Fairbury council to meet\n\nPolice came.",  # no event
        "Marshall shooting trial opens\n\nPolice came.",  # a surname
        "Farmer shot at picnic\n\nPolice came.",  # a man, though a hamlet is called so
        "Charges filed in Milbank murder case\n\nPolice came.",  # whose?
        "A shooting suspect Milbank charged\n\nPolice came.",
        "Three Fairbury residents wounded by Milbank men\n\nPolice came.",  # which of them?
    ],
)
def test_what_a_headline_leaves_open_is_no_town(text: str) -> None:
    assert towns(text) == []


def test_a_town_that_the_text_places_leaves_the_headline_alone() -> None:
    found = towns("A Milbank man shot\n\nHe was shot in Toledo, Ohio, on Monday.")
    assert "Milbank" not in {one.name for one in found}


def test_the_lead_tells_as_a_headline_does_and_what_comes_later_does_not() -> None:
    lead = "Welder hurt\n\nA Fairbury welder fell; a Fairbury man fled the shooting."
    assert [one.name for one in towns(lead)] == ["Fairbury", "Fairbury"]
    later = "Welder hurt\n\nPolice came. They spoke. They left. A Fairbury man fled the shooting."
    assert towns(later) == []
