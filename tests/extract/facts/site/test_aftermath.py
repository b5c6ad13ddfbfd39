"""Where the wounded died, and others spoke, is not where the incident was."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A bomb went off on a bus. Two of the wounded died in Soria, Spain said.", []),
        ("A bomb went off on a bus in Dorsk. Two counted as injured died in Warsaw.", []),
        ("A bomb killed two in Spain. One of the wounded died at the scene in Soria.", ["Soria"]),
        ("In Spain two men were wounded and a third died in Soria on Monday.", ["Soria"]),
    ],
)
def test_where_one_of_the_wounded_died_later_says_little(text: str, values: list[str]) -> None:
    assert [one for one in read(text).values("place") if one not in ("Spain", "Dorsk")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # where they died, of what befell them elsewhere
        ("The toll of the blast rose to 9 with deaths at Dorvella Medical College Hospital.", []),
        # who tells
        ("A bomb killed ten. They said so in a Dakar paper.", []),
        # where it is tried, abroad
        ("A court at Logroño in Spain tried the bomb attack on a bus.", []),
        ("A bomb killed ten in Soria, Spain. A court in Logroño tried the attack.", ["Soria"]),
        # who speaks there, or is held
        ("A bomb killed ten. In Accra the Energy Minister assured motorists, Kenya denied it.", []),
        ("A bomb killed ten. The Turkish bank in Piraeus called it filthy.", []),
        ("A bomb killed ten. The chief, caught in Sylhet last year, spoke.", []),
        ("A bomb killed ten. Only the laboratory in Soria could say.", []),
        ("A bomb killed ten. A woman died in Soria hospital.", []),
        # and what was told there
        ("In Soria, a bomb killed ten, the minister said.", ["Soria"]),
        ("Ten in Soria said that a bomb in Soria killed two.", ["Soria"]),
    ],
)
def test_where_they_died_who_tells_and_where_it_is_tried(text: str, values: list[str]) -> None:
    assert read(text).values("place") == values
