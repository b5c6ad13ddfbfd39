"""Capitals that stand for those who govern there are not where the incident was."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sources said that Nairobi likely ordered the killing of the editor.", []),
        ("Nairobi denied that it was behind the bombing.", []),
        ("Nairobi arrests an officer over the bombing of a bus.", []),
        ("Nairobi blames rebels for the bomb. Nairobi's foreign ministry said so.", []),
        ("Nairobi calls the bombing a plot. Nairobi, too, had lost sailors in blasts.", []),
        ("A bomb went off in Nairobi. Nairobi's army came.", ["Nairobi"]),
        ("Nairobi bombed again: two people were killed.", ["Nairobi"]),
        ("A blast shook Nairobi. Nairobi condemned it.", ["Nairobi"]),
        # no other place is taken instead
        ("Nairobi denied a part in the bombing. A paper of London said so.", []),
    ],
)
def test_a_capital_that_acts_is_a_government(text: str, value: list[str]) -> None:
    assert read(text, "2020-03-04").values("place") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # who is examined, blamed or speaks
        ("Spies ask whether Kenya or Somalia stood behind the bomb. Kenya denied it. Kenya!", []),
        ("The bomb was the work of spies in conjunction with Kenya. Kenya and Kenya spoke.", []),
        ("A bomb killed ten in Kenya. Somalia denied a part. Somalia and Somalia's army.", "Kenya"),
    ],
)
def test_a_state_in_which_nothing_is_put_only_acts(text: str, value: str | list[str]) -> None:
    assert read(text, "2020-03-04").values("place") == ([value] if value else [])
