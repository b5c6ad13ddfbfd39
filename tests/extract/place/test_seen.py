"""Names that the reader takes for places, where the words around them say too little."""

import re

import pytest
from msgspec.structs import replace

from tests.extract.texts import document
from whence.extract.place import Located, locate
from whence.extract.prose import prose


def located(text: str, seen: str | None) -> list[Located]:
    """Return the places of a text in which the reader takes ``seen`` for a place's name."""
    cut = prose(document(text))
    at = text.index(seen) if seen else 0
    spans = [cut.span(at, at + len(seen))] if seen else []
    return [one for one in locate(cut, spans) if not one.facility]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Gunmen storm Tarbes market.", "Tarbes"),
        ("Gunmen storm Tarbes market.", "Tarbes market"),
        ("Militants attack Gera.", "Gera"),
        ("Blissfield shooting leaves two dead.", "Blissfield"),
        ("Two die as Tiverton, R.I., bar burns.", "Tiverton, R.I."),
    ],
)
def test_what_the_reader_takes_for_a_place_is_one(text: str, seen: str) -> None:
    name = re.split("[, ]", seen, maxsplit=1)[0]
    assert [one.span.text for one in located(text, seen)] == [name]


@pytest.mark.parametrize(
    "text",
    ["Militants attack Gera.", "Blissfield shooting leaves two dead."],
)
def test_without_the_reader_too_little_is_said_of_it(text: str) -> None:
    assert located(text, None) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mara Gera, 24, was hurt. Police blamed Gera.", "Gera"),
        ("Militants attack Gera Motor Works.", "Gera Motor Works"),
        ("Militants attack Gera Motor Works.", "Gera Motor"),
        ("Militants attack Quellwick.", "Quellwick"),
        ("Militants attack Gera. Two in Gera district were hurt.", "Gera"),
    ],
)
def test_persons_longer_names_and_unknown_names_stay_none(text: str, seen: str) -> None:
    assert [one for one in located(text, seen) if one.place is not None] == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Shooting In Tarbes Leaves Two Dead", ["Tarbes"]),
        ("Shooting Told By Tarbes News Leaves Doubts", []),
    ],
)
def test_in_a_headline_capitals_beside_it_are_no_part_of_it(
    title: str, expected: list[str]
) -> None:
    page = document(f"{title}\n\nPolice came to the Tarbes Tribune on Friday.")
    head, *rest = page.blocks
    cut = prose(replace(page, blocks=(replace(head, kind="title"), *rest)))
    seen = [cut.span(at.start(), at.end()) for at in re.finditer("Tarbes", page.text)]
    assert [one.span.text for one in locate(cut, seen) if not one.facility] == expected


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("Two Shot In Quellby, Police Say", "Quellby", ["Quellby"]),
        ("Two shot near Quellby Heights", "Quellby Heights", ["Quellby Heights"]),
        ("Mayor arrives in Quellby", "Quellby", []),
        ("Quellby hails its firemen after blast", "Quellby", []),
        ("Two shot at bar - The Post in Quellby", "Quellby", []),
    ],
)
def test_a_headline_may_put_the_event_in_a_town_of_no_gazetteer(
    title: str, name: str, expected: list[str]
) -> None:
    page = document(f"{title}\n\nDeputies came to a house on Friday.")
    head, *rest = page.blocks
    cut = prose(replace(page, blocks=(replace(head, kind="title"), *rest)))
    at = page.text.index(name)
    found = locate(cut, [cut.span(at, at + len(name))])
    assert [one.span.text for one in found if not one.facility] == expected
    assert not [one for one in locate(cut) if one.span.text == name]
