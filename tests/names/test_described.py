"""Descriptions: words without a name, of one somebody, of several, of one band."""

import pytest

from whence.names.described import is_a_band, is_several, is_unnamed


@pytest.mark.parametrize(
    ("words", "unnamed", "several", "band"),
    [
        ("extortion gang", True, False, True),
        ("gang of the docks", True, False, True),
        ("dismissed guard of the Reed Mine", True, False, False),
        ("dockside strikers", True, True, False),
        ("men of the Reed League", True, True, False),
        ("policemen", True, True, False),
        ("boss", True, False, False),
        ("Islamist group", False, False, True),
        ("Norway-backed militia", False, False, False),
        ("pro-Norway group", False, False, False),
    ],
)
def test_words_that_only_describe_somebody_name_nobody(
    words: str, unnamed: bool, several: bool, band: bool
) -> None:
    assert (is_unnamed(words), is_several(words), is_a_band(words)) == (unnamed, several, band)
