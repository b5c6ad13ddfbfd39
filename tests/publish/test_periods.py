from datetime import date

import pytest

from whence.publish.dates import date as written
from whence.publish.periods import period


@pytest.mark.parametrize(
    ("iso", "start", "end", "days"),
    [
        ("2031", "2031-01-01", "2031-12-31", 365),
        ("2028-02", "2028-02-01", "2028-02-29", 29),
        ("2031-03-04", "2031-03-04", "2031-03-04", 1),
        ("2031-03-04T09:30+03:00", "2031-03-04", "2031-03-04", 1),
        ("2031-03-03/2031-03-04", "2031-03-03", "2031-03-04", 2),
        ("2031-02/2031-03", "2031-02-01", "2031-03-31", 59),
        ("2031-03-03~/2031-03-04", "2031-03-03", "2031-03-04", 2),
        ("2031-03-03T22:00/2031-03-04T02:00", "2031-03-03", "2031-03-04", 2),
    ],
)
def test_a_prefix_or_interval_leaves_these_days_open(
    iso: str, start: str, end: str, days: int
) -> None:
    found = period(iso)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat(), found.days) == (start, end, days)


@pytest.mark.parametrize(
    "iso",
    [None, "", "soon", "2031-13", "2031-02-30", "2031-03-04/2031-03-03", "2031-03-04/..", "/2"],
)
def test_what_is_no_date_gives_no_period(iso: str | None) -> None:
    assert period(iso) is None


def test_the_middle_of_two_days_is_the_earlier() -> None:
    even, odd = period("2031-03-03/2031-03-04"), period("2031-03-03/2031-03-05")
    assert even is not None
    assert odd is not None
    assert (even.middle, odd.middle) == (date(2031, 3, 3), date(2031, 3, 4))


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2031-03-03/2031-03-04", "3–4 Mar 2031"),
        ("2031-03-31/2031-04-01", "31 Mar 2031 – 1 Apr 2031"),
        ("2030-12-31/2031-01-01", "31 Dec 2030 – 1 Jan 2031"),
        ("2031-03/2031-04", "Mar 2031 – Apr 2031"),
        ("2031-03-03/2031-03-03", "3 Mar 2031"),
        ("2031-03-03T22:00Z/2031-03-04T02:00Z", "3 Mar 2031, 22:00 UTC – 4 Mar 2031, 02:00 UTC"),
        ("2031-03-03/..", "since 3 Mar 2031"),
        ("../2031-03-03", "until 3 Mar 2031"),
        ("2031-03-03~/2031-03-04~", "3–4 Mar 2031"),
    ],
)
def test_an_interval_is_written_with_what_its_ends_share_said_once(iso: str, told: str) -> None:
    assert written(iso) == told
