"""Dates as ISO prefixes, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.dates import any_date, date_line, iso_prefix


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2031", "2031"),
        ("2031-11", "2031-11"),
        ("2031-11-09", "2031-11-09"),
        ("2031-11 (undated in extract)", "2031-11"),
        ("2031-11-09 or just after", "2031-11-09"),
        (" 2031-11-09T07:30+03:00", "2031-11-09T07:30+03:00"),
        ("2031-11-09T07:30:15Z", "2031-11-09T07:30:15Z"),
        ("2031-11-09 07:30:15.250 +0300", "2031-11-09T07:30:15+03:00"),
        ("2031-11-09T07:30", "2031-11-09T07:30"),
        ("not shown (after 2031-11-08)", None),
        ("undated", None),
        ("", None),
        ("2031-13", None),
        ("2031-02-30", None),
        ("2031-11-09T27:30", None),
        ("20311109", None),
        ("2031-11-9", None),
        ("0031-11-09", None),
        ("about 2031", None),
    ],
)
def test_a_leading_iso_prefix_or_nothing(text: str, date: str | None) -> None:
    assert iso_prefix(text) == date


@given(st.datetimes(), st.sampled_from(["", "Z", "+03:00", "-0530"]))
def test_what_python_writes_is_read_back_to_the_second(moment: object, zone: str) -> None:
    stated = str(moment)[:19] + zone
    expected = stated.replace(" ", "T").replace("-0530", "-05:30")
    assert iso_prefix(stated) == (expected if stated[0] in "12" else None)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Friday, January 4, 2031", "2031-01-04"),
        ("Published: Nov. 9, 2031 at 10:15 GMT", "2031-11-09"),
        ("Last updated on 9th November 2031", "2031-11-09"),
        ("Posted 9 Sept 2031", "2031-09-09"),
        ("Published Nov 9, 2031 | Updated Nov 10, 2031", "2031-11-09"),
        ("2031-11-09 10:15", "2031-11-09T10:15"),
        ("The boats burned on November 9, 2031.", None),
        ("Ma 9, 2031", None),
        ("February 30, 2031", None),
        ("09/11/2031", None),
        ("November 2031", None),
    ],
)
def test_date_lines_say_nothing_but_the_date(line: str, date: str | None) -> None:
    assert date_line(line) == date


def test_dates_of_mail_and_meta_tags() -> None:
    assert any_date("Sun, 09 Nov 2031 07:30:00 +0300") == "2031-11-09T07:30:00+03:00"
    assert any_date("November 9, 2031") == "2031-11-09"
    assert any_date("soon") is None


def test_years_that_no_report_has_are_no_dates_in_any_form() -> None:
    assert any_date("Fri, 31 Dec 9999 23:59:59 +0000") is None
    assert any_date("9999-12-31T23:59:59+00:00") is None
    assert any_date("Mon, 01 Jan 0001 00:00:00 +0000") == "2001-01-01T00:00:00+00:00"
