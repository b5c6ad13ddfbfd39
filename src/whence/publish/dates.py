"""How dates and times are written for readers."""

import re

from whence.model.iso import ends

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")


def date(iso: str | None) -> str:
    """Return an ISO prefix for readers ("8 Nov 2021, 14:00 UTC+3"); what is not known stays out.

    Of an interval ("2021-11-06/2021-11-07") what its two ends share is said once ("6–7 Nov 2021"),
    and an open end (".." in ISO 8601-2) is written as "since" or "until".
    """
    first, slash, last = (iso or "").replace("~", "").partition("/")
    if slash and _ISO.match(first) and _ISO.match(last):
        return _between(date(first), date(last))
    if slash and (_ISO.match(first) or _ISO.match(last)):
        return f"since {date(first)}" if _ISO.match(first) else f"until {date(last)}"
    match = _ISO.match(iso or "")
    if not match:
        return iso or "date not known"
    year, month, day, time, zone = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    written = f"{_MONTHS[int(month) - 1]} {year}"
    if day is not None:
        written = f"{int(day)} {written}"
    if time is not None:
        written = f"{written}, {time}{_zone(zone)}"
    return written


def _between(first: str, last: str) -> str:
    """Return two written dates as one range."""
    if first == last:
        return first
    mine, theirs = first.split(" "), last.split(" ")
    shared = 0
    while shared < min(len(mine), len(theirs)) - 1 and mine[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    if shared < 2 or len(mine) != len(theirs) or "," in first + last:
        return f"{first} – {last}"
    return f"{' '.join(mine[:-shared])}–{last}"


def dated(text: str) -> str:
    """Return ``text`` with every whole ISO date in it written for readers."""
    return _ISO_DAY.sub(lambda match: date(match.group()), text)


def _zone(zone: str | None) -> str:
    if zone is None:
        return " (zone not told)"
    if zone == "Z" or set(zone) <= set("+-0:"):
        return " UTC"
    hours, minutes = int(zone[1:3]), zone[-2:]
    return f" UTC{zone[0].replace('-', '−')}{hours}" + ("" if minutes == "00" else f":{minutes}")


def day(iso: str) -> str:
    """Return the day of a date (or the month, or the year, when that is all there is).

    Of an interval it is the first day, or the last where the first is open.
    """
    iso = next((end for end in ends(iso) if end), iso)
    match = _ISO.match(iso)
    return iso[: min(10, match.end())] if match else iso
