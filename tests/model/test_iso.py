from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.iso import (
    days,
    earlier,
    ends,
    interval,
    is_prefix,
    known_end,
    order,
    same_day,
    within,
)

_STAMPS = st.sampled_from(
    ["2031", "2031-05", "2031-05-04", "2031-05-04T09:30", "2031-05-04T09:30+03:00",
     "2031-05-04T07:00Z", "2031-05-05", "2032", "2031-05-04T09:30+99:00"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2031-05-04", "2031-05-05", True),
        ("2031-05-05", "2031-05-04", False),
        ("2031-05", "2031-05-04", None),
        ("2031", "2032-01", True),
        ("2031-05-04T09:30", "2031-05-04T10:00", True),
        ("2031-05-04T09:30", "2031-05-04", None),
        ("2031-05-04T09:30+03:00", "2031-05-04T07:00+00:00", True),
        ("2031-05-04T09:30+03:00", "2031-05-04T06:30Z", None),
        ("2031-05-04T09:30+03:00", "2031-05-04T10:00", None),
        ("9999-12-31T23:30-05:00", "2031-05-04T10:00Z", False),
        ("0001-01-01T00:30+05:00", "2031-05-04T10:00Z", True),
    ],
)
def test_a_time_is_earlier_only_where_it_is_for_certain(
    left: str, right: str, expected: bool | None
) -> None:
    assert earlier(left, right) is expected


@given(_STAMPS, _STAMPS)
def test_earlier_is_antisymmetric(left: str, right: str) -> None:
    found = earlier(left, right)
    assert earlier(right, left) is (None if found is None else not found)


def test_same_day_goes_as_far_as_the_less_precise() -> None:
    assert same_day("2031-05", "2031-05-04T09:30")
    assert not same_day("2031-05-04", "2031-05-05")


def test_order_sorts_instants_with_different_offsets() -> None:
    stamps = ["2031-05-04T09:30+03:00", "2031-05-04T07:00Z", "2031-05", "2031-05-04", "2032"]
    assert sorted(stamps, key=order) == [
        "2031-05",
        "2031-05-04",
        "2031-05-04T09:30+03:00",
        "2031-05-04T07:00Z",
        "2032",
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2031-05-03/2031-05-04", "2031-05-05", True),
        ("2031-05-05", "2031-05-03/2031-05-04", False),
        ("2031-05-03/2031-05-04", "2031-05-04", None),
        ("2031-05-01~/2031-05-10~", "2031-05-11/2031-05-12", True),
        ("2031-05/..", "2031-06", None),
        ("2031-04", "2031-05/..", True),
        ("../2031-05-04", "2031-05-05", True),
        ("../2031-05-04", "2031-05-03", None),
    ],
)
def test_earlier_with_intervals(left: str, right: str, expected: bool | None) -> None:
    assert earlier(left, right) is expected
    assert earlier(right, left) is (None if expected is None else not expected)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("2031-05-04", "2031-05", True),
        ("2031-05-04T02:30", "2031-05-04", True),
        ("2031-05-04T02:30", "2031-05-04T02", True),
        ("2031-05-04T03:30", "2031-05-04T02", False),
        ("2031-05", "2031-05-04", False),
        ("2031-05-04", "2031-05-03/2031-05-04", True),
        ("2031-05-03/2031-05-04", "2031-05", True),
        ("2031-05-03/2031-05-04", "2031-05-04/2031-05-05", False),
        ("2031-05-04", "2031-05/..", True),
        ("2031-04-30", "../2031", True),
        ("unknown", "unknown", True),
        ("unknown", "2031", False),
    ],
)
def test_a_date_lies_within_another(inner: str, outer: str, expected: bool) -> None:
    assert within(inner, outer) is expected


def test_same_day_of_intervals_is_overlap() -> None:
    assert same_day("2031-05-03/2031-05-04", "2031-05-04T02:30")
    assert not same_day("2031-05-03/2031-05-04", "2031-05-05")
    assert not same_day("2031-05-03/2031-05-04", "unknown")


def test_days_of_years_months_and_open_ends() -> None:
    assert days("2031") == (date(2031, 1, 1), date(2031, 12, 31))
    assert days("2032-02") == (date(2032, 2, 1), date(2032, 2, 29))
    assert days("2031-05-04/..") == (date(2031, 5, 4), date.max)
    assert days("../2031-05-04") == (date.min, date(2031, 5, 4))
    assert days("some day") is None


def test_ends_and_intervals_are_made_and_read() -> None:
    assert interval("2031", "2031") == "2031"
    assert interval("2031", "2032") == "2031/2032"
    assert ends("2031-05-01/2031-05-10~") == ("2031-05-01", "2031-05-10")
    assert known_end("2031-05/..") == "2031-05"
    assert known_end("../2031-05") == "2031-05"
    assert known_end("2031-05/2031-06") == "2031-05/2031-06"


def test_order_puts_an_interval_behind_its_first_day() -> None:
    stamps = ["2031-05-04/2031-05-05", "2031-05-05", "2031-05-04", "../2031-05-03"]
    assert sorted(stamps, key=order) == [
        "../2031-05-03", "2031-05-04", "2031-05-04/2031-05-05", "2031-05-05"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031", True),
        ("2031-05", True),
        ("2031-05-08", True),
        ("2031-05-08T10", True),
        ("2031-05-08T10:00:05.25Z", True),
        ("2031-05-08T10:00+0300", True),
        ("20310508", False),
        ("2031-W05", False),
        ("2031-W05-1", False),
        ("2031-128", False),
        ("2031-05-08T1000", False),
        ("2031-05-08 10:00", False),
        ("2031-02-30", False),
        ("0000", False),
        ("2031-05/2031-06", False),
        ("２０３１", False),
        ("2031\n", False),
    ],
)
def test_a_prefix_is_written_in_one_way(text: str, expected: bool) -> None:
    assert is_prefix(text) is expected
