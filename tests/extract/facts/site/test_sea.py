"""What befell a ship is told by the coast that it was off, and has no point on land."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A tanker was hit by a drone 40 miles off Dorvella on Monday, Oman said.", "off Dorvella"),
        ("A ferry exploded off the southern coast of Dorvella, killing ten.", "off Dorvella"),
        ("A ship was hit some 150 nautical miles south-east of Dorvella.", "off Dorvella"),
        ("Tanker hit off Oman, two dead: it was struck 90 miles off Dorvella.", "off Dorvella"),
        ("A tanker was struck off Oman by a drone on Monday.", "off Oman"),
        ("BLAST ON FERRY OFF DORVELLA, MANY FEARED DEAD", "off Dorvella"),
        ("LIMA - A cargo ship was bombed in the Black Sea, killing two sailors.", "Black Sea"),
        ("A tanker was ablaze in the Gulf of Oman after two blasts.", "Gulf of Oman"),
    ],
)
def test_what_befell_a_ship_is_told_by_its_coast(text: str, value: str) -> None:
    (found,) = [fact for fact in read(text, "2020-03-04").facts if fact.slot == "place"]
    assert (found.value, found.location, found.note) == (value, None, "at sea")


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot off Dorvella on Monday.",  # no ship
        "A ship brought aid. A bomb killed ten off Dorvella.",
        "Gunmen on a boat set off Semtex in Lima and killed two.",
        "A boat burned off Dorvella Road, and two died.",
        "A boat burned off Route 5 in Lima, and two died.",
        "A ferry captain was shot dead in Lima on Monday.",
    ],
)
def test_what_was_on_land_is_not_at_sea(text: str) -> None:
    assert "at sea" not in [fact.note for fact in read(text, "2020-03-04").facts]
