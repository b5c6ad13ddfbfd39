"""Targets as news tells them: what gunmen attack, what rockets hit, what came under attack."""

import pytest

from tests.extract.facts.reading import read

_THINGS = {
    "army checkpoint": "military facility",
    "chapel": "religious site",
    "bakery": "business",
    "fuel depot": None,
    "police station": "police facility",
    "passenger train": "transport",
    "clinic": "hospital or clinic",
    "kindergarten": "school or university",
    "power plant": "energy supply",
    "fish market": "business",
    "consulate": "embassy or consulate",
}
_FRAMES = [
    "Gunmen attacked a {} in Velm on Monday.",
    "Gunmen stormed a {} in Velm on Monday.",
    "Militants raided a {} in Velm on Monday.",
    "Rebels ambushed a {} near Velm on Monday.",
    "Gunmen opened fire on a {} in Velm on Monday.",
    "Men set fire to a {} in Velm on Monday.",
    "A rocket hit a {} in Velm on Monday.",
    "A suicide bomber struck a {} in Velm on Monday.",
    "A {} in Velm was attacked on Monday.",
    "A {} in Velm was hit by two drones on Monday.",
    "A {} in Velm came under attack on Monday.",
]


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("thing", _THINGS)
def test_what_was_struck(frame: str, thing: str) -> None:
    found = read(frame.format(thing))
    assert found.values("target") == [thing]
    assert found.values("target_kind") == ([_THINGS[thing]] if _THINGS[thing] else [])


@pytest.mark.parametrize(
    "text",
    [
        "Police raided a house in Velm after the blast.",
        "Officers stormed the flat and the house in Velm.",
        "The house was raided by police.",
        "Commandos stormed the hotel in Velm to free the hostages.",
        "The opposition attacked the mayor over his speech.",
        "Police opened fire on the vehicle.",
        "A bus was hit by a lorry in Velm.",
        "A rocket hit near a school in Velm.",
    ],
)
def test_what_the_police_or_words_strike_is_no_target(text: str) -> None:
    assert read(text).values("target") == []
