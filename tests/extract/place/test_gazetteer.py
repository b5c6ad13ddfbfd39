"""The embedded gazetteer is small, loads fast and puts the likeliest place first."""

from importlib.resources import files

from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import capital_of, country_names, fold, lookup


def test_size_stays_small() -> None:
    assert len((files(LEXICON) / "gazetteer.bin").read_bytes()) < 6_000_000


def test_capital_before_its_namesakes() -> None:
    assert lookup("london")[0].area[:2] == ("GB", "England")
    assert len(lookup("london")) > 1


def test_every_country_has_a_capital() -> None:
    assert len(country_names()) >= 195
    assert [code for code in country_names() if capital_of(code) is None] == []


def test_unknown_name_is_nothing() -> None:
    assert lookup("qqxz") == ()
    assert capital_of("ZZ") is None


def test_fold() -> None:
    assert fold("Bogotá  D’Or") == "bogota d'or"
