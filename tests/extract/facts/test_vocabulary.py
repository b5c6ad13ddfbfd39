"""The tables fit each other and the model."""

from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, is_people, numbers, weapon_of, weapons
from whence.model.vocabulary import load


def test_every_slot_of_the_tables_exists() -> None:
    slots = set(load("slots", dict[str, dict[str, object]]))
    assert set(casualties().verbs) - {"shot", "treated"} <= slots  # these are settled into two
    assert set(victim_words().harms) - {"shot", "critical"} <= slots
    assert {f"munitions_{name}" for name in weapons().munitions} <= slots


def test_words_are_in_lower_case_and_belong_to_one_weapon() -> None:
    words = [word for row in weapons().weapons.values() for word in row.words]
    assert len(words) == len(set(words)) == len(weapon_of())
    assert [word for word in words if word != word.casefold()] == []
    assert [word for word in casualties().people if word != word.casefold()] == []


def test_numbers_cover_one_to_ninety_nine() -> None:
    assert {numbers().cardinals[w] for w in ("one", "nineteen", "ninety")} == {1, 19, 90}


def test_no_ending_makes_people_of_what_are_none() -> None:
    assert is_people("smugglers")
    assert not any(map(is_people, ("likelier", "blunder", "blunders", "millimeters")))
