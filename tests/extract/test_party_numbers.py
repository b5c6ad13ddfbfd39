"""Numbers and brackets as parts of the names of parties."""

import pytest

from tests.extract.test_parties import kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army blamed the 14th Front for it.", "14th Front"),
        ("The 3rd Reed Brigade denied it.", "3rd Reed Brigade"),
        ("They met Unit 512 there.", "Unit 512"),
        ("The Reed Front (Independent) denied it.", "Reed Front (Independent)"),
        ("The Reed Fighters (Tavin group) denied it.", "Reed Fighters (Tavin group)"),
    ],
)  # fmt: skip
def test_numbers_and_brackets_are_parts_of_names(text: str, name: str) -> None:
    assert name in kinds(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Reed Front 12 fighters lost.", "Reed Front"),
        ("The Reed Tide Front (RTF) denied it.", "Reed Tide Front"),
        ("It was the 4th attack by the Reed Front.", "Reed Front"),
    ],
)
def test_counts_and_initials_are_none(text: str, name: str) -> None:
    found = kinds(text)
    assert name in found
    assert not any("12" in one or "(" in one or "4th" in one for one in found)


def test_a_militia_that_is_somebodys_takes_up_no_group_named_before() -> None:
    text = "The Reed Front said the Governor's militia had killed five."
    assert kinds(text) == {"Reed Front": "group"}


def test_a_country_is_part_of_a_name_that_groups_of_several_bear() -> None:
    assert "Pakistani Taliban" in kinds("They met the Pakistani Taliban there.")
