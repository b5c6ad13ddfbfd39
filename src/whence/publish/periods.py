"""When: an ISO 8601 prefix or interval as the first and the last day that it leaves open."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_PREFIX = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?\Z")


@dataclass(frozen=True)
class Period:
    """From the first to the last possible day, both included; the end never lies before."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it leaves open; 1 when the day is known."""
        return (self.end - self.start).days + 1

    @property
    def middle(self) -> date:
        """The day in its middle, the earlier of two."""
        return self.start + timedelta(days=(self.days - 1) // 2)


def period(iso: str | None) -> Period | None:
    """Return what "2021", "2021-11", "2021-11-08T09:30" or "2021-11-06/2021-11-07" leave open.

    None when it is no date, an interval with an open end, or one that ends before it starts. A
    mark that an end is vague ("~", ISO 8601-2) changes nothing here.
    """
    first, _, last = (iso or "").replace("~", "").partition("/")
    start, end = _bounds(first), _bounds(last or first)
    if start is None or end is None or end[1] < start[0]:
        return None
    return Period(start[0], end[1])


def _bounds(prefix: str) -> tuple[date, date] | None:
    match = _PREFIX.match(prefix)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is not None and month is not None and day is not None:
            return date(year, month, day), date(year, month, day)
        if year is not None and month is not None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    except ValueError:  # a month or a day that there is not
        return None
