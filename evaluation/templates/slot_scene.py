"""MUC-4's slots 2 and 3, when and where: how fills are read, and what an answer earns.

**DATE** is a day ("26 AUG 89"), a range ("15 JAN 90 - 18 JAN 90") or a day before or on which it
was ("- 26 AUG 89"). An answer is correct where it is the same as one of the alternatives. In the
score reports on tst3 every partial date was given by a person (IPA equals PAR in all seventeen); by
which rule is not told. Here a date is partial where both have the same last day, one of them open
towards the past, or where two closed spans share a day.

**LOCATION** is a state and names within it, each more precise, with its type in parentheses:
"EL SALVADOR: SAN SALVADOR (CITY): ESCALON (NEIGHBORHOOD)"; a dash stands between two names where it
was between two places. An answer is correct where state and names are those of an alternative
(types are left out: readers do not tell a town from a municipality), and partial where only the
state is the same. In the score reports wrong locations are few and nearly all partial ones were
given by the program, which fits that rule.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from whence.names.spelling import fold

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})[A-Z]*\s+(\d{{2}})"
_SPAN = re.compile(rf"(?P<open>-?)\s*{_DAY}(?:\s*-\s*{_DAY})?")
_TYPE = re.compile(r"\([^()]*\)")
_CENTURY = 1900


class Days(Struct, frozen=True, kw_only=True):
    """A span of days, both ends included; ``first`` is None where only the last is known."""

    first: date | None
    last: date


class Location(Struct, frozen=True, kw_only=True):
    """A state and the names within it, folded, without their order and types."""

    state: str
    names: frozenset[str] = frozenset()


def days_of(fill: str) -> Days | None:
    """Return the days of one fill, or None where it is none of the task's forms."""
    found = _SPAN.fullmatch(fill.strip(" ()?"))
    if found is None:
        return None
    _, *parts = found.groups()
    try:
        start = _date(parts[:3])
        end = _date(parts[3:]) if parts[3] else start
    except ValueError:  # a slip of the key: no such day
        return None
    return Days(first=None if found["open"] else start, last=end)


def days_held(value: str) -> Days:
    """Return the days of an ISO date or of a prefix of one."""
    year, month, day = (int(one) for one in (*value[:10].split("-"), "0", "0")[:3])
    if day:
        only = date(year, month, day)
        return Days(first=only, last=only)
    first, last = (month, month) if month else (1, 12)
    return Days(first=date(year, first, 1), last=date(year, last, monthrange(year, last)[1]))


def shown(days: Days) -> str:
    """Return days in the task's form."""
    last = _shown(days.last)
    if days.first is None:
        return f"- {last}"
    return last if days.first == days.last else f"{_shown(days.first)} - {last}"


def date_credit(alternatives: Sequence[str], answer: str) -> float:
    """Return 1, 0.5 or 0 for an answered date against the alternatives of a fill."""
    mine = days_of(answer)
    if mine is None:
        return 0.0
    return max((_days_credit(known, mine) for one in alternatives if (known := days_of(one))),
               default=0.0)  # fmt: skip


def location_of(fill: str) -> Location:
    """Return the state and the names of one fill."""
    state, *names = _TYPE.sub("", fill.strip(" ?")).strip("() ").split(":")
    parts = (part for name in names for part in name.split(" - "))
    return Location(state=fold(state).strip(), names=frozenset(filter(None, map(_plain, parts))))


def location_credit(alternatives: Sequence[str], answer: str) -> float:
    """Return 1, 0.5 or 0 for an answered location against the alternatives of a fill."""
    mine = location_of(answer)
    return max((_place_credit(location_of(one), mine) for one in alternatives), default=0.0)


def alternatives(value: str) -> tuple[str, ...]:
    """Return what may stand for a fill, parted by slashes that are not in parentheses."""
    found, depth = [""], 0
    for letter in value.lstrip("? "):
        depth += (letter == "(") - (letter == ")")
        if letter == "/" and not depth:
            found.append("")
        else:
            found[-1] += letter
    parts = (_bare(one.strip()) for one in found)
    return tuple(one for one in parts if one.strip("-* "))


def _bare(part: str) -> str:
    """Return an alternative without the parentheses that hold the whole of it."""
    if not (part.startswith("(") and part.endswith(")")):
        return part
    inner, depth = part[1:-1], 0
    for letter in inner:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return part
    return inner.strip()


def _days_credit(known: Days, mine: Days) -> float:
    if known == mine:
        return 1.0
    if known.first is None or mine.first is None:
        return 0.5 if known.last == mine.last else 0.0
    return 0.5 if known.first <= mine.last and mine.first <= known.last else 0.0


def _place_credit(known: Location, mine: Location) -> float:
    if known.state != mine.state:
        return 0.0
    return 1.0 if known.names == mine.names else 0.5


def _date(parts: Sequence[str]) -> date:
    day, month, year = parts
    return date(_CENTURY + int(year), MONTHS.index(month) + 1, int(day))


def _shown(day: date) -> str:
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year % 100:02}"


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))
