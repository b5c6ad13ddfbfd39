import pytest

from whence.names.countries import demonym, split, state, state_name


def test_state_by_name_alias_and_capital() -> None:
    assert state("the United States") == "US"
    assert state("Oslo") == "NO"
    assert state("Norwegian") is None
    assert state_name("NO") == "Norway"


def test_demonym() -> None:
    assert demonym("Norwegian") == "NO"
    assert demonym("Oslo") is None


def test_unknown_code() -> None:
    with pytest.raises(KeyError):
        state_name("QQ")


def test_split_leaves_capitals_alone() -> None:
    assert split(("norwegian", "oslo", "police")) == (("oslo", "police"), ("NO",))
    assert split(("united", "states", "and", "norway")) == (("and",), ("US", "NO"))


def test_the_same_words_are_parted_once() -> None:
    text = "the norwegian harbour police"
    assert split(tuple(text.split())) is split(tuple(text.split()))
