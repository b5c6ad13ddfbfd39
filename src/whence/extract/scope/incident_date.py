"""Which of the dates in a text is the incident's own."""

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.possessives import owner
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.scope.aftermath import aftermath
from whence.extract.scope.another import joins_another, of_another
from whence.extract.scope.dated import counted_from, tie
from whence.extract.scope.dating import EVENT, UNTOLD
from whence.extract.scope.years import had_been
from whence.extract.time.anchor import Anchor
from whence.extract.time.days import whole
from whence.extract.time.holidays import holidays, only_holiday
from whence.extract.time.words import words
from whence.model.iso import days, ends, is_interval, within
from whence.model.reading import Mention

_LEAD = 5
"""Sentences of the text that count as its lead."""
_FAR = 25
"""Tokens from a date within which the event that it dates is looked for."""
_OBJECT = 5
"""Tokens before a date that "condemned the deadly attack on" takes at most."""
_FOR = 4
"""Tokens before a stretch within which "for at least the" stands."""
_OLD = 60
"""Days before the anchor from which a date is hardly the day of the news."""
_WIDEST = 31
"""Days of the widest stretch that may date an incident."""
_BESIDE = 4
"""Dates behind one among which the event's own is looked for."""
_LEAST = 1.0
"""Weight from which a date is taken for the incident's."""
_ECHO = 0.3
"""Share of a mention's weight that a further mention of the same day adds."""
_ECHOES = 2
"""Further mentions that count: a text names its own day again and again."""

_COUNTED = re.compile(r"\b(?:before|after)\s+(?:the|that|this|his|her|their)\s+\w+$", re.IGNORECASE)
_AS_OF = re.compile(r"(?<![\w-])(?:as of|by|until|till)\s+(?:early |late |mid-?)?$", re.IGNORECASE)
_ON_A_DAY = re.compile(r"\bof (?-i:[A-Z])", re.IGNORECASE)
_OWNED = re.compile(r"['’]")
_NEARBY = 16
"""Characters before a date within which "as of early" stands."""
_OPENS = re.compile(r"\)\s*(?:--|[–—]|- )")
_RECALLED = 14
"""Days before the fresh day that the lead gives from which a date is of an earlier event."""
_NEWS = 7
"""Days for which news is fresh."""
_FIRM = 3.5
"""Weight of a date in the lead that an event word ties to the event."""
_DAY_NAMES = ("day", "eve", "night", "weekend")

Weighed = tuple[float, Mention]


def incident_date(prose: Prose, dates: tuple[Mention, ...], anchor: Anchor) -> Mention | None:
    """Return the date mention that dates the incident, or None where none does for certain.

    Each mention weighs by the words that tie it to the event (``dated.tie``), by where it stands
    and by how precise it is; mentions of one day add up, and a stretch or month stands behind
    the days within it. The weights are elicited and tuned on development data.
    """
    starts = [sentence.start for sentence in prose.sentences]
    base = whole(anchor.iso)
    weighed: list[Weighed] = []
    fresh: date | None = None
    for place, mention in enumerate(dates):
        if anchor.basis == "dateline" and any(mention.span.overlap(s) for s in anchor.spans):
            continue
        if counted_from(prose, mention) is not None or _of_the_page(prose, mention):
            continue
        if _as_of(prose, mention) or _COUNTED.search(mention.span.text):
            continue  # "five days after the vote": counted from what is no event of this sort
        index = max(0, bisect_right(starts, mention.span.start) - 1)
        sentence = prose.sentences[index]
        weight = _weight(sentence, mention, index, base)
        if weight > 0 and aftermath(sentence, mention, dates[place + 1 : place + 1 + _BESIDE]):
            continue
        if weight <= 0 or (index > _LEAD and _recalled(mention, fresh)):
            continue
        weighed.append((weight, mention))
        if index <= _LEAD and weight >= _FIRM and _is_news(mention, base):
            fresh = _last(mention)
    return _strongest(weighed)


def _is_news(mention: Mention, base: date | None) -> bool:
    """Tell whether a date is of the days right before the report, and named by itself."""
    last = _last(mention)
    return bool(base and last and (base - last).days <= _NEWS) and not _of_the_story(mention)


def _recalled(mention: Mention, fresh: date | None) -> bool:
    """Tell whether a date behind a lead of fresh news is of an earlier event: what it recalls."""
    last = _last(mention)
    return bool(fresh and last and (fresh - last).days > _RECALLED)


def _last(mention: Mention) -> date | None:
    """Return the last day that a date may mean."""
    told = days(mention.value)
    return told[1] if told else None


def _as_of(prose: Prose, mention: Mention) -> bool:
    """Tell whether a date says up to when something is known: "five dead as of Monday night".

    "Wounded by Sunday's blast" is another "by".
    """
    start, end = mention.span.start, mention.span.end
    owned = _OWNED.match(prose.text, end) or _OWNED.search(mention.span.text[-2:])
    return _AS_OF.search(prose.text[max(0, start - _NEARBY) : start]) is not None and not owned


def _of_the_page(prose: Prose, mention: Mention) -> bool:
    """Tell whether a date stands in brackets before the dash that opens a report: its own day."""
    before = prose.text[: mention.span.start].endswith("(")
    return before and _OPENS.match(prose.text, mention.span.end) is not None


def _strongest(weighed: list[Weighed]) -> Mention | None:
    """Return the best mention of the value with most behind it."""
    groups: dict[str, list[Weighed]] = defaultdict(list)
    for weight, mention in weighed:
        groups[_day(begun(mention.value))].append((weight, mention))
    totals = {
        key: _total(sorted((w for w, _ in rows), reverse=True)) for key, rows in groups.items()
    }
    behind = {
        key: total
        + sum(_ECHO * other for wide, other in totals.items() if wide != key and within(key, wide))
        for key, total in totals.items()
    }
    best = max(behind, key=lambda key: behind[key], default=None)
    if best is None or behind[best] < _LEAST:
        return None
    finer = [key for key in behind if key != best and within(key, best) and behind[key] >= _LEAST]
    if finer:
        best = max(finer, key=lambda key: behind[key])
    return max(groups[best], key=lambda row: (row[0], len(row[1].value), -row[1].span.start))[1]


def begun(value: str) -> str:
    """Return the day on which something began that has lasted since ("2012-12-13/..")."""
    return ends(value)[0] if value.endswith("/..") else value


def _of_the_story(mention: Mention) -> bool:
    """Tell whether a time only follows another: "the next day", "that evening", "within hours".

    "The night of Friday" is told by itself.
    """
    follows = mention.span.text.casefold().startswith(("the ", "that ", "within "))
    return follows and _ON_A_DAY.search(mention.span.text) is None


def _how_long(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a stretch says how long something went on: "for at least the past 24 hours"."""
    before = tokens_before(sentence.tokens, mention.span.start, _FOR)
    return is_interval(mention.value) and any(t.lower in words().durations for t in before)


def _from_to(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a month is an end of a stretch: "a report on attacks between March and May"."""
    before = {token.lower for token in tokens_before(sentence.tokens, mention.span.start, _FOR)}
    return len(mention.value) == len("2024-05") and "between" in before


def _is_bound(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a date says until when something goes on, or since when it is known.

    "Until repairs at the end of May", "seen for the first time in May".
    """
    before = [t.lower for t in tokens_before(sentence.tokens, mention.span.start, _FOR)]
    return "until" in before or ("first", "time") in pairwise(before)


def _lasting(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a state that the event began has lasted since: "missing since Thursday"."""
    before = tokens_before(sentence.tokens, mention.span.start, _FAR)
    return any(token.lower in words().lasting for token in before)


def _holiday_aside(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a holiday is only spoken of: "home for Easter", "hours before Easter Sunday".

    "On Easter", "burned Easter Sunday" and "the Easter shooting" give the day.
    """
    words_of = mention.span.text.casefold()
    if not only_holiday(words_of):
        return False
    before = [t.lower for t in tokens_before(sentence.tokens, mention.span.start, 2)]
    if before[1:] == ["the"]:
        before.pop()
    after = tokens_after(sentence.tokens, mention.span.end, 2)
    if not before or before[-1] in holidays().on_the_day or _OWNED.search(before[-1]):
        return False
    bare = words_of.endswith(_DAY_NAMES) and before[-1] not in holidays().beside_the_day
    return not bare and all(_first((token,)) != "incident" for token in after)


def _day(value: str) -> str:
    """Return a value without its time of day: moments of one day are one day."""
    return value if is_interval(value) else value[:10]


def _total(weights: list[float]) -> float:
    return weights[0] + _ECHO * sum(weights[1 : 1 + _ECHOES])


def _weight(sentence: Sentence, mention: Mention, index: int, base: date | None) -> float:
    value = begun(mention.value) if _lasting(sentence, mention) else mention.value
    told = days(value) if value else None
    if told is None or ".." in value or len(value) < 7:
        return 0.0
    if (told[1] - told[0]).days > _WIDEST or (base and told[0] > _latest(mention, base)):
        return 0.0
    tied = tie(sentence, mention)
    if joins_another(tokens_before(sentence.tokens, mention.span.start, _FAR)):
        return 0.0
    if _is_bound(sentence, mention) or of_another(sentence, mention, index):
        return 0.0
    if tied == 0.0 or _holiday_aside(sentence, mention):
        return 0.0
    if tied == UNTOLD and (
        index >= _LEAD or _of_the_story(mention) or _how_long(sentence, mention)
    ):
        return 0.0
    if (tied == UNTOLD and had_been(sentence, mention)) or _from_to(sentence, mention):
        return 0.0
    if _reacted_to(tokens_before(sentence.tokens, mention.span.start, _FAR)):
        return 0.0
    weight = tied + (1.0 if index <= _LEAD else 0.5 if index <= 3 * _LEAD else 0.0)
    weight += 0.5 if told[1] - told[0] <= timedelta(days=1) else -0.5
    weight += 0.5 if "T" in mention.value and tied >= EVENT else 0.0
    if base and (base - told[1]).days > _OLD:
        weight -= 1.0
    return weight


def _latest(mention: Mention, base: date) -> date:
    """Return the last day on which what a report tells may have happened: its own.

    Where it is "Tuesday local time" already, that is the day behind it.
    """
    over = "local time" in mention.span.text.casefold()
    return base + timedelta(days=1) if over else base


def dated_event(sentence: Sentence, mention: Mention) -> str:
    """Return what a date dates: "incident", "death", "other", "statement", or "" where untold.

    A telling word right after the date decides ("the October election"), else the nearest one
    before it, else the nearest one after it.
    """
    before = tokens_before(sentence.tokens, mention.span.start, _FAR)
    after = tokens_after(sentence.tokens, mention.span.end, _FAR)
    told = _first(after[:1]) or _first(before[::-1]) or _first(after)
    return "statement" if told == "incident" and _reacted_to(before) else told


def _reacted_to(before: tuple[Token, ...]) -> bool:
    """Tell whether "condemned the attack" stands right before a date: whose day it is is open."""
    named = [token.lower for token in before[-_OBJECT:]]
    return (
        bool(named)
        and named[-1] in event_words().incident_nouns | {"on", "early", "late"}
        and bool(event_words().reacting.intersection(named))
        and bool(event_words().incident_nouns.intersection(named))
    )


def _first(tokens: tuple[Token, ...]) -> str:
    outcome = False
    for token in tokens:
        word = owner(token)
        if token.text in {";", ":"}:
            break
        if word in event_words().other_nouns:
            return "other"
        if word in event_words().saying:
            return "statement"
        if word in event_words().outcomes:
            outcome = True
        elif word in event_words().incident_nouns:
            return "" if outcome else "incident"
    return "death" if outcome else ""
