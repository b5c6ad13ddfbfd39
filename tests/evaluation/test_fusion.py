"""What of a record's "city or county" an answer has to meet."""

from evaluation.fusion import wanted


def test_a_county_is_met_by_the_county_and_not_by_a_town_of_its_name() -> None:
    assert wanted("Park (county)") == wanted("Park County") == {"park county"}


def test_a_town_is_met_by_itself_or_its_other_name() -> None:
    assert wanted("St. Harrow") == {"saint harrow"}
    assert wanted("Springfield (Harrow)") == {"springfield", "harrow"}
    assert wanted("Dorr (township)") == {"dorr township"}
