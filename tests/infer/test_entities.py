"""Names and other mentions, by heads set by hand."""

from pathlib import Path

from tests.infer.hand import Given, by_hand
from whence.infer.entities import entities

TEXT = "Ana Ruiz of the Reed League fled Ostermouth with 12 rifles on Monday"
GIVEN = {
    "person": ["ana ruiz"],
    "armed_group": ["reed league"],
    "place": ["ostermouth"],
    "number": ["12"],
    "weapon": ["rifles"],
    "date": ["monday"],
}


def test_mentions_come_with_their_kind_in_the_order_of_the_text(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given(entities=GIVEN))
    text = model.encode(TEXT)
    found = entities(model, text)
    assert [(TEXT[slice(*text.chars(start, end))], kind) for start, end, kind in found] == [
        ("Ana Ruiz", "person"), ("Reed League", "armed_group"), ("Ostermouth", "place"),
        ("12", "number"), ("rifles", "weapon"), ("Monday", "date"),
    ]  # fmt: skip


def test_the_tuned_bias_moves_every_kind_against_none(tmp_path: Path) -> None:
    shy = by_hand(tmp_path, TEXT, Given(entities=GIVEN, settings={"entity_bias": -15.0}))
    assert entities(shy, shy.encode(TEXT)) == []


def test_asking_twice_gives_the_same(tmp_path: Path) -> None:
    model = by_hand(tmp_path, TEXT, Given(entities=GIVEN, settings={"entity_bias": 1.0}))
    text = model.encode(TEXT)
    assert entities(model, text) == entities(model, text)
