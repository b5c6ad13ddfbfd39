"""Expressions that belong together: a day with its time, a weekday with its date, two ends."""

import re
from dataclasses import replace

from whence.extract.prose import Prose
from whence.extract.time.expressions import Expression, atoms
from whence.extract.time.words import alternatives, words

_REACH = 40
"""Code points between a day and its time of day at most."""
_LOOSE = r"(?:at|on|about|around|approximately|roughly|just|shortly|sometime|before|after|the)"
_TIME_FIRST = re.compile(
    rf",?\s*(?:in\s+the\s+\w+\s+)?(?:(?:{_LOOSE}|local\s+time|hours|E[SD]T|C[SD]T|P[SD]T|M[SD]T"
    r"|in\s+the\s+(?:morning|afternoon|evening)|early|late|(?:911\s+)?(?:call|report))[,\s]*)*$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf",?\s*(?:(?:{_LOOSE}|morning|afternoon|evening|night|early|late)[,\s]+)*$", re.IGNORECASE
)
_STRETCH = re.compile(r"\s*(?:to|until|till|through|into|[-–—])\s*$", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\s+or\s+$", re.IGNORECASE)
_BOTH = re.compile(r"\s+and\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.IGNORECASE)
_SAME_DATE = re.compile(r"(?:,?\s*(?:the\s+)?|\s*[,(]\s*)$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?P<word>since|until|till|before|after)\s+(?:the\s+)?$", re.IGNORECASE)
_HALVES = re.compile(r"\b(morning|afternoon|evening|night)\b", re.IGNORECASE)
_BESIDE = frozenset({"before", "after"})
_LIGHT = re.compile(r"(?:dawn|dusk)\b", re.IGNORECASE)
"""Where a day only begins or ends: "before dawn on Thursday" is on that Thursday."""
_OPEN = {"since": "since", "after": "since", "until": "until", "till": "until", "before": "until"}
_DAYS = frozenset({"date", "weekday", "holiday"})
_DAY_PHRASES = frozenset({"day"})


def expressions(prose: Prose) -> tuple[Expression, ...]:
    """Return the date expressions of a text in its order, joined where they are one.

    A time of day without a day beside it dates nothing and is left out.
    """
    return joined(prose.text)


def joined(text: str) -> tuple[Expression, ...]:
    """Return the joined expressions of a text."""
    found: list[Expression] = []
    for one in atoms(text):
        before = found[-1] if found else None
        between = text[before.end : one.start] if before is not None else ""
        both = _join(text, before, one, between) if before is not None else None
        if both is not None:
            found[-1] = both
        else:
            found.append(one)
    return tuple(_bounded(text, one) for one in found if one.kind != "clock")


def _join(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    """Return the two expressions as one, or None where they are two."""
    if len(between) > _REACH or "\n" in between:
        return None
    for way in (_timed, _dated, _stretched):
        both = way(text, left, right, between)
        if both is not None:
            return both
    return None


def _timeless(one: Expression) -> bool:
    """Tell whether an expression is a day that has no time of day yet."""
    if one.clock:
        return False
    day = one.phrase is not None and one.phrase.unit in _DAY_PHRASES and not one.story
    return one.kind in _DAYS or day


def _timed(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    if left.kind == "clock" and _timeless(right) and _TIME_FIRST.fullmatch(between):
        return replace(right, start=left.start, clock=_half(text, left, right))
    if right.kind == "clock" and _timeless(left) and _DAY_FIRST.fullmatch(between):
        return replace(left, end=right.end, clock=_half(text, right, left))
    return None


def _half(text: str, clock: Expression, day: Expression) -> str:
    """Return a time of day; "12:30 Saturday morning" and "9:30 Friday night" say which half."""
    told = re.search(r"\d{1,2}:\d\d$", text[clock.start : clock.end])
    part = _HALVES.search(text[day.start : day.end + 14])
    hour, minutes = int(clock.clock[:2]), clock.clock[2:]
    if told is None or part is None or hour > 12:
        return clock.clock
    name = part.group(1).casefold()
    late = name != "morning" and not (name == "night" and hour == 12)
    return f"{hour % 12 + 12 * late:02d}{minutes}"


def _dated(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    """Join "Sunday, Feb. 23" and "Feb. 23, a Sunday"-like pairs that name one day twice."""
    if left.kind != "weekday" or right.kind not in {"date", "holiday"} or right.until or left.until:
        return None
    if not _SAME_DATE.fullmatch(between) or right.weekday is not None:
        return None
    return replace(right, start=left.start, weekday=left.weekday, clock=left.clock or right.clock)


def _stretched(text: str, left: Expression, right: Expression, between: str) -> Expression | None:
    if left.until or right.until or left.clock or right.clock:
        return None
    kinds = {left.kind, right.kind}
    if not (kinds <= _DAYS or kinds == {"month"}):
        return None
    either = bool(_ALTERNATIVE.fullmatch(between))
    two = bool(_BOTH.fullmatch(between)) and (
        left.night or bool(_BETWEEN.search(text[max(0, left.start - 20) : left.start + 8]))
    )
    if not (either or two or _STRETCH.fullmatch(between)):
        return None
    if either and not (left.which in {"late", "early"} or right.which in {"late", "early"}):
        return None
    night = False if left.night else left.night
    return replace(left, end=right.end, night=night, until=right)


def _bounded(text: str, one: Expression) -> Expression:
    """Mark what has one end only: "since January", "until Tuesday", "before 1 September"."""
    if one.kind in {"ago", "window"} or one.until or one.clock:
        return one
    inside = re.match(r"since\s", text[one.start : one.end], re.IGNORECASE)
    word = _BOUND.search(text[max(0, one.start - 12) : one.start])
    if word is None and inside is None:
        return one
    if _dates_noun(text, one.end):
        return one
    bound = "since" if word is None else _OPEN[word.group("word").casefold()]
    beside = word is not None and word.group("word").casefold() in _BESIDE
    if beside and _LIGHT.match(text, one.start):
        return one
    return replace(one, bound=bound)


def _dates_noun(text: str, end: int) -> bool:
    """Tell whether a noun follows that an expression dates: "since Friday's vote"."""
    held = re.match(r"\s+([A-Z][a-z]+)", text[end : end + 12])
    if held is not None and held.group(1).casefold() in words().worship:
        return True  # "after Sunday Mass"
    after = re.match(r"['’]s|\s+[a-z]", text[end : end + 3])
    return after is not None and not _closed(text, end)


def _closed(text: str, end: int) -> bool:
    """Tell whether the words after an expression start a new phrase, not the noun that it dates."""
    after = re.match(rf"\s+({alternatives((*_STARTS, *words().numbers))})\b", text[end : end + 16])
    return after is not None


_STARTS = (
    "in", "on", "at", "the", "a", "no", "and", "or", "but", "he", "she", "they", "it", "we", "was",
    "were", "has", "have", "had", "is", "are", "for", "when", "to", "by", "with", "all",
)  # fmt: skip
