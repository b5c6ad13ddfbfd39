"""Capitals that stand for those who govern there are not where the incident was."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sources said that Nairobi likely ordered the killing of the editor.", []),
        ("Nairobi denied that it was behind the bombing.", []),
        ("Nairobi bombed again: two people were killed.", ["Nairobi"]),
        ("A blast shook Nairobi. Nairobi condemned it.", ["Nairobi"]),
        # no other place is taken instead
        ("Nairobi denied a part in the bombing. A paper of London said so.", []),
    ],
)
def test_a_capital_that_acts_is_a_government(text: str, value: list[str]) -> None:
    assert read(text, "2020-03-04").values("place") == value
