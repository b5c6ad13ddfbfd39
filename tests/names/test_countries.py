import pytest

from whence.names.countries import countries, demonym, land, split, state, state_name


def test_state_by_name_alias_and_capital() -> None:
    assert state("the United States") == "US"
    assert state("Oslo") == "NO"
    assert state("Norwegian") is None
    assert state_name("NO") == "Norway"


def test_a_demonym_has_a_state_and_a_capital_is_none() -> None:
    assert demonym("Norwegian") == "NO"
    assert demonym("Oslo") is None


def test_a_code_of_no_state_is_refused() -> None:
    with pytest.raises(KeyError):
        state_name("QQ")


def test_a_whole_land_has_the_point_of_its_capital() -> None:
    found = land("NO")
    assert found is not None
    assert (found.name, found.country, found.precision) == ("Norway", "NO", "country")
    assert (round(found.latitude), round(found.longitude)) == (60, 11)
    assert land("GS") is None


def test_every_land_has_a_point_of_its_own() -> None:
    seats = [row.seat for row in countries().values()]
    assert len(set(seats)) == len(seats)
    assert (0.0, 0.0) not in seats


def test_split_leaves_capitals_alone() -> None:
    assert split(("norwegian", "oslo", "police")) == (("oslo", "police"), ("NO",))
    assert split(("united", "states", "and", "norway")) == (("and",), ("US", "NO"))


def test_the_same_words_are_parted_once() -> None:
    text = "the norwegian harbour police"
    assert split(tuple(text.split())) is split(tuple(text.split()))
