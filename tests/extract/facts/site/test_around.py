"""What lies around a place in no gazetteer: the region told beside it, else the text's land."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "point", "note"),
    [
        (
            "Ten people were killed in the village of Quellamar, in Badghis, Afghanistan said.",
            ("region", "Badghis", "AF"),
            "in Afghanistan",
        ),
        (
            "Ten people were killed in the village of Quellamar in Kenya's north.",
            ("country", "Kenya", "KE"),
            "in Kenya",
        ),
        # where the report was written says nothing
        (
            "GENEVA - Ten people were killed in the village of Quellamar in Kenya's north.",
            ("country", "Kenya", "KE"),
            "in Kenya",
        ),
        # two lands, neither far ahead
        (
            "Ten people were killed in the village of Quellamar. Kenya spoke. Uganda spoke.",
            None,
            None,
        ),
    ],
)
def test_the_point_is_that_of_what_holds_it(
    text: str, point: tuple[str, str, str] | None, note: str | None
) -> None:
    found = [fact for fact in read(text).facts if fact.slot == "place"]
    assert [one.value for one in found] == ["Quellamar"]
    where = found[0].location
    assert (where and (where.precision, where.name, where.country)) == point
    assert found[0].note == note


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Two people were killed at the Wagner base in Soria, Spain said.",
            "Wagner base, Soria",
        ),
        (
            "A bomb exploded in the Quellamar district of Soria, killing ten, Spain said.",
            "Quellamar, Soria",
        ),
    ],
)
def test_a_site_is_told_with_the_town_that_it_is_in(text: str, value: str) -> None:
    assert read(text).values("place") == [value]
