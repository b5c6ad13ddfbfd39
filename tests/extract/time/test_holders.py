"""The table of office-holders is whole and names are compared as readers would."""

from datetime import date

import pytest

from whence.extract.time.holders import key, terms
from whence.names.countries import countries


@pytest.mark.parametrize(
    ("left", "right"),
    [("al-Azmi", "Azmi"), ("El Azmi’s", "azmi"), ("Núñez", "Nunez"), ("As-Sahaf", "Sahaf")],
)
def test_names_match_without_articles_and_diacritics(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_terms_are_in_order_and_in_known_countries() -> None:
    known = {country.iso for country in countries().values()}
    rows = [term for group in terms().values() for term in group]
    assert len(rows) > 550
    assert [t for t in rows if t.start and t.end and t.start > t.end] == []
    assert {t.iso for t in rows} <= known


def test_ceremonial_heads_of_state_of_many_countries_are_there() -> None:
    assert len({term.iso for group in terms().values() for term in group}) >= 150


def test_term_ends_with_its_last_day() -> None:
    truss = [t for t in terms()["truss"] if t.iso == "GB"]
    assert len(truss) == 1
    assert truss[0].on(date(2022, 10, 25))
    assert not truss[0].on(date(2022, 10, 26))
