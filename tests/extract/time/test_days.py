from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whence.extract.time.days import last_weekday, months_back, shift, whole, year_for


def test_prefixes_that_are_no_days() -> None:
    assert whole("2020-05") is None
    assert whole("2020-13-40") is None
    assert whole(None) is None


def test_calendar_ends() -> None:
    assert shift(date.max, 1) is None
    assert months_back(date(1, 1, 1), 1) == ""


@given(st.dates(min_value=date(2, 1, 1)), st.integers(0, 6))
def test_last_weekday_is_at_most_a_week_back(day: date, weekday: int) -> None:
    found = last_weekday(day, weekday)
    strictly = last_weekday(day, weekday, strictly=True)
    assert found is not None
    assert strictly is not None
    assert found.weekday() == strictly.weekday() == weekday
    assert 0 <= (day - found).days <= 6
    assert 1 <= (day - strictly).days <= 7


def test_year_without_an_anchor_year() -> None:
    assert year_for(5, 3, "") is None
    assert year_for(12, 3, "2020-01") == 2019
