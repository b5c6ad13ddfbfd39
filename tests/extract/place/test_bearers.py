"""Large towns abroad by which public buildings and roads are called."""

import pytest

from tests.extract.facts.reading import read, read_document, with_title
from tests.extract.texts import document

_TOWNS = ("Gombe", "Multan", "Kirkuk", "Nampula")
_BUILDINGS = (
    "Militants attacked {} Airport on Monday.",
    "Gunmen stormed {} Central Bus Station on Monday.",
    "A bomb exploded at {} Stadium on Monday.",
    "A bomb exploded at the {} stadium on Monday.",
    "Six people were killed in {}'s main market on Monday.",
    "A strike on {} hospital killed six on Monday.",
)


def place(text: str, title: str | None = None) -> list[str]:
    """Return where a text puts what happened."""
    whole = f"{title}\n\n{text}" if title else text
    page = document(whole, published="2031-03-05", title=title)
    return read_document(with_title(page) if title else page).values("place")


@pytest.mark.parametrize("frame", _BUILDINGS)
@pytest.mark.parametrize("town", _TOWNS[:3])
def test_a_town_is_told_by_its_public_building(frame: str, town: str) -> None:
    assert [one.rpartition(", ")[2] for one in place(frame.format(town))] == [town]


@pytest.mark.parametrize(
    "title",
    [
        "Militants Attack {} Airport",
        "Gunmen Storm {} Market",
        "Twin Blasts Rock {} Bus Station",
        "BREAKING - Explosion Heard Near {} Airport",
        "CAR BOMB KILLS FIVE IN {}",
    ],
)
@pytest.mark.parametrize("town", _TOWNS[:3])
def test_a_headline_tells_it(title: str, town: str) -> None:
    headed = title.format(town.upper() if title.isupper() else town)
    found = place("Six people died on Monday, officials say.", headed)
    assert [one.rpartition(", ")[2].casefold() for one in found] == [town.casefold()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed six in Nampula, a lecturer at Multan University said.", ["Nampula"]),
        ("A student of Multan University was shot dead in Kirkuk.", ["Kirkuk"]),
        ("A bomb went off at Multan Market in Kirkuk.", ["Multan Market, Kirkuk"]),
        ("Two men held at Multan Prison are accused of killing six in Kirkuk.", ["Kirkuk"]),
        ("Six people died in Multan hospital after an attack in Kirkuk.", ["Kirkuk"]),
        ("A bomb went off at the Multan Hotel in Kirkuk.", ["Multan Hotel, Kirkuk"]),
    ],
)
def test_what_only_bears_its_name_does_not(text: str, expected: list[str]) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed a bus on the Gombe-Bauchi highway on Monday, killing six people.",
        "Six people died on the road from Gombe to Bauchi on Monday when a bomb hit their bus.",
    ],
)
def test_a_road_is_told_by_its_ends(text: str) -> None:
    assert place(text) == ["Gombe"]


def test_a_quarter_from_which_it_came_is_not_where_it_was() -> None:
    told = (
        "KIRKUK — Several rockets slammed into the tank farm of Iraq's Kirkuk refinery on Monday. "
        "A security source said they had come from the district of Quellmar, home of a brigade."
    )
    assert place(told) == ["Kirkuk"]


def test_a_word_joined_to_a_town_is_no_road() -> None:
    assert place("The Gombe-based track team was attacked in Bauchi on Monday.") == ["Bauchi"]


@pytest.mark.parametrize("town", _TOWNS)
def test_the_outskirts_are_in_the_town(town: str) -> None:
    told = (
        f"Two men were shot dead on the outskirts of {town} on Monday. A vigil was held in Lille."
    )
    assert place(told) == [town]


def test_a_number_of_the_version_is_no_count() -> None:
    found = read("UPDATE 2-Three killed in Gombe blast", "2031-03-05", title=True)
    assert found.values("killed") == ["3"]
    assert read("The score was 2-3 killed off in Gombe", "2031-03-05").values("killed") == []
