"""Where a sentence leaves the incident: it tells of another, or has a day or year of its own."""

import re
from dataclasses import dataclass

from whence.extract.events import event_words
from whence.extract.matching import tokens_before
from whence.extract.prose import Sentence
from whence.extract.scope.held_before import held_before
from whence.extract.scope.incident_date import begun, dated_event
from whence.extract.scope.kinds import Kinds
from whence.extract.scope.recalls import recalls
from whence.extract.scope.years import (
    died_years_later,
    had_been,
    had_done,
    is_past_year,
    is_since_past_year,
    of_old_year,
)
from whence.extract.time.words import words
from whence.model.iso import days, earlier
from whence.model.reading import Mention

_SAME = 1
"""Days by which two dates of one incident may differ (a night has two)."""
_LONG = 60
"""Days before the incident from which what was said is about another one."""
_REACH = 60
"""Tokens before a date, or before "comes after", within which its clause starts."""
_APART = 3
"""Words between "separate" and the incidents that it parts."""
_FRONT = 6
"""Tokens at the start of a sentence within which its time is told: "In the week before,"."""


@dataclass(frozen=True)
class Case:
    """What is known of the incident: the mention of its day, its kinds, the years of the news.

    ``opening`` are the years that the title and the first sentences name.
    """

    chosen: Mention | None
    kinds: Kinds
    news: frozenset[str]
    opening: frozenset[str]


def leaves(lower: str, sentence: Sentence, dates: tuple[Mention, ...], case: Case) -> int | None:
    """Return where a sentence leaves the incident, None where it stays.

    What has lasted since the incident's day stays: "missing since last Wednesday".
    """
    chosen = case.chosen
    dating = (
        chosen is not None
        and chosen.value.endswith("/..")
        and sentence.start <= chosen.span.start < sentence.end
    )
    own = begun(chosen.value) if chosen is not None else ""
    dated_here = chosen is not None and sentence.start <= chosen.span.start < sentence.end
    back = not dated_here and _told_before(sentence)
    back = back or (not dated_here and (held_before(sentence, dates, own) or _only_adds_up(lower)))
    if ((_elsewhere(lower, dates, own) or back) and not dating) or case.kinds.alien(
        sentence.tokens
    ):
        return sentence.start
    recalled = recalls(sentence)
    if recalled is not None:
        return recalled
    if not own:
        return None
    telling = _deadly(sentence) and not any(m.value in case.opening for m in dates)
    events = [(mention, dated_event(sentence, mention)) for mention in dates if mention.value]
    away = [
        m
        for m, dated in events
        if apart(m.value, own)
        and (
            dated in {"incident", "other"}
            or (dated == "death" and not earlier(own, m.value))
            or (dated in {"", "death"} and is_past_year(m.value, own) and telling)
            or (dated in {"", "death"} and telling and died_years_later(m.value, own, sentence))
            or (dated == "statement" and _long_before(m.value, own))
            or (dated == "statement" and earlier(m.value, own) and _owned_up_to(lower))
            or (dated == "" and telling and earlier(m.value, own) and had_been(sentence, m))
            or (dated == "" and earlier(m.value, own) and had_done(sentence, m))
        )
    ]  # who was wounded may die days later, and what was said long before was of another matter
    near = [
        m
        for m, dated in events
        if dated != "statement"
        and not apart(m.value, own)
        and not (_lasts(m, bool(away)) or is_since_past_year(m.value, own))
    ]
    if near:
        return None
    if away:
        return _clause(sentence, away[0].span.start)
    return of_old_year(sentence, own, case.opening)


def _deadly(sentence: Sentence) -> bool:
    """Tell whether a sentence has a word for violence, or for a death."""
    known = event_words().incident_nouns | event_words().outcomes
    return any(token.lower in known for token in sentence.tokens)


def _lasts(mention: Mention, away: bool) -> bool:
    """Tell whether a time is no day of its own: "within eight months".

    "The same night" is that of another day where its sentence has one (``away``).
    """
    told = mention.span.text.casefold()
    back = away and told.startswith(("the same ", "that same "))
    return back or told.partition(" ")[0] in {"within", "for"}


_RANKED = re.compile(
    r"\b(?:first|second|third|worst|\w+iest|biggest|largest)\s+(?:[a-z-]+\s+){1,4}since\s+(?:the|last)\b"
)
"""What ranks the incident itself: "the first deadly attack since the truce"."""


_LASTING = re.compile(
    r"\b(?P<state>[a-z]+)(?: for)? since (?:the (?P<noun>[a-z-]+)|then)(?= [.,;]| and | in |$)"
)
"""What has lasted since an event."""


def _own_state(found: re.Match[str]) -> str:
    """Leave out since when somebody is missing: "missing since the attack" is of the attack."""
    known = found["noun"] is None or found["noun"] in event_words().incident_nouns
    return " " if known and found["state"] in words().lasting else found.group()


def _elsewhere(lower: str, dates: tuple[Mention, ...], own: str) -> bool:
    """Tell whether words mark another incident: "months ago" none where it is the own day."""
    lower = _LASTING.sub(_own_state, _RANKED.sub(" ", lower))
    told = [phrase for phrase in event_words().elsewhere if f" {phrase} " in f" {lower} "]
    if own and any(not apart(mention.value, own) for mention in dates if mention.value):
        told = [phrase for phrase in told if not phrase.endswith(" ago")]
    return bool(told) or adds_up(lower)


def _told_before(sentence: Sentence) -> bool:
    """Tell whether a sentence goes back from the incident: "the week before, a raid killed two"."""
    opening = " ".join(token.lower for token in sentence.tokens[:_FRONT])
    going_back = any(f" {phrase} " in f" {opening} " for phrase in event_words().told_before)
    if not going_back:
        return False
    return _deadly(sentence) or any(t.lower in event_words().deeds for t in sentence.tokens)


def adds_up(lower: str) -> bool:
    """Tell whether a sentence adds up several incidents: "40 wounded in 33 separate shootings"."""
    known = event_words()
    words = lower.replace("-", " ").split()
    if any(f" {phrase} " in f" {' '.join(words)} " for phrase in known.stretches):
        return True
    return any(
        word in known.incidents
        and not known.several.isdisjoint(words[max(0, place - _APART) : place])
        for place, word in enumerate(words)
    )


def of_another_year(
    sentence: Sentence, dates: tuple[Mention, ...], news: frozenset[str]
) -> int | None:
    """Return where a sentence tells of an event of a year that the news is not about.

    "When X was kidnapped in 2008, ..." in a report of 2012 whose own incident has no date.
    """
    away = [one for one in dates if one.value and one.value[:4] not in news]
    if any(dated_event(sentence, one) in {"incident", "death"} for one in away):
        return sentence.start
    return None


def _clause(sentence: Sentence, position: int) -> int:
    """Return where the clause of another event starts: after what is told of the incident itself.

    "The attack wounded six, two days after clashes on May 3" leaves the incident at its comma.
    """
    before = tokens_before(sentence.tokens, position, _REACH)
    for index in range(len(before) - 1, 0, -1):
        if before[index].lower in _CLAUSE:
            words = {token.lower for token in before[:index]}
            if words & event_words().incident_nouns and not words & event_words().other_nouns:
                return before[index].start
    return sentence.start


_CLAUSE = frozenset({",", ";", "after", "amid", "following", "days", "hours", "weeks", "since"})


def _owned_up_to(lower: str) -> bool:
    """Tell whether a sentence has somebody claim a deed that it brings in: "claimed an attack".

    Nobody claims a deed before it is done: one claimed earlier than the incident is another.
    """
    return _CLAIMED.search(lower) is not None


_DEEDS = (
    r"(?:attack|bombing|killing|shooting|raid|ambush|assault|strike|blast|explosion|kidnapping"
    r"|abduction|murder|massacre)"
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)|t(?:ook|aking|akes) (?:responsibility|credit)|responsibility|blamed)"
    rf"\b(?: [\w-]+){{0,4}}? (?:an?|another|two|three|several|other)"
    rf" (?:[\w-]+ ){{0,3}}?{_DEEDS}(?:e?s)?\b"
)
_MANY = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|many|numerous|countless|several|repeated|string|series"
    rf"|spate|wave) (?:of )?(?:[\w-]+ ){{0,3}}?{_DEEDS}(?:e?s) (?:[\w-]+ ){{0,6}}?since"
    r" (?:[a-z]+ )?(?:19|20)\d\d\b"
)
"""What somebody did again and again: "has carried out dozens of bombings since 2012"."""


def _only_adds_up(lower: str) -> bool:
    """Tell whether a sentence tells of nothing but what somebody did again and again."""
    return _MANY.search(lower) is not None and not any(mark in lower for mark in (" , ", " ; "))


def _long_before(value: str, own: str) -> bool:
    """Tell whether a date lies months before the incident's, whatever day of it is meant."""
    first, second = days(value), days(own)
    return first is not None and second is not None and (second[0] - first[1]).days > _LONG


def apart(left: str, right: str) -> bool:
    """Tell whether two dates lie more than a day apart for certain."""
    first, second = days(left), days(right)
    if first is None or second is None:
        return False
    gap = max((first[0] - second[1]).days, (second[0] - first[1]).days)
    whole = first[0] == first[1] and second[0] == second[1]
    return gap > (_SAME if whole else 0)  # a stretch has both days of its night already
