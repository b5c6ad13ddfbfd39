"""Incomplete dates and stretches of time as ISO 8601 text: compared as they are, never filled up.

A value is a prefix ("2021", "2021-11", "2021-11-08T02:30") or an interval "first/last" of prefixes,
both ends inside; ".." is an open end, and "~" after an end says that it is vague (ISO 8601-2:2019).
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Final

WRITTEN: Final = "dates are written 2024, 2024-05, 2024-05-03 or 2024-05-03T12:00"
"""What to tell whoever writes a date otherwise."""
_PREFIX = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d([.,]\d{1,9})?)?)?(Z|[+-]\d\d(:?\d\d)?)?)?)?)?", re.ASCII
)
_WHOLE = "0001-01-01"
_DAY = len("2021-11-08")
_MONTH = len("2021-11")
_OPEN = ".."


def is_prefix(text: str) -> bool:
    """Tell whether a text is a prefix of a date on the calendar.

    Python reads more than this ("20240503", "2024-W05"), which compares wrongly as text.
    """
    if not _PREFIX.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text + _WHOLE[len(text) :])
    except ValueError:
        return False
    return True


def interval(first: str, last: str) -> str:
    """Return the interval between two prefixes, the prefix itself when they are one."""
    return first if first == last else f"{first}/{last}"


def ends(text: str) -> tuple[str, str]:
    """Return the first and the last prefix of a value, "" for an open end; both of a prefix."""
    first, slash, last = text.partition("/")
    kept = [end.removesuffix("~").replace(_OPEN, "") for end in (first, last if slash else first)]
    return kept[0], kept[1]


def known_end(text: str) -> str:
    """Return the end that is known of an interval with an open one; every other value as it is."""
    first, last = ends(text)
    return text if first and last else first or last


def is_interval(text: str) -> bool:
    """Tell whether a value is an interval with two ends."""
    return "/" in text


def days(text: str) -> tuple[date, date] | None:
    """Return the first and the last day that a value may mean; None where it is no date."""
    first, last = ends(text)
    try:
        return (_first(first) if first else date.min, _last(last) if last else date.max)
    except ValueError:
        return None


def within(inner: str, outer: str) -> bool:
    """Tell whether all of ``inner`` lies in ``outer``: it refines it or is the same.

    Of a moment that goes beyond the day, a moment is refined by its own prefix alone.
    """
    if not is_interval(outer) and len(outer) > _DAY:
        return inner.startswith(outer)
    mine, theirs = days(inner), days(outer)
    if mine is None or theirs is None:
        return inner == outer
    return theirs[0] <= mine[0] and mine[1] <= theirs[1]


def earlier(left: str, right: str) -> bool | None:
    """Tell whether ``left`` lies before ``right``; None when their precision does not tell.

    An interval lies before what its last end lies before. Times of day on one date are compared
    only when both carry them; with offsets on both sides they are compared as instants
    (ISO 8601-1:2019, 5.4).
    """
    if not (is_interval(left) or is_interval(right)):
        return _earlier(left, right)
    (first, last), (start, stop) = ends(left), ends(right)
    if last and start and _earlier(last, start):
        return True
    return False if stop and first and _earlier(stop, first) else None


def order(text: str) -> str:
    """Return a key that sorts values by time, instants with different offsets included.

    An interval comes after the prefix at which it starts; one without a start stands at its end.
    """
    if is_interval(text):
        first, last = ends(text)
        return f"{order(first or last)}/{order(last)}"
    moment = _instant(text)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f") if moment is not None else text


def same_day(left: str, right: str) -> bool:
    """Tell whether two values agree as far as the less precise of them goes; intervals overlap."""
    if is_interval(left) or is_interval(right):
        mine, theirs = days(left), days(right)
        if mine is None or theirs is None:
            return False
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]
    length = min(len(left), len(right), _DAY)
    return left[:length] == right[:length]


def _earlier(left: str, right: str) -> bool | None:
    mine, theirs = _instant(left), _instant(right)
    if mine is not None and theirs is not None:
        return None if mine == theirs else mine < theirs
    length = min(len(left), len(right), _DAY)
    if left[:length] != right[:length]:
        return left[:length] < right[:length]
    one, other = left[_DAY:], right[_DAY:]
    shared = min(len(one), len(other), len("T09:30"))
    if one[:shared] == other[:shared] or _offset(left) != _offset(right):
        return None
    return one[:shared] < other[:shared]


def _first(prefix: str) -> date:
    if len(prefix) < _MONTH:
        return date(int(prefix), 1, 1)
    return date.fromisoformat(prefix[:_DAY] if len(prefix) >= _DAY else f"{prefix[:_MONTH]}-01")


def _last(prefix: str) -> date:
    first = _first(prefix)
    if len(prefix) >= _DAY:
        return first
    month = first.month if len(prefix) >= _MONTH else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def _instant(text: str) -> datetime | None:
    """Return the moment as an instant in UTC when date, time and offset are all there."""
    if len(text) <= _DAY:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):  # the last evening of 9999 is no instant in the west
        return None


def _offset(text: str) -> bool:
    return _instant(text) is not None
