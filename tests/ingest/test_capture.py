"""The headers of a response: kept as they came, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.capture import kept_headers


def test_headers_keep_their_order_and_their_repetition() -> None:
    given = [("Via", "one"), ("Set-Cookie", "a=1"), ("SET-COOKIE", "b=2"), ("Age", " 3 ")]
    kept = (("via", "one"), ("set-cookie", "a=1"), ("set-cookie", "b=2"), ("age", "3"))
    assert kept_headers(given) == kept


def test_headers_without_end_are_bounded() -> None:
    assert len(kept_headers((f"x-{number}", "") for number in range(5_000))) == 100
    ((_, value),) = kept_headers([("x", "v" * 100_000)])
    assert len(value) == 4_096
    many = kept_headers((f"x-{number}", "v" * 4_000) for number in range(50))
    assert 7 <= len(many) <= 8


def test_what_would_break_a_record_open_is_taken_out() -> None:
    assert kept_headers([("a b", "1"), ("", "2"), ("x:y", "3"), ("ä", "4")]) == ()
    assert kept_headers([("x", "1\r\nWARC-Type: response")]) == (("x", "1 WARC-Type: response"),)


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=50)), max_size=20))
def test_kept_headers_can_be_written_and_kept_again(pairs: list[tuple[str, str]]) -> None:
    kept = kept_headers(pairs)
    assert kept_headers(kept) == kept
    assert all("\n" not in value and "\r" not in value for _, value in kept)
    for name, value in kept:
        assert name.isascii()
        value.encode("utf-8")
