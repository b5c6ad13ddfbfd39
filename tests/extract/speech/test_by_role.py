"""Who "the minister" is: the one told of before by his office, rank or trade."""

import pytest

from tests.extract.seen import Page, hops


def last(*sentences: str) -> str:
    """Return who spoke last in a text."""
    return hops(Page(" ".join(sentences)).ruled())[-1][-1]


_TIDES = "said tides rose in the old harbour."


@pytest.mark.parametrize(
    ("first", "short"),
    [
        ("Interior Minister Ana Ruiz", "The minister"),
        ("Interior Minister Ana Ruiz", "The interior minister"),
        ("Prime Minister Ana Ruiz", "The premier"),
        ("Col. Ana Ruiz", "The colonel"),
        ("Colonel Ana Ruiz, a spokeswoman for the army,", "The spokesperson"),
        ("The U.N. envoy, Ana Ruiz,", "The envoy"),
        ("Police chief Ana Ruiz", "The police chief"),
        ("Ana Ruiz, a baker,", "The baker"),
    ],
)
def test_an_office_rank_or_trade_means_the_one_who_was_told_of_with_it(
    first: str, short: str
) -> None:
    who = last(f"{first} said rain fell.", "The pier was shut.", f"{short} {_TIDES}")
    assert "Ana Ruiz" in who


@pytest.mark.parametrize(
    ("first", "short", "who"),
    [
        ("The Quay Gazette", "The newspaper", "Quay Gazette"),
        ("A senior official", "The source", "senior official"),
    ],
)
def test_what_it_is_means_the_only_one_of_its_kind(first: str, short: str, who: str) -> None:
    assert last(f"{first} said rain fell.", "The pier was shut.", f"{short} {_TIDES}") == who


def test_of_two_who_may_be_called_so_nobody_is_meant() -> None:
    told = "Interior Minister Ana Ruiz said rain fell. Finance Minister Ben Oak said so too."
    assert last(told, f"The minister {_TIDES}") == "minister"
    kin = "Interior Minister Ana Ruiz said rain fell. Finance Minister Ben Ruiz said so too."
    assert last(kin, f"The minister {_TIDES}") == "minister"


@pytest.mark.parametrize(
    ("first", "short", "who"),
    [
        ("Interior Minister Ana Ruiz", "The finance minister", "finance minister"),
        ("Interior Minister Ana Ruiz", "A minister", "minister"),
        ("Ana Ruiz, a spokeswoman for the sheriff's office,", "The sheriff's office", "office"),
        ("Interior Minister Ana Ruiz", "The minister of Velm", "minister of Velm"),
        ("Reuters", "The newspaper", "newspaper"),
        ("AFP", "The agency", "agency"),
    ],
)
def test_another_is_not_the_one_who_was_told_of(first: str, short: str, who: str) -> None:
    said = last(f"{first} said rain fell.", f"{short} {_TIDES}")
    assert said.endswith(who)
    assert "Ruiz" not in said
    assert not {"Reuters", "AFP"} & set(said.split())
