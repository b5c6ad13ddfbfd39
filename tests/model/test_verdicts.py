"""What stands behind the word of a verdict."""

import pytest

from whence.model.verdicts import argument


@pytest.mark.parametrize(
    ("verdict", "value"),
    [
        ("origin Ada  Marsh ", "Ada  Marsh"),
        ('corrected {"hedge": 1}', '{"hedge": 1}'),
        ("rejected", ""),
        ("", ""),
    ],
)
def test_a_value_is_all_that_follows_the_first_word(verdict: str, value: str) -> None:
    assert argument(verdict) == value
