"""Days with a name become days of the calendar."""

from datetime import date

import pytest

from tests.extract.time.test_resolve import resolved
from whence.extract.time.holidays import holidays, of_year


def days(name: str, year: int) -> list[tuple[str, str]]:
    """Return the first and last day of a holiday in a year."""
    return [(str(first), str(last)) for first, last in of_year(holidays().days[name], year)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("memorial day", "2021-05-31"),
        ("labor day", "2021-09-06"),
        ("thanksgiving", "2021-11-25"),
        ("black friday", "2021-11-26"),
        ("mlk day", "2021-01-18"),
        ("easter", "2021-04-04"),
        ("good friday", "2021-04-02"),
        ("orthodox easter", "2021-05-02"),
    ],
)
def test_a_holiday_has_a_day_in_every_year(name: str, day: str) -> None:
    assert days(name, 2021) == [(day, day)]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("eid al-fitr", 2021, "2021-05-13"),
        ("eid al-fitr", 2023, "2023-04-21"),
        ("eid al-adha", 2017, "2017-09-01"),
        ("ashura", 2015, "2015-10-24"),
    ],
)
def test_a_day_of_the_moon_is_open_by_a_day(name: str, year: int, day: str) -> None:
    ((first, last),) = days(name, year)
    assert first <= day <= last
    assert (date.fromisoformat(last) - date.fromisoformat(first)).days <= 5


def test_a_short_year_of_the_moon_may_begin_its_feast_twice() -> None:
    assert [first for first, _ in days("eid al-fitr", 2000)] == ["2000-01-07", "2000-12-27"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned on Memorial Day.", "2021-05-31"),
        ("It burned over Labor Day weekend.", "2021-09-04/2021-09-06"),
        ("It burned on Thanksgiving.", "2020-11-26"),
        ("It burned the day after Thanksgiving.", "2020-11-27"),
        ("It burned on the eve of Halloween.", "2021-10-30"),
        ("It burned on Easter Sunday 2019.", "2019-04-21"),
        ("It burned in the 2019 Easter Sunday fire.", "2019-04-21"),
        ("It burned on Good Friday at 3 p.m.", "2021-04-02T15:00"),
        ("It burned on Eid.", "2021-07-19/2021-07-24"),
        ("It burned on the first day of Eid al-Fitr.", "2021-05-12/2021-05-14"),
        ("It burned on Christmas Eve.", "2020-12-24"),
        ("It burned on Friday, the day of the fair.", "2021-09-10"),
    ],
)
def test_a_holiday_is_read_from_the_day_of_publication(text: str, value: str) -> None:
    assert [found[1] for found in resolved(text, "2021-09-14")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement held.",
        "A Christmas market burned.",
        "The clerk Eid Marwan spoke.",
        "Ilo Christmas-Vale spoke.",
        "She gave thanks at thanksgiving.",
    ],
)
def test_what_is_named_after_a_holiday_is_not_of_its_day(text: str) -> None:
    assert resolved(text) == []


def test_a_holiday_without_a_year_and_without_an_anchor_has_no_day() -> None:
    assert resolved("It burned on Memorial Day.", None) == [("Memorial Day", "")]
