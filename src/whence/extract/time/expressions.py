"""Date expressions as they stand in the text, before anything is dated from an anchor."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from whence.extract.prose import Prose
from whence.extract.time.holidays import Holiday, holidays
from whence.extract.time.pattern import pattern
from whence.extract.time.words import Phrase, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression at [start, end) of the text with the parts that its words give.

    ``kind`` is one of date, holiday, month, season, year, decade, weekday, phrase, ago, window,
    clock. ``year`` is None where the words name none; ``back`` counts years back where they say
    "of last year". ``clock`` is "HH:MM", with "Z" where the words say so. For "ago" and "window"
    ``unit`` and ``count`` say how far, and ``story`` that it counts from the date last named
    ("two days earlier"). ``night`` takes the day with the morning after it, ``week`` the days of
    its week; ``share`` is the part of a month or year that is meant: "1/3" (the first third),
    "2/4". ``holiday`` is the day with a name that is meant, or (``which``) a day beside it.
    ``until`` is the other end of a stretch; ``bound`` ("since", "until") leaves one end open.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    back: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str = ""
    weekday: int | None = None
    which: str = ""
    phrase: Phrase | None = None
    unit: str = ""
    count: int = 0
    story: bool = False
    night: bool = False
    week: bool = False
    share: str = ""
    bound: str = ""
    holiday: Holiday | None = None
    until: "Expression | None" = None


_DURING = re.compile(
    r"\b(?:during|after|before|at|attended|attending)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def atoms(text: str) -> list[Expression]:
    """Return the single expressions of a text in its order. Linear in the text's length."""
    found = (_read(match) for match in pattern().finditer(text))
    return [expression for expression in found if expression is not None]


def partial_dates(text: str) -> tuple[Expression, ...]:
    """Return the expressions of ``text`` that name month and day but no year."""
    return tuple(e for e in atoms(text) if e.kind == "date" and e.year is None)


def named(prose_or_text: Prose | str, start: int, end: int) -> bool:
    """Tell whether what stands at [start, end) is part of a name ("Sunday Times").

    "During Sunday Mass" tells when.
    """
    text = prose_or_text if isinstance(prose_or_text, str) else prose_or_text.text
    after = re.match(r"\s+([A-Z]\w+)", text[end : end + 30])
    before = re.search(r"([A-Z]\w+)\s+$", text[max(0, start - 20) : start])
    held = after and after.group(1).casefold() in words().worship
    if held and _DURING.search(text, max(0, start - 20), start):
        return False
    return bool(
        (after and after.group(1).casefold() in words().names_after)
        or (before and before.group(1).casefold() in words().names_before)
    )


def _number(text: str) -> int:
    key = " ".join(text.casefold().split())
    return int(text) if text.isdigit() else words().numbers[key]


def _month(text: str) -> int:
    return words().months[text.casefold()]


def _year(text: str | None) -> int | None:
    """Read a year; two digits are of the last century from 40 on."""
    if not text:
        return None
    if len(text) == 4:
        return int(text)
    return (1900 if int(text) >= 40 else 2000) + int(text)


def _back(text: str | None) -> int | None:
    return None if not text else int(text.casefold() == "last")


def _read(match: re.Match[str]) -> Expression | None:
    part = match.groupdict()
    read = next((reader for group, reader in _READERS.items() if part[group]), _plain_year)
    found = read(part, Expression(start=match.start(), end=match.end(), kind=""), match)
    if found is not None and found.kind in {"date", "weekday", "holiday"}:
        return None if named(match.string, found.start, found.end) else found
    return found


_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
Reader = Callable[[dict[str, str], Expression, re.Match[str]], Expression | None]


def _iso(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    year, month, day = (int(number) for number in part["iso"].split("-"))
    return replace(bare, kind="date", year=year, month=month, day=day)


def _numeric(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression | None:
    """Read "12/24/2018" and "24.12.2018"; the month is left open where both may be it."""
    first, second, year = int(part["n1"]), int(part["n2"]), int(part["n3"])
    if part["sign"] == "." or first > 12:
        first, second = second, first
    elif second <= 12 and first != second:
        return None
    return replace(bare, kind="date", year=year, month=first, day=second)


def _clock(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression | None:
    if part["named"]:
        return replace(bare, kind="clock", clock=words().clocks[part["named"].casefold()])
    zone = part["zone1"] or part["zone2"] or ""
    mark = "Z" if zone.casefold() in {"gmt", "utc"} else ""
    if part["four"]:
        return replace(bare, kind="clock", clock=f"{part['four'][:2]}:{part['four'][2:]}{mark}")
    if part["hour24"]:
        time = f"{int(part['hour24']):02d}:{part['minute24']}{mark}"
        return replace(bare, kind="clock", clock=time)
    hour = int(part["hour"])
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if part["half"].casefold() == "p" else 0)
    return replace(bare, kind="clock", clock=f"{hour:02d}:{part['minute'] or '00'}")


def _day_first(part: dict[str, str], bare: Expression, match: re.Match[str]) -> Expression | None:
    year, back = _year(part["y1"]), _back(part["w1"])
    last = _dated(bare, (year, back), part["m1"], part["d1"])
    if last is None or not part["d0"]:
        return _marked(last, part["weekof"], part["night"])
    listed = (part["and"] or "").casefold() == "and"
    if listed and not _BETWEEN.search(match.string, 0, match.start("d0")):
        return replace(last, start=match.start("d1"))
    first = _dated(bare, (year, back), part["m1"], part["d0"])
    return None if first is None else replace(first, until=last)


def _month_first(part: dict[str, str], bare: Expression, match: re.Match[str]) -> Expression | None:
    year, back = _year(part["y2"]), _back(part["w2"])
    first = _dated(bare, (year, back), part["m2"], part["d2"])
    if first is None or not part["d3"]:
        return _marked(first, part["weekof2"], part["night2"])
    last = _dated(bare, (year, back), part["m2"], part["d3"])
    return None if last is None else replace(first, until=last)


def _dated(
    bare: Expression, when: tuple[int | None, int | None], month: str, day: str
) -> Expression | None:
    number = int(day)
    if not 1 <= number <= 31 or (month.islower() and month in {"may", "march", "mar"}):
        return None
    year, back = when
    return replace(bare, kind="date", year=year, back=back, month=_month(month), day=number)


def _marked(found: Expression | None, week: str | None, night: str | None) -> Expression | None:
    return found and replace(found, week=bool(week), night=bool(night))


def _week_ago(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    name = part["wd3"].casefold()
    if name == "today":
        return replace(bare, kind="ago", unit="day", count=-7)
    return replace(bare, kind="weekday", weekday=words().weekdays[name], which="a week ago")


def _on_weekday(part: dict[str, str], bare: Expression, match: re.Match[str]) -> Expression | None:
    name = part["wd"]
    if name.islower():
        return None
    table = {**words().short_weekdays, **words().weekdays}
    weekday = table[name.casefold().rstrip(".")]
    which = " ".join((part["of"] or part["which"] or "").casefold().split())
    if which == "following" and not _THE.search(match.string[: match.start()][-5:]):
        which = ""  # "held following Friday's raid"
        bare = replace(bare, start=match.start("which") + len("following") + 1)
    night = bool(part["night3"]) or which in {"overnight", "overnight into"}
    end, paren = bare.end, part["paren"]
    inside = partial_dates(paren) if paren else ()
    if paren and not inside:
        end = match.start("paren") - 1
        end -= len(match.string[bare.start : end]) - len(match.string[bare.start : end].rstrip())
    bare = replace(bare, end=end, weekday=weekday)
    if inside:
        return replace(bare, kind="date", month=inside[0].month, day=inside[0].day)
    return replace(bare, kind="weekday", which=which, night=night)


def _holiday(part: dict[str, str], bare: Expression, match: re.Match[str]) -> Expression | None:
    name = " ".join(part["hname"].casefold().split())
    if part["hname"].islower() or _only_named(match, name):
        return None
    day, year = holidays().days[name], _year(part["y10"] or part["y9"])
    beside = " ".join((part["hfrom"] or part["hafter"] or part["hday"] or "").casefold().split())
    if day.fixed and not beside:
        return replace(bare, kind="date", year=year, month=day.month, day=day.day)
    return replace(bare, kind="holiday", holiday=day, year=year, which=beside)


_AFTER_NAME = re.compile(r"(?P<joined>-[A-Z])|\s+(?P<word>\w+)")
_NEARBY = 20
"""Characters beside a holiday in which the words stand that make it a name."""
_BEFORE_NAME = re.compile(r"(?:^|[a-z,.]\s|\b(?:On|The|During|Since|Before|After|For|Over)\s)\s*\Z")


def _only_named(match: re.Match[str], name: str) -> bool:
    """Tell whether something is only named after a holiday ("Christmas market", "Eid Marwan")."""
    text, start, end = match.string, match.start("hname"), match.end("hname")
    after = _AFTER_NAME.match(text[end : end + _NEARBY])
    word = (after["word"] or "") if after else ""
    if name == "eid" and (
        word[:1].isupper() or not _BEFORE_NAME.search(text[max(0, start - _NEARBY) : start])
    ):
        return True
    things = holidays().named_after
    known = things[""] | things.get(name, frozenset())
    return bool(after and after["joined"]) or word.casefold() in known


def _phrase(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    key = " ".join(part["phrase"].casefold().split())
    return replace(bare, kind="phrase", phrase=words().phrases[key])


def _half_year(_: dict[str, str], bare: Expression, __: re.Match[str]) -> Expression:
    return replace(bare, kind="ago", unit="month", count=-6)


def _ago(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    word = part["from"].casefold()
    sign = 1 if word.startswith(("later", "after")) else -1
    return replace(
        bare,
        kind="ago",
        unit=part["unit"].casefold(),
        count=sign * _number(part["count"]),
        story=word != "ago",
    )


def _window(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    count, unit = _number(part["count2"]), part["unit2"].casefold()
    ahead = part["window"].casefold() == "within"
    return replace(bare, kind="window", unit=unit, count=count if ahead else -count, story=ahead)


def _lone(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    return replace(bare, kind="window", unit=part["unit3"].casefold(), count=-1)


def _nth(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression | None:
    number = words().ordinals[part["ordinal"].casefold()]
    piece = part["piece"].casefold()
    year = _year(part["y8"])
    if piece == "week":
        month = _month(part["m8"]) if part["m8"] else None
        share = f"{number}/week"
        return (month and replace(bare, kind="month", month=month, year=year, share=share)) or None
    if part["m8"] or year is None:
        return None
    return replace(bare, kind="year", year=year, share=f"{number}/{piece}")


def _third(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression | None:
    share = f"{words().thirds[' '.join(part['third1'].casefold().split())]}/3"
    if part["m5"]:
        if part["m5"].islower() and part["m5"] in {"may", "march", "mar"}:
            return None
        year = _year(part["y6"])
        return replace(bare, kind="month", month=_month(part["m5"]), year=year, share=share)
    if part["thismonth"]:
        return replace(bare, kind="phrase", phrase=Phrase(unit="month"), share=share)
    if part["t9"]:
        year = int(part["t8"]) * 100 + int(part["t9"])
        return replace(bare, kind="decade", year=year, share=share)
    return replace(bare, kind="year", year=_year(part["y7"]), share=share)


def _month_of_year(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    month, back = _month(part["m3"]), _back(part["w3"])
    return replace(bare, kind="month", month=month, year=_year(part["y3"]), back=back)


def _lone_month(part: dict[str, str], bare: Expression, match: re.Match[str]) -> Expression | None:
    """Read a month alone, but no verb, no march, and nobody called April or May."""
    word = part["m4"]
    verb = word.casefold() in {"may", "march", "mar"}
    before = match.string[max(0, bare.start - 5) : bare.start].casefold()
    loose = before.endswith((" and ", " to ", " or ", " by "))
    name = re.match(r"\s+[A-Z][a-z]+", match.string[bare.end : bare.end + 20])
    if word.islower() or (verb and (word.isupper() or loose)) or (name and loose):
        return None
    return replace(bare, kind="month", month=_month(word))


def _season(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression | None:
    """Read a season; with a capital and without a year it is as likely a name."""
    name = part["s1"] or part["s2"] or part["s3"]
    if not part["s1"] and not name.islower():
        return None
    month, year = words().seasons[name.casefold()], _year(part["y4"])
    which = (part["s2which"] or "").casefold()
    return replace(bare, kind="season", month=month, year=year, which=which)


def _years(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    last = replace(bare, kind="year", year=int(part["yb"]))
    return replace(bare, kind="year", year=int(part["ya"]), until=last)


def _decade(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    return replace(bare, kind="decade", year=int(part["century"]) * 100 + int(part["tens"]))


def _plain_year(part: dict[str, str], bare: Expression, _: re.Match[str]) -> Expression:
    return replace(bare, kind="year", year=int(part["y5"]))


_READERS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "clock": _clock,
    "dmy": _day_first,
    "mdy": _month_first,
    "weekago": _week_ago,
    "weekday": _on_weekday,
    "holiday": _holiday,
    "phrase": _phrase,
    "halfyear": _half_year,
    "unit": _ago,
    "window": _window,
    "lone": _lone,
    "nth": _nth,
    "third": _third,
    "my": _month_of_year,
    "m4": _lone_month,
    "season": _season,
    "years": _years,
    "decade": _decade,
}
