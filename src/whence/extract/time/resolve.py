"""From date expressions to ISO prefixes, dated from the anchor and from the story's own days."""

import re
from dataclasses import replace
from datetime import date, timedelta

from whence.extract.events import event_words
from whence.extract.matching import tokens_before
from whence.extract.prose import Prose, Token
from whence.extract.sourcing import Sourcing
from whence.extract.time.anchor import Anchor
from whence.extract.time.days import whole
from whence.extract.time.expressions import Expression
from whence.extract.time.joins import expressions, joined
from whence.extract.time.values import Now, value
from whence.extract.time.words import words
from whence.model.iso import ends, is_interval
from whence.model.reading import Mention

_NEAR = 5
"""Tokens before a weekday within which a word tells that it is still to come."""
_FAR = 12
"""The same where no other clause and no deed begins in between."""
_LATELY = 300
"""Characters before "two days after the vote" within which the vote was told of and dated."""
_COUNTED = re.compile(
    r"\b(?:before|after)\s+(?:the|that|this|his|her|their)\s+(?P<noun>\w+)$", re.I
)
_NEXT = re.compile(r"\s+[\w“\"‘]")
_LOCAL = re.compile(r",?\s{1,2}\(?local\s+time\b", re.IGNORECASE)
_STORY = 3
"""Days around the anchor within which a date named in the text dates the statement after it."""


_CLAUSES = frozenset(
    ("that", "who", "which", "after", "when", "where", "while", "because", "said", "and", "but")
)


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
        now = Now(anchor.iso, story if quoted and near else base, story)
        told = value(expression, now)
        if anchor.basis == "published" and base and _is_over_there(prose, expression, base):
            clock = f"T{expression.clock}" if expression.clock else ""
            told = (base + timedelta(days=1)).isoformat() + clock
            expression = replace(expression, end=_local_end(prose, expression))
        if _from_elsewhere(prose, expression):
            told = ""
        if quoted and not near and anchor.basis == "published" and _of_the_day(expression):
            told = _or_the_day_before(told)
        span = prose.span(expression.start, expression.end)
        mentions.append(Mention(kind="date", span=span, value=told))
        if expression.kind in {"date", "holiday", "weekday", "phrase"} and not expression.bound:
            story = whole(ends(told)[1]) or story
    return tuple(mentions)


def disagreeing(mention: Mention) -> bool:
    """Tell whether a date names a weekday that is not its own ("Friday, Dec. 3", a Saturday)."""
    told = next(iter(joined(mention.span.text)), None)
    if told is None or told.kind != "date" or not is_interval(mention.value):
        return False
    days = [day for end in ends(mention.value) if (day := whole(end)) is not None]
    named = [day for day in days if (day.month, day.day) == (told.month, told.day)]
    return told.weekday is not None and all(day.weekday() != told.weekday for day in named)


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


def _from_elsewhere(prose: Prose, expression: Expression) -> bool:
    """Tell whether a day is counted from something that the text has not told of.

    "A week after the kickoff", "two days before the city's fair": whose days nobody named.
    """
    if expression.kind != "ago" or not expression.story:
        return False
    words_of = prose.text[expression.start : expression.end]
    counted = _COUNTED.search(words_of)
    if counted is not None:
        noun = counted["noun"].casefold()
        lately = prose.text[max(0, expression.start - _LATELY) : expression.start].casefold()
        return noun not in event_words().incident_nouns and noun not in lately
    bare = words_of.casefold().endswith("before")
    return bare and _NEXT.match(prose.text, expression.end) is not None


def _ahead(prose: Prose, expression: Expression) -> Expression:
    """Return a weekday that is still to come as "ahead": "results are expected on Friday"."""
    if expression.kind != "weekday" or expression.which in {"last", "previous"}:
        return expression
    sentence = prose.sentences[prose.sentence_at(expression.start)]
    before = tokens_before(sentence.tokens, expression.start, _FAR)[::-1]
    for place, token in enumerate(before):
        due = token.lower == "set" and place and before[place - 1].lower in {"for", "to"}
        if due or token.lower in words().ahead or token.lower.endswith(("’ll", "'ll")):
            which = expression.which if expression.which == "next" else "ahead"
            return replace(expression, which=which)
        if place >= _NEAR - 1 and _begins_anew(token):
            break
    return expression


def _begins_anew(token: Token) -> bool:
    """Tell whether another clause or a deed begins: "will be charged over the raid on Monday"."""
    word = token.lower
    return (
        not word[:1].isalnum()
        or word in _CLAUSES
        or word in event_words().incident_nouns
        or word in words().violence
    )


def _is_over_there(prose: Prose, expression: Expression, base: date) -> bool:
    """Tell whether a weekday "local time" is the day after that of publication, elsewhere.

    What a page of Monday tells of "Tuesday local time" was not last week.
    """
    tomorrow = (base + timedelta(days=1)).weekday()
    if expression.kind != "weekday" or expression.weekday != tomorrow:
        return False
    if expression.which in {"last", "previous", "next", "following", "ahead"}:
        return False
    return _local_end(prose, expression) > 0


def _local_end(prose: Prose, expression: Expression) -> int:
    """Return where "local time" ends in or right behind an expression, 0 without it."""
    end = expression.end
    if "local time" in prose.text[expression.start : end].casefold():
        return end
    found = _LOCAL.match(prose.text, end)
    return found.end() if found else 0


def _quoted(prose: Prose, sourcing: Sourcing | None, expression: Expression) -> bool:
    if prose.quotation_at(expression.start) is not None:
        return True
    said = sourcing.at(expression.start, expression.end) if sourcing else None
    return said is not None and said.kind == "direct"
