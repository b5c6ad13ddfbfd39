"""Towns of lands whose papers write no region behind a town, and namesakes in other lands."""

import pytest

from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.prose import prose


def located(text: str) -> dict[str, str | None]:
    """Return the country of each place that a text names, None for a town on no map."""
    found = locate(prose(document(text)))
    return {one.name: one.place.country if one.place else None for one in found}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bus burned in Dori, the army of Burkina Faso said.", "Dori", "BF"),
        ("A bus burned on the outskirts of Dori, Burkina Faso's army said.", "Dori", "BF"),
        ("Egypt said that a bank burned in the centre of El Arish.", "El Arish", "EG"),
    ],
)
def test_a_small_town_of_the_land_is_a_place(text: str, name: str, country: str) -> None:
    assert located(text)[name] == country


def test_without_its_land_a_small_town_may_be_a_person() -> None:
    assert "Dori" not in located("He trusted in Dori, and Ohio police said so.")


def test_a_town_of_another_land_is_only_a_namesake() -> None:
    found = located("A man was shot in Salisbury on Saturday, police in Cairo, Egypt, said.")
    assert found["Salisbury"] is None
