"""Arithmetic on ISO prefixes: what is not known is left off, never guessed."""

from datetime import date, timedelta

AHEAD = 60
"""Days: a partial date further ahead of its anchor than this belongs to the year before."""


def whole(iso: str | None) -> date | None:
    """Return the day of an ISO prefix, or None when it is not precise to the day."""
    if iso is None or len(iso) < 10:
        return None
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def make(year: int, month: int, day: int) -> date | None:
    """Return the day, or None for a day that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(base: date, days: int) -> date | None:
    """Return ``base`` moved by ``days``, or None beyond the calendar."""
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return None


def months_back(base: date, count: int) -> str:
    """Return the month ``count`` months before ``base`` as an ISO prefix ("" before year 1)."""
    index = base.year * 12 + base.month - 1 - count
    return f"{index // 12:04d}-{index % 12 + 1:02d}" if index >= 12 else ""


def year_for(month: int, day: int | None, anchor: str) -> int | None:
    """Return the year of a date without one, seen from the anchor.

    News speaks of what has been: a date more than 60 days ahead of the anchor is last year's.
    """
    if len(anchor) < 4 or not anchor[:4].isdigit():
        return None
    year = int(anchor[:4])
    base = whole(anchor)
    if base is None:
        if len(anchor) >= 7 and anchor[5:7].isdigit() and month > int(anchor[5:7]) + 2:
            return year - 1
        return year
    found = make(year, month, day or 1)
    if found is not None and (found - base).days > AHEAD:
        return year - 1
    if found is not None and (base - found).days > 366 - AHEAD:
        return year + 1
    return year


def last_weekday(base: date, weekday: int, strictly: bool = False) -> date | None:
    """Return the latest such weekday up to ``base`` (before it when ``strictly``)."""
    back = (base.weekday() - weekday) % 7
    return shift(base, -(back or 7) if strictly else -back)
