"""From date expressions to ISO prefixes, dated from the anchor and from the story's own days."""

from dataclasses import replace
from datetime import date, timedelta

from whence.extract.matching import tokens_before
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.time.anchor import Anchor
from whence.extract.time.days import whole
from whence.extract.time.expressions import Expression
from whence.extract.time.joins import expressions
from whence.extract.time.values import Now, value
from whence.extract.time.words import words
from whence.model.iso import ends
from whence.model.reading import Mention

_NEAR = 5
"""Tokens before a weekday within which a word tells that it is still to come."""
_STORY = 3
"""Days around the anchor within which a date named in the text dates the statement after it."""


def resolve(prose: Prose, anchor: Anchor, sourcing: Sourcing | None = None) -> tuple[Mention, ...]:
    """Resolve every date expression to an ISO prefix or interval; "" where the text does not tell.

    Inside a quotation "last night" and its like count from the day of the statement: the day last
    named in the text before it, when that is within three days of the anchor, else the anchor.
    Where that is the day of publication, the words may have been said the day before: both days
    are left open. "Last night" is the evening before and the morning of that day.
    """
    story: date | None = None
    mentions: list[Mention] = []
    found = expressions(prose)
    for index in range(len(found)):
        expression = _ahead(prose, _meant(prose, found, index))
        base = whole(anchor.iso)
        quoted = _quoted(prose, sourcing, expression)
        near = story and base and 0 <= (base - story).days <= _STORY
        told = value(expression, Now(anchor.iso, story if quoted and near else base, story))
        if quoted and not near and anchor.basis == "published" and _of_the_day(expression):
            told = _or_the_day_before(told)
        span = prose.span(expression.start, expression.end)
        mentions.append(Mention(kind="date", span=span, value=told))
        if expression.kind in {"date", "weekday", "phrase"} and not expression.bound:
            story = whole(ends(told)[1]) or story
    return tuple(mentions)


def _of_the_day(expression: Expression) -> bool:
    """Tell whether an expression counts from the day on which it is said ("today")."""
    phrase = expression.phrase
    return phrase is not None and (phrase.base, phrase.unit, phrase.night) == ("day", "day", False)


def _or_the_day_before(told: str) -> str:
    day = whole(told)
    return f"{(day - timedelta(days=1)).isoformat()}/{told}" if day is not None else told


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
