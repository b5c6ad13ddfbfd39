"""Date expressions as they stand in the text, before anything is dated from an anchor."""

import re
from dataclasses import dataclass

from whence.extract.prose import Prose
from whence.extract.time.words import Phrase, pattern, words


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at [start, end) of the text with the parts that its words give.

    ``kind`` is one of date, month, year, weekday, phrase, ago. ``year`` is None where the words
    name none. ``clock`` is "HH:MM" local time. For "ago" ``unit`` and ``count`` say how far, and
    ``story`` that it counts from the date last named ("two days earlier").
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str = ""
    weekday: int | None = None
    which: str = ""
    phrase: Phrase | None = None
    unit: str = ""
    count: int = 0
    story: bool = False


def expressions(prose: Prose) -> tuple[Expression, ...]:
    """Return the date expressions of the text in its order. Linear in the text's length."""
    found = (_read(match) for match in pattern().finditer(prose.text))
    return tuple(expression for expression in found if expression is not None)


def partial_dates(text: str) -> tuple[Expression, ...]:
    """Return the expressions of ``text`` that name month and day but no year."""
    found = (_read(match) for match in pattern().finditer(text))
    return tuple(e for e in found if e is not None and e.kind == "date" and e.year is None)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else words().numbers[text.casefold()]


def _month(text: str) -> int:
    return words().months[text.casefold()]


def _clock(text: str | None) -> str:
    digits = re.sub(r"\D", "", text or "").zfill(4)
    valid = bool(text) and int(digits[:2]) < 24 and int(digits[2:]) < 60
    return f"{digits[:2]}:{digits[2:]}" if valid else ""


def _year(text: str | None) -> int | None:
    """Read a year; two digits are of the last century from 40 on."""
    if not text:
        return None
    if len(text) == 4:
        return int(text)
    return (1900 if int(text) >= 40 else 2000) + int(text)


def _read(match: re.Match[str]) -> Expression | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(number) for number in part["iso"].split("-"))
        return Expression(match.start(), match.end(), "date", year, month, day)
    if part["dmy"]:
        return _dated(match, part["y1"], part["m1"], part["d1"])
    if part["mdy"]:
        return _dated(match, part["y2"], part["m2"], part["d2"])
    if part["my"]:
        month = _month(part["m3"])
        return Expression(match.start(), match.end(), "month", int(part["y3"]), month)
    if part["wd"]:
        return _on_weekday(match)
    if part["phrase"]:
        key = " ".join(part["phrase"].casefold().split())
        return Expression(match.start(), match.end(), "phrase", phrase=words().phrases[key])
    return _rest(match)


def _dated(match: re.Match[str], year: str | None, month: str, day: str) -> Expression | None:
    number = int(day)
    if not 1 <= number <= 31 or (month.islower() and month in {"may", "march", "mar"}):
        return None
    clock = _clock(match.group("clock"))
    start, end = match.start(), match.end()
    return Expression(start, end, "date", _year(year), _month(month), number, clock)


def _on_weekday(match: re.Match[str]) -> Expression | None:
    name = match.group("wd")
    if name.islower():
        return None
    weekday = words().weekdays[name.casefold()]
    which = (match.group("which") or "").casefold()
    start, end = match.start(), match.end()
    paren = match.group("paren")
    inside = partial_dates(paren) if paren else ()
    if paren and not inside:
        end = match.start("paren") - 1
        end -= len(match.string[start:end]) - len(match.string[start:end].rstrip())
    if inside:
        month, day = inside[0].month, inside[0].day
        return Expression(start, end, "date", month=month, day=day, weekday=weekday)
    return Expression(start, end, "weekday", weekday=weekday, which=which)


def _rest(match: re.Match[str]) -> Expression | None:
    part = match.groupdict()
    if part["unit"]:
        anchor_word = part["from"].casefold()
        sign = 1 if anchor_word == "later" else -1
        return Expression(
            match.start(),
            match.end(),
            "ago",
            unit=part["unit"].casefold(),
            count=sign * _number(part["count"]),
            story=anchor_word != "ago",
        )
    if part["m4"]:
        if part["m4"].islower() or _is_verb(match):
            return None
        return Expression(match.start(), match.end(), "month", month=_month(part["m4"]))
    return Expression(match.start(), match.end(), "year", int(part["y5"]))


def _is_verb(match: re.Match[str]) -> bool:
    """Tell whether "May" or "March" in capitals only is the verb (old wires)."""
    word = match.group("m4")
    return word.isupper() and word.casefold() in {"may", "march", "mar"}
