"""What was damaged, in invented reports."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Two houses and a car were badly damaged.", ["Two houses", "car"]),
        ("The blast shattered windows and destroyed a nearby bakery store.",
         ["windows", "nearby bakery store"]),
        ("The fire caused heavy damage to the grain silo.", ["grain silo"]),
        ("The roof of the church collapsed.", ["roof of the church"]),
        ("THE EXPLOSION DESTROYED TWO VEHICLES.", ["TWO VEHICLES"]),
        ("Shops, cars and a bank had been destroyed.", ["Shops", "cars", "bank"]),
        ("Police found the car had been set on fire.", ["car"]),
        ("The blast damaged a bus's rear window.", ["bus's rear window"]),
        ("The blast wrecked a minibus and tore off the roof of a mill.",
         ["minibus", "roof"]),
        ("A tanker caught fire and a warehouse went up in flames.", ["tanker", "warehouse"]),
        ("Nearby shops sustained damage.", ["Nearby shops"]),
        ("Gunmen set fire to two trucks.", ["two trucks"]),
    ],
)  # fmt: skip
def test_things_damaged(text: str, things: list[str]) -> None:
    found = read(text)
    assert sorted(found.values("damage")) == sorted(things)
    assert sorted(found.words("damage")) == sorted(things)


@pytest.mark.parametrize(
    "text",
    [
        "The house was not damaged.",
        "It could have destroyed the bridge.",
        "There was no damage to the church.",
        "Hopes were shattered.",
        "The rebels vowed to destroy the bridge.",
    ],
)
def test_no_damage(text: str) -> None:
    assert read(text).values("damage") == []
