import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import AccountRefused
from whence.store.accounts.naming import folded, named, refuse_unknown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brook", "ADA  brook"),
        ("Zoë", "Zoe\u0308"),
        ("Straße", "STRASSE"),
        ("Ａda", "Ada"),
        ("ﬁnn", "Finn"),
        ("Ada\u00a0Brook", "ada brook"),
    ],
)
def test_names_that_look_the_same_are(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize("other", ["Ada Brooks", "AdaBrook", "Åda Brook", ""])
def test_other_names_are_others(other: str) -> None:
    assert folded("Ada Brook") != folded(other)


@given(st.text(max_size=90))
def test_name_is_the_same_once_it_is_written_properly(given_name: str) -> None:
    try:
        name = named(given_name)
    except AccountRefused:
        return
    assert named(name) == name
    assert folded(name) == folded(given_name)
    assert name.isprintable()
    assert 1 <= len(name) <= 80


@given(st.text())
def test_what_is_folded_can_be_asked_of_any_database(text: str) -> None:
    assert folded(text).isprintable()


def test_long_name_is_told_by_its_beginning() -> None:
    with pytest.raises(AccountRefused, match=r"^x{40}\.\.\. is too long a name"):
        named("x" * 81)
    assert folded("x" * 100_000) == ""


def test_role_that_is_none_is_told_those_there_are() -> None:
    refuse_unknown("editor")
    with pytest.raises(AccountRefused) as refused:
        refuse_unknown("owner")
    assert "reader, analyst, editor, admin" in refused.value.hint
