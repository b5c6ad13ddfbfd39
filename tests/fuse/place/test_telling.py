"""How often a text names a place, and whether a line starts with it."""

import pytest

from tests.fuse.making import said
from whence.fuse.place.telling import told


def times(name: str, text: str) -> int:
    return told([name], said("Paper 1", text).document).times


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Harrow mourned. HARROW police came to Harrow.", 3),
        ("A man was shot in Harrow Street, Harrow County.", 0),
        ("The harrow lay in the field.", 0),
        ("Harrowgate is another town.", 0),
    ],
)
def test_a_place_is_counted_as_it_is_written(text: str, count: int) -> None:
    assert times("Harrow", text) == count


def test_a_dateline_heads_a_text_and_a_sentence_does_not() -> None:
    dated = said("Paper 1", "Two are dead\n\nHARROW, Tex. (AP) - Two are dead.")
    plain = said("Paper 1", "Two are dead\n\nHarrow mourned two dead.")
    assert told(["Harrow"], dated.document).heads
    assert not told(["Harrow"], plain.document).heads
