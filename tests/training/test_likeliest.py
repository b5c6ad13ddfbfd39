"""The choice among the towns of a report is learned from which of them the record has."""

import pytest

pytest.importorskip("numpy")

from training.likeliest import choice, learned

from tests.extract.texts import document
from whence.extract.facts.site.likeliest import weights

TEXT = "TOLEDO, Ohio (AP) -- A man of Akron was shot in Lima, Ohio, on Monday. Lima police came."


def test_a_report_asks_to_choose_among_its_towns() -> None:
    made = choice(document(TEXT), frozenset({"lima"}))
    assert made is not None
    assert made.seen[made.right]["force"] == 1.0
    assert made.seen[made.right]["dateline"] == 0.0


def test_where_the_record_is_not_named_there_is_nothing_to_learn() -> None:
    assert choice(document(TEXT), frozenset({"qenlorva"})) is None


def test_the_file_has_a_weight_for_every_feature() -> None:
    made = choice(document(TEXT), frozenset({"lima"}))
    assert made is not None
    text = learned([[made]] * 10)
    assert all(f'"{name}": ' in text for name in made.seen[0])
    assert set(made.seen[0]) <= set(weights())
