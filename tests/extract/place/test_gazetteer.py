"""The embedded gazetteer is small, loads fast and puts the likeliest place first."""

from importlib.resources import files

import pytest

from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import capital_of, country_names, fold, lookup
from whence.names.countries import countries


def test_size_stays_small() -> None:
    assert len((files(LEXICON) / "gazetteer.bin").read_bytes()) < 6_000_000


def test_capital_before_its_namesakes() -> None:
    assert lookup("london")[0].area[:2] == ("GB", "England")
    assert len(lookup("london")) > 1


def test_every_country_has_the_capital_that_it_is_said_to_have() -> None:
    assert len(country_names()) >= 195
    without = [one.iso for one in countries().values() if capital_of(one.iso) is None]
    assert without == [one.iso for one in countries().values() if not one.capital]
    assert {"BM", "IM"} <= set(without)  # half the world is called Hamilton or Douglas


def test_unknown_name_is_nothing() -> None:
    assert lookup("qqxz") == ()
    assert capital_of("ZZ") is None


@pytest.mark.parametrize(
    ("written", "country"),
    [("Diwaniya", "IQ"), ("Diwaniyah", "IQ"), ("Baquba", "IQ"), ("Hasaka", "SY"), ("Qatif", "SA")],
)
def test_a_large_town_is_found_without_its_article_and_final_h(written: str, country: str) -> None:
    assert lookup(written)[0].country == country


def test_a_small_town_is_not_looked_for_with_an_article() -> None:
    assert [one.country for one in lookup("Hamza") if one.country == "IQ"] == []


def test_names_are_compared_without_accents_and_typography() -> None:
    assert fold("Bogotá  D’Or") == "bogota d'or"


def test_a_region_in_arabic_is_found_without_its_final_h() -> None:
    assert [(one.kind, one.name) for one in lookup("Shabwa")] == [("region", "Shabwah")]
