"""The words for dates, and the one pattern that finds every date expression."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load


class Phrase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a fixed phrase means: whole days from a base day, or a longer stretch of time."""

    days: int = 0
    night: bool = False
    base: Literal["day", "story"] = "day"
    unit: Literal["day", "week", "weekend", "month", "year"] = "day"
    back: int = 0


class TimeWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/time.yaml``."""

    months: dict[str, int]
    weekdays: dict[str, int]
    phrases: dict[str, Phrase]
    numbers: dict[str, int]
    titles: list[str]
    terms_in_office: list[str]
    not_in_office: list[str]
    ahead: frozenset[str]


@cache
def words() -> TimeWords:
    """Return the table of date words."""
    return load("time", TimeWords, LEXICON)


def _alternatives(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of date expressions; its named groups tell the kinds apart."""
    table = words()
    month = f"(?:{_alternatives(list(table.months))})"
    weekday = f"(?:{_alternatives(list(table.weekdays))})"
    number = f"(?:\\d{{1,3}}|{_alternatives(list(table.numbers))})"
    mark = r"(?:st|nd|rd|th)?"
    year = r"(?:19|20)\d\d"
    short = (
        r"\d\d(?=\s*(?:[\](),.;]|--|$))"  # "22 MAR 90 (": two digits, and the line goes no further
    )
    clock = (
        r"(?:(?:(?:at|around|about)\s+)?(?P<clock>\d{1,2}[:.]?\d{2})"
        r"\s*(?:hours\s+)?local\s+time\s+(?:on\s+)?)?"
    )
    day_first = (
        rf"(?P<dmy>(?P<d1>\d{{1,2}}){mark}(?:\s+of)?[\s-]+(?P<m1>{month})\b\.?"
        rf"(?:,?[\s-]+(?P<y1>{year}|{short}))?)"
    )
    month_first = (
        rf"(?P<mdy>(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}}){mark}(?![\d:.]*\d)"
        rf"(?:,?\s+(?P<y2>{year}))?)"
    )
    on_weekday = (
        r"(?P<weekday>(?:(?P<which>early|late|last|next|this|previous|following)\s+)?(?:on\s+)?"
        rf"(?P<wd>{weekday})(?:\s+(?:morning|afternoon|evening|night))?"
        r"(?:\s+\((?P<paren>[^()\n]{3,20})\))?)"
    )
    before_month = "|".join(
        f"(?<={word} )" for word in ("in", "last", "since", "the", "this", "of")
    )
    before_year = "|".join(f"(?<={word} )" for word in ("in", "since", "of", "by", "during"))
    kinds = [
        rf"(?P<iso>{year}-[01]\d-[0-3]\d)",
        f"{clock}(?:{day_first}|{month_first})",
        rf"(?P<my>(?P<m3>{month})\.?,?\s+(?:of\s+)?(?P<y3>{year}))",
        on_weekday,
        rf"(?P<phrase>{_alternatives(list(table.phrases))})",
        rf"(?P<count>{number})\s+(?P<unit>day|week|month|year)s?\s+"
        r"(?P<from>ago|earlier|before|later)",
        rf"(?P<month>(?:{before_month}|(?<=s ))(?P<m4>{month})\b\.?(?!\s+\d))",
        rf"(?:{before_year})(?P<y5>{year})(?![\d-])",
    ]
    body = "|".join(f"(?:{kind})" for kind in kinds)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w])", re.IGNORECASE)
