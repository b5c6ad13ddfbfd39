"""Descriptions: words without a name, of one somebody or of several."""

import pytest

from whence.names.described import is_one, is_unnamed


@pytest.mark.parametrize(
    ("words", "unnamed", "one"),
    [
        ("extortion gang", True, True),
        ("dismissed guard of the Reed Mine", True, True),
        ("dockside strikers", True, False),
        ("men of the Reed League", True, False),
        ("policemen", True, False),
        ("boss", True, True),
        ("Islamist group", False, True),
        ("Norway-backed militia", False, False),
        ("pro-Norway group", False, False),
    ],
)
def test_descriptions(words: str, unnamed: bool, one: bool) -> None:
    assert (is_unnamed(words), is_one(words)) == (unnamed, one)
