"""Dates as ISO 8601 prefixes: what is not stated is left off, never guessed."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from whence.names.dateline import dateline

_ISO = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?"
    r"(?![\d-])"
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WRITTEN = re.compile(rf"(?:{_DAY}\s+{_MONTH}|{_MONTH.replace('month', 'm2')}\s+"
                      rf"{_DAY.replace('day', 'd2')}),?\s+{_YEAR}")  # fmt: skip
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[+-]\d{2}:?\d{2}")
_AROUND = frozenset(
    (
        "published", "posted", "updated", "last", "first", "modified", "date", "on", "at", "and",
        "the", "time", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "pst", "pdt", "ist", "am",
        "pm", "a", "m", "p", "z", "t", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
        "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    )
)  # fmt: skip


def iso_prefix(text: str) -> str | None:
    """Return the ISO 8601 prefix at the very start of ``text``, or None when there is none.

    "2021-11 (day not shown)" gives "2021-11"; "not shown (after 2021-11-08)" gives None. A day
    that the calendar lacks makes the whole no date.
    """
    found = _ISO.match(text.strip())
    if not found:
        return None
    year, month, day = (found[name] for name in ("year", "month", "day"))
    try:
        date(int(year), int(month or 1), int(day or 1))
        stated = "-".join(part for part in (year, month, day) if part)
        if found["time"] is None:
            return stated
        datetime.fromisoformat(f"{stated}T{found['time']}{found['zone'] or ''}")
    except ValueError:
        return None
    zone = found["zone"] or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{stated}T{found['time']}{zone}"


def written_date(text: str) -> str | None:
    """Return the ISO date of an English date ("Nov. 7, 2021", "7 November 2021") in ``text``."""
    found = _WRITTEN.search(text)
    if not found:
        return None
    name = (found["month"] or found["m2"]).lower()
    months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    if name == "sept":
        months = [9]
    if len(months) != 1:
        return None
    try:
        return date(int(found["year"]), months[0], int(found["day"] or found["d2"])).isoformat()
    except ValueError:
        return None


def _is_frame(text: str) -> bool:
    """Tell whether a text holds nothing but what stands around dates: "Published", times, days."""
    rest = _CLOCK.sub(" ", text)
    words = re.findall(r"[^\W\d_]+", rest.casefold())
    return not re.search(r"\d", rest) and all(word in _AROUND for word in words)


def date_line(text: str) -> str | None:
    """Return the date of a line that says nothing else ("Published: Nov. 7, 2021 at 10:15 GMT")."""
    if len(text) > 120:
        return None
    found = _WRITTEN.search(text) or re.search(r"[12]\d{3}-\d{2}-\d{2}(?:[T ][\d:.Z+-]+)?", text)
    if not found or not _is_frame(text[: found.start()]):
        return None
    rest = _WRITTEN.sub("", text[found.end() :])  # "Updated Nov. 8, 2021"
    if not _is_frame(rest):
        return None
    return iso_prefix(found.group()) or written_date(found.group())


def dateline_date(text: str) -> str | None:
    """Return the date in the dateline that opens a paragraph ("PLACE, March 11, 2025 (Agency) -").

    A dateline without a year gives None: the year is not guessed.
    """
    opening = dateline(text)
    return written_date(text[slice(*opening.day)]) if opening and opening.day else None


def any_date(text: str) -> str | None:
    """Return the date of a metadata field in ISO, mail (RFC 5322) or written English form."""
    if stated := iso_prefix(text):
        return stated
    try:
        return iso_prefix(parsedate_to_datetime(text.strip()).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return written_date(text)
