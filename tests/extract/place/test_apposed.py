"""Names that no gazetteer has, and that lie beside a town by the words behind them."""

import pytest

from tests.extract.place.test_resolving import located

VILLAGES = ["Quellamar", "San Quellamar", "Quellamar Alto"]
TOWNS = ["Jalingo", "Djibo", "Kupiansk", "Monywa"]


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("village", VILLAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Ten died when gunmen attacked {village}, 20 kilometres north of {town}.",
        "Ten died when gunmen raided {village}, about 20 km from {town}.",
        "Ten died in {village}, some twenty kilometres (12 miles) south-east of {town}.",
        "Ten died in {village} (12 km outside {town}) on Monday.",
        "Ten died when gunmen stormed {village}, near {town}.",
        "Ten died when gunmen attacked {village}, close to the town of {town}.",
        "Ten died in {village} village, near {town}.",
    ],
)
def test_a_village_beside_a_town_is_a_place(text: str, village: str, town: str) -> None:
    assert located(text.format(village=village, town=town))[village].evidence == "told"


@pytest.mark.parametrize(
    "text",
    [
        "Ten died when soldiers of Quellamar, 20 of whom were near Djibo, fired.",
        "Ten died as Ana Quellamar, 20, of Djibo, looked on.",
        "Police said Quellamar, 20 kilometres into the race, was near Djibo.",
        "Ana Quellamar, near Djibo, said that ten had died.",
        # lands whose papers count in miles and tell of their towns by state
        "Ten died in a raid on Quellamar, near Houston, Texas.",
    ],
)
def test_what_only_looks_so_is_none(text: str) -> None:
    found = [one for word, one in located(text).items() if "Quellamar" in word]
    assert not [one for one in found if one.evidence == "told"]
