"""Small places that the gazetteer of towns has not: by their region, and nowhere else."""

from importlib.resources import files

import pytest

from tests.extract.place.test_resolving import area, located
from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import hamlets, lookup
from whence.extract.place.located import location


def test_the_table_stays_small_and_beside_the_towns() -> None:
    assert len((files(LEXICON) / "hamlets.bin").read_bytes()) < 500_000
    assert [one.region for one in hamlets("Highfalls")] == ["North Carolina"]
    assert not lookup("Highfalls")
    assert hamlets("qqxz") == ()


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Ohio troopers came. A barn burned in Walhonding.", "Walhonding", "Ohio"),
        ("A barn burned in Walhonding, Ohio, on Monday.", "Walhonding", "Ohio"),
        ("WALHONDING, Ohio (AP) -- A barn burned.", "WALHONDING", "Ohio"),
        ("Moore County deputies came to a barn in Highfalls.", "Highfalls", "North Carolina"),
        # a large namesake elsewhere
        ("NASHVILLE, Tenn. -- A barn burned in Antioch.", "Antioch", "Tennessee"),
        ("California troopers came. A barn burned in Antioch.", "Antioch", "California"),
    ],
)
def test_a_hamlet_of_the_region_or_county_that_the_text_is_about(
    text: str, name: str, region: str
) -> None:
    found = located(text)[name]
    assert area(found) == ("US", region)
    assert found.place is not None
    where = location(found.place)
    assert where is not None
    assert where.precision == "settlement"


@pytest.mark.parametrize(
    "text",
    [
        "A barn burned in Lackey.",
        "Kenyan police came. A barn burned in Lackey.",
        "Ohio troopers came. A barn burned in Lackey.",  # it lies in Virginia
        "The Lackey man ran. Lackey police came from Nairobi, Kenya.",
    ],
)
def test_nobody_elsewhere_is_taken_for_a_hamlet(text: str) -> None:
    assert "Virginia" not in {one.place.region for one in located(text).values() if one.place}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan police said a barn burned in the village of Proctor.",
        "A rocket fell on the town of Proctor, Yemen's army said in Sanaa.",
    ],
)
def test_the_village_of_a_country_is_no_small_town_of_another(text: str) -> None:
    assert located(text)["Proctor"].place is None
