"""When a document was out."""

import pytest

from tests.trace.making import document


@pytest.mark.parametrize(
    ("published", "moment", "out"),
    [
        ("2031-05-06T19:00+02:00", None, True),
        ("2031-05-06T19:00+02:00", "2031-05-06", True),
        ("2031-05-06T19:00+02:00", "2031-05", True),
        ("2031-05-06T19:00+02:00", "2031-05-05", False),
        ("2031-05", "2031-05-05", True),
        (None, "2031-05-05", True),
    ],
)
def test_a_document_is_out_unless_it_came_later(
    published: str | None, moment: str | None, out: bool
) -> None:
    assert document("Quay News", "The barge burned.", published).out_by(moment) is out
