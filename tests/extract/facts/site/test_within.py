"""Quarters told with the city or the borough that they are a part of."""

import pytest

from tests.extract.facts.reading import read
from whence.extract.place.gazetteer import lookup
from whence.extract.place.quarters import is_part


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # far from the middle of its city
        (
            "Two men were shot in Reseda on Monday. Los Angeles police found them in Reseda. A"
            " neighbor in Reseda heard it.",
            "Reseda, Los Angeles",
        ),
        # a hospital in it is no site
        (
            "A girl was fatally shot at a Tarzana party on Monday, Los Angeles police said. The"
            " shooting in Tarzana was heard far away.",
            "Tarzana, Los Angeles",
        ),
        # of which the text says less than of its city
        (
            "A man was shot on Maple Street in Los Angeles on Monday. Los Angeles police came to"
            " Maple Street in Los Angeles. He had eaten in Reseda.",
            "Maple Street, Los Angeles",
        ),
        # the borough that the text names
        (
            "NEW YORK - Three men were shot outside a bar in Long Island City, Queens, on Monday."
            " Police came to Long Island City.",
            "Long Island City, Queens",
        ),
        (
            "Police in New York said a man was shot in the East Flatbush neighborhood on Monday."
            " The shooting was at a Brooklyn garden party.",
            "East Flatbush, Brooklyn",
        ),
        # no borough that another quarter is in
        (
            "Police in New York said a man was shot in the East Flatbush neighborhood on Monday. A"
            " baker from Queens saw it.",
            "East Flatbush, New York City",
        ),
    ],
)
def test_a_quarter_is_told_with_its_city(text: str, place: str) -> None:
    assert read(text, "2020-03-04").values("place") == [place]


def test_the_table_tells_whose_part_a_town_is() -> None:
    (los_angeles,) = [one for one in lookup("Los Angeles") if one.region == "California"][:1]
    (reseda,) = [one for one in lookup("Reseda") if one.region == "California"]
    (glendale,) = [one for one in lookup("Glendale") if one.region == "California"][:1]
    assert is_part(reseda, los_angeles)
    assert not is_part(glendale, los_angeles)
    assert not is_part(los_angeles, los_angeles)
