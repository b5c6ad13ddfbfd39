"""Days with a name: which day of the calendar "Memorial Day" or "Eid al-Fitr" was."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.time.days import AHEAD, make, shift
from whence.model.vocabulary import load

_LATELY = 45
"""Days within which a day of the Islamic year is rather the last one than the next."""
_SEEN = 1
"""Days by which a month may begin earlier or later where the moon decides."""
_EPOCH = 227_014
"""Ordinal of the day before the first of the Islamic calendar (16 July 622, Julian)."""
_WEEKENDS = {0: (-2, 0), 1: (-3, 0), 3: (0, 3), 4: (0, 2), 5: (0, 1), 6: (-1, 0)}
"""First and last day of the weekend that goes with a day, by its weekday; in mid-week none does."""
_FROM_FIRST = {
    **{"day before": -1, "night before": -1, "eve of": -1, "eve": -1},
    **{"first": 0, "second": 1, "third": 2},
}

Days = tuple[date, date]


class Holiday(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a day is found in a year (see ``lexicon/holidays.yaml``)."""

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    orthodox: bool = False
    islamic: tuple[tuple[int, int, int], ...] = ()
    after: int = 0

    @property
    def fixed(self) -> bool:
        """Whether it has one month and day in every year."""
        return not (self.nth or self.easter is not None or self.islamic or self.after)


class HolidayWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/holidays.yaml``."""

    days: dict[str, Holiday]
    named_after: dict[str, frozenset[str]]
    on_the_day: frozenset[str]
    beside_the_day: frozenset[str]


@cache
def holidays() -> HolidayWords:
    """Return the table of days with a name."""
    return load("holidays", HolidayWords, LEXICON)


def only_holiday(words: str) -> bool:
    """Tell whether a date names a holiday and nothing else: no day beside it, weekday or time."""
    plain = " ".join(words.casefold().split())
    return plain.removesuffix(" weekend").removesuffix(" eve") in holidays().days


def of_year(holiday: Holiday, year: int) -> list[Days]:
    """Return when a holiday may be in a year; one of the moon's is in some years twice."""
    if not 1 < year < 9000:
        return []
    if holiday.islamic:
        return sorted(days for days in _moons(holiday, year) if days[0].year == year)
    day = _of_year(holiday, year)
    day = shift(day, holiday.after) if day else None
    return [(day, day)] if day else []


def _moons(holiday: Holiday, year: int) -> Iterator[Days]:
    """Yield the days around a year, with a day more on both sides where the moon may decide."""
    islamic = (year - 622) * 33 // 32
    for month, day, lasts in holiday.islamic:
        for one in range(islamic - 1, islamic + 3):
            first = _islamic(one, month, day)
            yield first - timedelta(days=_SEEN), first + timedelta(days=lasts - 1 + _SEEN)


def nearest(holiday: Holiday, base: date) -> Days | None:
    """Return when a holiday was, seen from a day: news speaks of what has been."""
    found = [days for year in (-1, 0, 1) for days in of_year(holiday, base.year + year)]
    gone = [days for days in found if days[0] <= base]
    if holiday.islamic and gone and (base - gone[-1][1]).days <= _LATELY:
        return gone[-1]
    near = [days for days in found if (days[0] - base).days <= AHEAD]
    return near[-1] if near else None


def beside(holiday: Holiday, days: Days, which: str) -> Days | None:
    """Return the days that words beside a holiday make of it ("the first day of", "weekend")."""
    if which == "weekend":
        return _weekend(days)
    open_by = 2 * _SEEN if holiday.islamic else 0
    if which in _FROM_FIRST:
        first = shift(days[0], _FROM_FIRST[which])
        last = shift(days[0], _FROM_FIRST[which] + open_by)
    elif which == "day after":
        first, last = shift(days[1], 1 - open_by), shift(days[1], 1)
    else:
        return days
    return (first, last) if first and last else None


def _weekend(days: Days) -> Days | None:
    """Return the weekend that goes with a holiday ("Memorial Day weekend")."""
    reach = _WEEKENDS.get(days[0].weekday()) if days[0] == days[1] else None
    if reach is None:
        return None
    first, last = shift(days[0], reach[0]), shift(days[0], reach[1])
    return (first, last) if first and last else None


def _of_year(holiday: Holiday, year: int) -> date | None:
    if holiday.easter is not None:
        return shift(_easter(year, holiday.orthodox), holiday.easter)
    if not holiday.nth:
        return make(year, holiday.month, holiday.day)
    if holiday.nth < 0:
        last = date(year, holiday.month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - holiday.weekday) % 7)
    first = date(year, holiday.month, 1)
    ahead = (holiday.weekday - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (holiday.nth - 1))


def _easter(year: int, orthodox: bool) -> date:
    """Return Easter Sunday in the calendar of today (the rules of Meeus for both churches)."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        julian = date(year, days // 31, days % 31 + 1)
        return julian + timedelta(days=year // 100 - year // 400 - 2)
    golden, century, rest = year % 19, year // 100, year % 100
    shifted = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shifted + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    days = moon + week - 7 * late + 114
    return date(year, days // 31, days % 31 + 1)


def _islamic(year: int, month: int, day: int) -> date:
    """Return a day of the Islamic calendar by its arithmetic, which the moon may miss by a day."""
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_EPOCH + days)
