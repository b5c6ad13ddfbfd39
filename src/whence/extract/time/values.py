"""What an expression means, counted from its anchor: an ISO prefix or an interval of such."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from whence.extract.time.days import last_weekday, make, months_back, shift, year_for
from whence.extract.time.expressions import Expression
from whence.extract.time.holidays import Holiday, beside, nearest, of_year
from whence.extract.time.words import Phrase
from whence.model.iso import ends, interval

_WEEK_SLACK = 3
"""Days on both sides of "three weeks ago" that the words may mean as well."""
_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_YEAR_THIRDS = {1: (1, 4), 2: (5, 8), 3: (9, 12)}
_DECADE_THIRDS = {1: (0, 3), 2: (4, 6), 3: (7, 9)}
_SEASON = 3
"""Months of a season."""


@dataclass(frozen=True, slots=True)
class Now:
    """What relative expressions count from: the anchor, its day, and the day last named."""

    anchor: str | None
    base: date | None
    story: date | None


def value(expression: Expression, now: Now) -> str:
    """Return the value of an expression, "" where the text does not tell."""
    own = _single(expression, now)
    if expression.until is not None:
        return _between(own, expression, now)
    if not own or not expression.bound:
        return own
    first, last = ends(own)
    return f"{first}/.." if expression.bound == "since" else f"../{last}"


def _single(expression: Expression, now: Now) -> str:
    match expression.kind:
        case "date":
            return _date(expression, now)
        case "holiday":
            return _holiday(expression, now)
        case "month" | "season":
            return _months(expression, now)
        case "year" | "decade":
            return _years(expression)
        case "weekday":
            return _weekday(expression, now)
        case "ago":
            return _ago(expression, now)
        case "window":
            return _window(expression, now)
        case _:
            return _phrase(expression, now)


def _between(first: str, expression: Expression, now: Now) -> str:
    """Return the stretch from one expression to another, "" when they do not make one."""
    until = expression.until
    last = _single(until, now) if until is not None else ""
    if until is not None and until.kind == "weekday" and expression.kind == "weekday" and last:
        start = _weekday(expression, Now(last, date.fromisoformat(last[:10]), None))
        first = start[:10]
    if not first or not last:
        return ""
    start, stop = first.partition("/")[0], last.rpartition("/")[2]
    if start[:7] > stop[:7] and expression.year is None and start[:4].isdigit():
        start = f"{int(start[:4]) - 1:04d}{start[4:]}"
    return interval(start, stop) if start[:10] <= stop[:10] else ""


def _night(day: date, expression: Expression) -> str:
    """Return a day as it is meant: with its time, with the morning after, or with its week."""
    if expression.night:
        return interval(day.isoformat(), (day + timedelta(days=1)).isoformat())
    if expression.week:
        monday = day - timedelta(days=day.weekday())
        return interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    return day.isoformat() + (f"T{expression.clock}" if expression.clock else "")


def _date(expression: Expression, now: Now) -> str:
    month, day = expression.month or 1, expression.day or 1
    year = expression.year
    if year is None and now.anchor:
        year = _told(expression, now) or year_for(month, day, now.anchor)
    found = make(year, month, day) if year else None
    other = _by_weekday(found, expression.weekday) if found else None
    if found and other and not (now.base and found <= now.base < other):
        return interval(*sorted((found.isoformat(), other.isoformat())))
    return _night(found, expression) if found else ""


def _by_weekday(found: date, weekday: int | None) -> date | None:
    """Return the day beside a date that has its weekday ("Friday, Dec. 3", which was a Saturday).

    One of the two is wrong, and nothing tells which.
    """
    beside = [day for days in (-1, 1) if (day := shift(found, days)) is not None]
    if weekday is None or found.weekday() == weekday:
        return None
    return next((day for day in beside if day.weekday() == weekday), None)


def _holiday(expression: Expression, now: Now) -> str:
    """Return the day of a holiday, a day beside it, or its weekend."""
    holiday = expression.holiday or Holiday()
    if expression.year:
        found = of_year(holiday, expression.year)
        days = found[0] if len(found) == 1 else None  # the moon's year may have it twice
    else:
        days = nearest(holiday, now.base) if now.base else None
    told = beside(holiday, days, expression.which) if days else None
    if told is None:
        return ""
    if told[0] == told[1]:
        return _night(told[0], expression)
    return interval(told[0].isoformat(), told[1].isoformat())


def _told(expression: Expression, now: Now) -> int | None:
    """Return the year of "3 May of last year"."""
    if expression.back is None or not (now.anchor or "")[:4].isdigit():
        return None
    return int((now.anchor or "")[:4]) - expression.back


def _months(expression: Expression, now: Now) -> str:
    month, year = expression.month or 1, expression.year
    anchor = now.anchor or ""
    if year is None and len(anchor) >= 7:
        year = _told(expression, now)
        if year is None:
            year = _year_of_month(expression, anchor)
    if year is None:
        return ""
    if expression.kind == "season":
        last = month + _SEASON - 1
        return f"{year:04d}-{month:02d}/{year + last // 13:04d}-{(last - 1) % 12 + 1:02d}"
    return _share_of_month(year, month, expression.share)


def _year_of_month(expression: Expression, anchor: str) -> int:
    year, month = int(anchor[:4]), expression.month or 1
    here = int(anchor[5:7])
    if expression.which == "next":
        return year + int(month < here)
    if expression.kind == "season":
        begun = month <= here
        over = month + _SEASON - 1 < here
        if expression.which == "last":
            return year - int(not over)
        return year - int(not begun and expression.which != "this")
    return year - int(month > here + 1)


def _share_of_month(year: int, month: int, share: str) -> str:
    if not share:
        return f"{year:04d}-{month:02d}"
    number, of = share.split("/")
    last = monthrange(year, month)[1]
    if of == "week":
        first = 7 * int(number) - 6
        return f"{year:04d}-{month:02d}-{first:02d}~/{year:04d}-{month:02d}-{first + 6:02d}~"
    begin, end = _THIRDS[int(number)]
    vague = ("" if begin == 1 else "~", "" if end > 20 else "~")
    return (
        f"{year:04d}-{month:02d}-{begin:02d}{vague[0]}"
        f"/{year:04d}-{month:02d}-{min(end, last):02d}{vague[1]}"
    )


def _years(expression: Expression) -> str:
    year = expression.year or 0
    share, _, of = expression.share.partition("/")
    if expression.kind == "decade":
        begin, end = _DECADE_THIRDS[int(share)] if share else (0, 9)
        vague = ("~" if begin else "", "~" if end < 9 else "")
        return f"{year + begin:04d}{vague[0]}/{year + end:04d}{vague[1]}"
    if not share:
        return f"{year:04d}"
    if of == "3":
        begin, end = _YEAR_THIRDS[int(share)]
        vague = ("~" if begin > 1 else "", "~" if end < 12 else "")
        return f"{year:04d}-{begin:02d}{vague[0]}/{year:04d}-{end:02d}{vague[1]}"
    length = 6 if of == "half" else 3
    last = length * int(share)
    return f"{year:04d}-{last - length + 1:02d}/{year:04d}-{last:02d}" if last <= 12 else ""


def _weekday(expression: Expression, now: Now) -> str:
    base, which = now.base, expression.which
    if base is None or expression.weekday is None:
        return ""
    if which in {"next", "following"}:
        found = shift(base, (expression.weekday - base.weekday()) % 7 or 7)
    elif which == "ahead":  # news calls its own day by its name
        found = shift(base, (expression.weekday - base.weekday()) % 7)
    elif which in {"of last week", "of this week"}:
        monday = base.toordinal() - base.weekday() - (7 if which == "of last week" else 0)
        found = date.fromordinal(monday + expression.weekday)
    else:
        strictly = which in {"last", "previous", "before last"}
        found = last_weekday(base, expression.weekday, strictly)
        if found and which in {"before last", "a week ago"}:
            found = shift(found, -7)
        if found and which == "overnight into":  # the day is that of its morning
            found = shift(found, -1)
    return _night(found, expression) if found else ""


def _ago(expression: Expression, now: Now) -> str:
    start = now.story if expression.story else now.base
    if start is None:
        return ""
    count = expression.count
    match expression.unit:
        case "hour":
            return _hours(expression, start)
        case "day":
            found = shift(start, count)
            return found.isoformat() if found else ""
        case "week":
            first = shift(start, 7 * count - _WEEK_SLACK)
            last = shift(start, 7 * count + _WEEK_SLACK)
            return f"{first}~/{last}~" if first and last else ""
        case "month":
            return months_back(start, -count)
        case _:
            year = start.year + count * (10 if expression.unit == "decade" else 1)
            return f"{year:04d}" if 0 < year < 10000 else ""


def _hours(expression: Expression, start: date) -> str:
    """Return the days of "36 hours ago": a few hours are within the day itself."""
    size = abs(expression.count)
    if expression.story or size < 6:
        return start.isoformat() if size < 6 and not expression.story else ""
    near, far = size // 24, -(-size // 24)
    return interval(
        (start - timedelta(days=far)).isoformat(), (start - timedelta(days=near)).isoformat()
    )


def _window(expression: Expression, now: Now) -> str:
    """Return the stretch that ends with a day ("the past two weeks") or starts with it."""
    start = (now.story or now.base) if expression.story else now.base
    if start is None:
        return ""
    count = expression.count
    match expression.unit:
        case "hour":
            other = shift(start, -(-abs(count) // 24) * (1 if count > 0 else -1))
        case "day" | "week":
            other = shift(start, count * (7 if expression.unit == "week" else 1))
        case "month":
            other = _months_on(start, count)
        case _:
            other = _months_on(start, count * (120 if expression.unit == "decade" else 12))
    if other is None:
        return ""
    return interval(min(start, other).isoformat(), max(start, other).isoformat())


def _months_on(start: date, count: int) -> date | None:
    index = start.year * 12 + start.month - 1 + count
    if not 12 <= index < 12 * 9999:
        return None
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _phrase(expression: Expression, now: Now) -> str:
    phrase = expression.phrase or Phrase()
    start = now.story if phrase.base == "story" else now.base
    if phrase.base == "story" and phrase.days < 0:
        start = start or now.base  # with no day named yet, it is the day of the telling
    if start is None:
        return ""
    if phrase.unit == "day":
        return _day(expression, phrase, start)
    if phrase.unit in {"week", "weekend"}:
        return _stretch(phrase, start)
    if phrase.unit == "month":
        month = months_back(start, phrase.back)
        if not expression.share:
            return month
        return _share_of_month(int(month[:4]), int(month[5:7]), expression.share)
    return f"{start.year - phrase.back:04d}"


def _day(expression: Expression, phrase: Phrase, start: date) -> str:
    found = shift(start, phrase.days)
    if found is None:
        return ""
    if phrase.night and not expression.clock:
        evening = shift(found, -1)
        return interval(evening.isoformat(), found.isoformat()) if evening else ""
    if phrase.night and expression.clock >= "12:00":
        found = shift(found, -1) or found
    return found.isoformat() + (f"T{expression.clock}" if expression.clock else "")


def _stretch(phrase: Phrase, start: date) -> str:
    """Return the days of a week (Monday to Sunday) or of a weekend."""
    if phrase.unit == "weekend":
        if phrase.back and start.weekday() > 4:  # said in a weekend, "last weekend" is another
            start = last_weekday(start, 4) or start
        last = last_weekday(start, 6)
        first = shift(last, -1) if last else None
        if start.weekday() == 5:
            first, last = start, shift(start, 1)
    else:
        first = shift(start, -start.weekday() - 7 * phrase.back)
        last = shift(first, 6) if first else None
        if phrase.running:
            last = start
    return interval(first.isoformat(), last.isoformat()) if first and last else ""
