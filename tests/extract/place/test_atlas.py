"""The gazetteer's file: what is packed is found again, and what is damaged is said to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.extract.place.atlas import Atlas, Place, pack
from whence.extract.place.gazetteer import atlas, capital_of, country_names, lookup
from whence.extract.place.spelling import key

HARROW = Place("city", "Saint Harrow", "US", "Ohio", "Tarvo County", 900, 40.5, -82.25)
OTHER = Place("city", "Saint Harrow", "CA", "Ontario", "", 70_000, 44.0, -80.0)
TARVO = Place("county", "Tarvo County", "US", "Ohio", "Tarvo County", 900, 40.5, -82.25)

WORD = st.text("abcdeé'- ", min_size=1, max_size=8).filter(lambda one: bool(key(one)))


def test_packed_places_are_found_in_any_spelling() -> None:
    made = Atlas(pack([OTHER, TARVO, HARROW], [("Harrowton", HARROW)]))
    assert set(made.find("St. Harrow")) == {HARROW, OTHER}
    assert made.find("HARROWTON") == [HARROW]
    assert made.find("Tarvo county") == [TARVO]
    assert made.find("Harrow") == made.find(".") == []


def test_order_of_the_input_changes_nothing() -> None:
    assert pack([HARROW, OTHER, TARVO]) == pack([TARVO, HARROW, OTHER, HARROW])


@pytest.mark.parametrize("raw", [b"", b"no gazetteer at all, but long", pack([HARROW])[:-1]])
def test_damaged_files_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="gazetteer"):
        Atlas(raw)


@settings(max_examples=50)
@given(st.lists(WORD, min_size=1, max_size=200))
def test_every_name_is_found(names: list[str]) -> None:
    places = [Place("city", " ".join(name.split()), "NO", "Oslo") for name in names]
    made = Atlas(pack(places))
    assert all(one in made.find(one.name) for one in places)


def test_shipped_file_is_whole_and_in_order() -> None:
    keys = [key(atlas().place(row).name) for row in range(0, atlas().places, 50)]
    assert atlas().places > 150_000
    assert keys == sorted(keys)


def test_shipped_places_are_on_the_globe() -> None:
    some = [atlas().place(row) for row in range(0, atlas().places, 50)]
    assert all(abs(one.latitude) <= 90 and abs(one.longitude) <= 180 for one in some)
    assert all(one.kind != "county" or one.county == one.name for one in some)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("IQ", 33.3, 44.4), ("AU", -35.3, 149.1), ("BR", -15.8, -47.9), ("JP", 35.7, 139.7)],
)
def test_capitals_lie_where_they_do(code: str, latitude: float, longitude: float) -> None:
    capital = capital_of(code)
    assert capital is not None
    assert capital.latitude == pytest.approx(latitude, abs=0.5)
    assert capital.longitude == pytest.approx(longitude, abs=0.5)


def test_nearly_every_capital_has_a_point() -> None:
    capitals = [capital_of(code) for code in country_names()]
    without = [one for one in capitals if one is not None and not one.latitude]
    assert len(without) <= 5


def test_other_spellings_lead_to_their_towns() -> None:
    assert lookup("Fallujah")[0].country == "IQ"
    assert "New York City" in [place.name for place in lookup("New York")]
