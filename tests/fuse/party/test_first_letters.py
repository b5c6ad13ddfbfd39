"""A first letter and a surname are the one person of the case whom they fit, and else nobody's."""

import pytest

from tests.fuse.making import fused, said
from tests.trace.making import Made

PERSONS = [
    ("Ana", "Ruiz"),
    ("Kofi", "Mensah"),
    ("Lena", "O'Dowd"),
    ("Piotr", "Zawada"),
    ("Yusuf", "Karimov"),
]


def charged(outlet: str, who: str, more: str = "") -> Made:
    made = said(outlet, f"{who} was charged with the arson. {more}".strip(), "2031-03-04")
    made.claim(who, f"{who} was charged", subject_kind="person")
    if more:
        made.mention("person", more.rstrip("."), more.rstrip("."))
    return made


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("first", "last"), PERSONS)
@pytest.mark.parametrize("middle", ["", " Maria"])
def test_letter_and_surname_are_the_only_full_name_they_fit(
    first: str, last: str, middle: str, backwards: bool
) -> None:
    made = [charged("A", f"{first}{middle} {last}"), charged("B", f"{first[0]}. {last}")]
    (party,) = fused(made[::-1] if backwards else made).parties
    assert party.name == f"{first}{middle} {last}"
    assert f"{first[0]}. {last}" in party.aliases


@pytest.mark.parametrize(("first", "last"), PERSONS)
@pytest.mark.parametrize("who", ["victim", "letter", "surname"])
def test_where_two_fit_or_none_does_nobody_is_united(first: str, last: str, who: str) -> None:
    full = f"{first} {last}"
    short, more = {
        "victim": (f"{first[0]}. {last}", f"{first[0]}ero {last}."),
        "letter": (f"X. {last}", ""),
        "surname": (f"{first[0]}. Solberg", ""),
    }[who]
    assert len(fused([charged("A", full, more), charged("B", short)]).parties) == 2


@pytest.mark.parametrize(("first", "last"), PERSONS)
def test_a_suspect_gets_no_victim_s_name(first: str, last: str) -> None:
    short = f"{first[0]}. {last}"
    made = [charged("A", "Solberg", f"{first} {last}."), charged("B", short)]
    assert short in [party.name for party in fused(made).parties]


def test_a_group_with_a_letter_is_no_person() -> None:
    one = said("A", "Ana Ruiz was charged with the arson.")
    one.claim("Ana Ruiz", "Ana Ruiz was charged", subject_kind="person")
    other = said("B", "A. Ruiz set the fire.")
    other.claim("A. Ruiz", "A. Ruiz set the fire", subject_kind="group")
    assert len(fused([one, other]).parties) == 2


@pytest.mark.parametrize(("first", "last"), PERSONS)
def test_whose_picture_it_is_stands_in_no_name(first: str, last: str) -> None:
    full = f"{first} {last}"
    credit = f"Ben Okri/for Daily Lamp {full}"
    made = [charged("A", full), charged("B", full, f"{credit}.")]
    (party,) = fused(made).parties
    assert (party.name, party.aliases) == (full, ())
