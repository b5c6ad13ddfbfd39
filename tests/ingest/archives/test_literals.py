"""Python literals are read as repr writes them, and nothing of them is run."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.archives.literals import read_literal

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(VALUES)
def test_what_repr_writes_is_read_back(value: object) -> None:
    assert read_literal(repr(value)) == value


def test_times_become_iso() -> None:
    at = datetime(2031, 11, 9, 7, 30, 0, 5, tzinfo=UTC)
    assert read_literal(repr(at)) == at.isoformat()
    assert read_literal(repr([at.date()])) == ["2031-11-09"]
    east = datetime(2031, 11, 9, 7, 30, tzinfo=timezone(timedelta(hours=2)))
    assert read_literal(repr({"at": east})) == {"at": "2031-11-09T07:30:00+02:00"}
    assert read_literal("datetime.datetime(2031, 1, 2, 3, 4, tzinfo=tzutc())") == (
        "2031-01-02T03:04:00+00:00"
    )


def test_calls_and_names_are_nothing() -> None:
    assert read_literal("[f(1, a=2), nan, -inf, (1, b'x'), {3}, {}]") == (
        [None, None, None, [1, "x"], [3], {}]
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "[1 2]", "{'a': }", "f(", "f(1 2)", "1 2", "'a", "<object at 0x7f>", "'\\xz'", "]",
        "'\\d'", "1 + 1", "[" * 100_000, "-" * 100_000, "9" * 10_000, "{'a': 1, 'b' 2}",
        "datetime.datetime(1, 2)", "datetime.datetime(2031, 13, 1)",
        "datetime.timedelta(days=99999999999)", "__import__('os').system('x')",
    ],
)  # fmt: skip
def test_what_is_no_literal_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_literal(text)


@given(st.text("'\"\\[]{}(),:=-b1.eadtimx \n"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_literal(text)
    except ValueError:
        return
