"""The one pattern that finds every date expression; its named groups tell the kinds apart."""

import re
from functools import cache

from whence.extract.time.holidays import holidays
from whence.extract.time.words import alternatives, words

_MARK = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_SHORT = r"\d\d(?=\s*(?:[\](),.;]|--|$))"
"""Two digits of a year, and the line goes no further: "22 MAR 90 ("."""
_TO = r"\s*(?:to|until|till|through|[-–—])\s*"


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of date expressions. Its first alternative that fits wins."""
    body = "|".join(f"(?:{kind})" for kind in (*_days(), *_weekdays(), *_stretches(), *_coarse()))
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w])", re.IGNORECASE)


def _month() -> str:
    return f"(?:{alternatives(words().months)})"


def _number() -> str:
    return rf"(?:\d{{1,3}}|{alternatives(words().numbers)})"


def _part() -> str:
    return f"(?:{alternatives(words().day_parts)})"


def _days() -> list[str]:
    """Return the patterns of days of a month, and of stretches of such days."""
    month, part = _month(), _part()
    of_year = rf"(?:,?[\s-]+(?P<%s>{_YEAR}|{_SHORT})|\s+(?:of\s+)?(?P<%s>last|this)\s+year)?"
    night = rf"(?:(?P<night>night\s+(?:of|between)(?:\s+the)?\s+)|(?:{part}\s+(?:of|on)\s+))?"
    spread = rf"(?:(?P<d0>\d{{1,2}}){_MARK}(?:{_TO}|\s+(?P<and>and|or)\s+))?"
    week = r"(?P<weekof>week\s+(?:of|starting|beginning)\s+)?"
    zones = alternatives(words().zones)
    return [
        rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)",
        rf"(?P<numeric>(?P<n1>\d{{1,2}})(?P<sign>[/.])(?P<n2>\d{{1,2}})(?P=sign)(?P<n3>{_YEAR}))",
        rf"(?P<clock>(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s*m\b\.?"
        rf"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?:\s+hours)?(?:\s+(?P<zone1>{zones})\b)?"
        rf"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?:\s+hours)?\s+(?P<zone2>{zones})\b"
        rf"|(?P<named>{alternatives(words().clocks)}))",
        rf"(?P<dmy>{week}{night}{spread}(?P<d1>\d{{1,2}}){_MARK}(?:\s+of)?[\s-]+(?P<m1>{month})\b\.?"
        rf"{of_year % ('y1', 'w1')})",
        rf"(?P<mdy>{week.replace('weekof', 'weekof2')}{night.replace('<night>', '<night2>')}"
        rf"(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}}){_MARK}(?![\d:.]*\d)"
        rf"(?:{_TO}(?P<d3>\d{{1,2}}){_MARK}(?![\d:.]*\d)(?!\s*(?:percent|per|%)))?"
        rf"{of_year % ('y2', 'w2')})",
    ]


def _weekdays() -> list[str]:
    """Return the patterns of days of the week and of days with a name of their own."""
    weekday = rf"(?:{alternatives(words().weekdays)})"
    short = rf"(?:{alternatives(words().short_weekdays)})(?=\.?,?\s+{_month()})\.?"
    part = _part()
    return [
        rf"(?P<weekago>(?:a|one)\s+week\s+ago\s+(?:on\s+)?(?P<wd3>today|{weekday}))",
        r"(?P<weekday>(?:(?P<which>early|late|last|next|this|this past|past|previous|following"
        r"|overnight\s+into|overnight)\s+)?(?:on\s+)?"
        rf"(?:(?P<night3>night\s+(?:of|between)\s+)|(?:the\s+)?{part}\s+(?:of|on)?\s*)?"
        rf"(?P<wd>{weekday}|{short})(?P<of>\s+before\s+last|\s+of\s+(?:last|this)\s+week)?"
        rf"(?:\s+(?:early\s+|late\s+)?{part})?(?:\s+\((?P<paren>[^()\n]{{3,20}})\))?)",
        r"(?P<holiday>(?:(?:the\s+)?(?:(?P<hfrom>day\s+before|day\s+after|night\s+before|eve\s+of)"
        r"|(?P<hday>first|second|third)\s+day\s+of)\s+(?:the\s+)?)?"
        rf"(?:(?P<y10>{_YEAR})(?:['’]s)?\s+)?(?P<hname>{alternatives(holidays().days)})"
        rf"(?:\s+(?P<hafter>weekend|eve))?)(?:,?\s+(?:of\s+)?(?P<y9>{_YEAR}))?",
    ]


def _stretches() -> list[str]:
    """Return the patterns of what is counted from another day."""
    number, units = _number(), r"hour|day|week|month|year|decade"
    return [
        rf"(?P<phrase>{alternatives(words().phrases)})",
        r"(?P<halfyear>half\s+a\s+year\s+ago)",
        rf"(?P<count>{number})\s+(?P<unit>{units})s?\s+"
        r"(?P<from>ago|earlier|later|(?:before|after)\s+(?:the|that|this|his|her|their)\s+\w+"
        r"|before)",
        rf"(?P<window>within|last|past|previous)\s+(?:the\s+)?(?:(?P<count2>{number})\s+)"
        rf"(?P<unit2>{units})s?",
        r"(?<=the )(?P<lone>last|past)\s+(?P<unit3>month|week|year)(?![\w’'])",
    ]


def _coarse() -> list[str]:
    """Return the patterns of months, seasons, years and their parts."""
    month = _month()
    part = rf"(?P<third%d>{alternatives(words().thirds)})[\s-]+(?:of\s+)?(?:the\s+)?"
    ordinal = alternatives(words().ordinals)
    before_month = _after(
        "in", "last", "since", "the", "this", "of", "by", "until", "from", "between", "to", "and",
        "or", "through", "during",
    )  # fmt: skip
    before_year = _after(
        "in", "since", "of", "by", "during", "throughout", "until", "after", "before", "from"
    )
    seasons = alternatives(words().seasons)
    known = _after("since the", "in the", "during the", "in", "since")
    thirds = "|".join(
        [
            rf"(?P<m5>{month})\b\.?(?:,?\s+(?P<y6>{_YEAR}))?(?!\s+\d)",
            r"(?P<thismonth>month)",
            r"(?P<t8>19|20)(?P<t9>\d0)s",
            rf"(?P<y7>{_YEAR})",
        ]
    )
    return [
        rf"(?P<nth>(?P<ordinal>{ordinal})\s+(?P<piece>week|half|quarter)\s+of\s+"
        rf"(?:(?P<m8>{month})\b\.?,?\s*)?(?P<y8>{_YEAR})?)",
        rf"(?P<third>{part % 1}(?:{thirds}))",
        rf"(?P<my>(?P<m3>{month})\.?,?\s+(?:of\s+)?(?:(?P<y3>{_YEAR})|(?P<w3>last|this)\s+year))",
        rf"(?P<month>(?:{before_month}|(?<=s ))(?P<m4>{month})\b\.?(?!\s+\d))",
        rf"(?P<season>(?P<s1>{seasons})\s+(?:of\s+)?(?P<y4>{_YEAR})"
        rf"|(?P<s2which>last|this)\s+(?P<s2>{seasons})|{known}(?P<s3>{seasons}))",
        rf"(?P<years>(?P<ya>{_YEAR}){_TO}(?P<yb>{_YEAR}))",
        r"(?P<decade>(?P<century>19|20)(?P<tens>\d0)s)",
        rf"(?:{before_year})(?P<y5>{_YEAR})(?![\d-])",
    ]


def _after(*before: str) -> str:
    return "(?:" + "|".join(f"(?<={word} )" for word in before) + ")"
