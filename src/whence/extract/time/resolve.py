"""From date expressions to ISO prefixes, dated from the anchor and from the story's own days."""

from dataclasses import replace
from datetime import date

from whence.extract.matching import tokens_before
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.time.anchor import Anchor
from whence.extract.time.days import (
    common,
    last_weekday,
    make,
    months_back,
    shift,
    whole,
    year_for,
)
from whence.extract.time.expressions import Expression, expressions
from whence.extract.time.words import Phrase, words
from whence.model.reading import Mention

_NEAR = 5
"""Tokens before a weekday within which a word tells that it is still to come."""
_STORY = 3
"""Days around the anchor within which a date named in the text dates the statement after it."""


def resolve(prose: Prose, anchor: Anchor, sourcing: Sourcing | None = None) -> tuple[Mention, ...]:
    """Resolve every date expression to an ISO prefix; "" where the text does not tell.

    Inside a quotation "last night" and its like count from the day of the statement: the day last
    named in the text before it, when that is within three days of the anchor, else the anchor.
    "Last night" is given the date of its morning.
    """
    story: date | None = None
    mentions: list[Mention] = []
    found = expressions(prose)
    for index in range(len(found)):
        expression = _ahead(prose, _meant(prose, found, index))
        base = whole(anchor.iso)
        if story and base and _quoted(prose, sourcing, expression):
            base = story if 0 <= (base - story).days <= _STORY else base
        value = _value(expression, anchor.iso, base, story)
        span = prose.span(expression.start, expression.end)
        mentions.append(Mention(kind="date", span=span, value=value))
        if expression.kind in {"date", "weekday", "phrase"}:
            story = whole(value) or story
    return tuple(mentions)


def _meant(prose: Prose, found: tuple[Expression, ...], index: int) -> Expression:
    """Return the expression, or for "the same day on November 7th" the date that says which day."""
    here = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if here.phrase is None or here.phrase.base != "story" or following is None:
        return here
    between = prose.text[here.end : following.start].strip(" ,")
    if following.kind != "date" or between not in {"", "on"}:
        return here
    return replace(following, start=here.start, end=here.end)


def _ahead(prose: Prose, expression: Expression) -> Expression:
    """Return a weekday that is still to come as "next": "results are expected on Friday"."""
    if expression.kind != "weekday" or expression.which in {"last", "previous"}:
        return expression
    sentence = prose.sentences[prose.sentence_at(expression.start)]
    before = [token.lower for token in tokens_before(sentence.tokens, expression.start, _NEAR)]
    return replace(expression, which="next") if words().ahead.intersection(before) else expression


def _quoted(prose: Prose, sourcing: Sourcing | None, expression: Expression) -> bool:
    if prose.quotation_at(expression.start) is not None:
        return True
    said = sourcing.at(expression.start, expression.end) if sourcing else None
    return said is not None and said.kind == "direct"


def _value(
    expression: Expression, anchor: str | None, base: date | None, story: date | None
) -> str:
    match expression.kind:
        case "date":
            return _date(expression, anchor)
        case "month":
            return _month(expression, anchor)
        case "year":
            return f"{expression.year:04d}"
        case "weekday":
            return _weekday(expression, base)
        case "ago":
            return _ago(expression, base, story)
        case _:
            return _phrase(expression.phrase or Phrase(), base, story)


def _date(expression: Expression, anchor: str | None) -> str:
    month, day = expression.month or 1, expression.day or 1
    year = expression.year
    if year is None and anchor:
        year = year_for(month, day, anchor)
    found = make(year, month, day) if year else None
    if found is None:
        return ""
    return found.isoformat() + (f"T{expression.clock}" if expression.clock else "")


def _month(expression: Expression, anchor: str | None) -> str:
    month = expression.month or 1
    year = expression.year
    if year is None and anchor and len(anchor) >= 7:
        year = int(anchor[:4]) - (1 if month > int(anchor[5:7]) + 1 else 0)
    return f"{year:04d}-{month:02d}" if year else ""


def _weekday(expression: Expression, base: date | None) -> str:
    if base is None or expression.weekday is None:
        return ""
    if expression.which in {"next", "following"}:
        ahead = (expression.weekday - base.weekday()) % 7 or 7
        found = shift(base, ahead)
    else:
        strictly = expression.which in {"last", "previous"}
        found = last_weekday(base, expression.weekday, strictly)
    return found.isoformat() if found else ""


def _ago(expression: Expression, base: date | None, story: date | None) -> str:
    start = story if expression.story and story else base
    if start is None or (expression.story and story is None):
        return ""
    match expression.unit:
        case "day":
            found = shift(start, expression.count)
            return found.isoformat() if found else ""
        case "week":
            found = shift(start, 7 * expression.count)
            return f"{found:%Y-%m}" if found else ""
        case "month":
            return months_back(start, -expression.count)
        case _:
            year = start.year + expression.count
            return f"{year:04d}" if 0 < year < 10000 else ""


def _phrase(phrase: Phrase, base: date | None, story: date | None) -> str:
    start = story if phrase.base == "story" else base
    if start is None:
        return ""
    if phrase.unit == "day":
        found = shift(start, phrase.days)
        return found.isoformat() if found else ""
    if phrase.unit in {"week", "weekend"}:
        return _stretch(phrase, start)
    if phrase.unit == "month":
        return months_back(start, phrase.back)
    return f"{start.year - phrase.back:04d}"


def _stretch(phrase: Phrase, start: date) -> str:
    """Return what the days of a week (Monday to Sunday) or a weekend have in common."""
    if phrase.unit == "weekend":
        sunday = last_weekday(start, 6)
        saturday = shift(sunday, -1) if sunday else None
        return common(saturday, sunday) if saturday and sunday else ""
    monday = shift(start, -start.weekday() - 7 * phrase.back)
    sunday = shift(monday, 6) if monday else None
    return common(monday, sunday) if monday and sunday else ""
