"""When the incident was, as the facts of a report tell it."""

from functools import cache

from whence.extract.events import event_words
from whence.extract.facts.build import Context, Draft
from whence.extract.matching import Phrases, match, phrases
from whence.extract.possessives import owner
from whence.extract.scope.incident_date import begun
from whence.extract.time import disagreeing
from whence.extract.time.days import whole
from whence.extract.time.words import words
from whence.model.iso import is_interval
from whence.model.span import Span

_LEAD = 6
"""Sentences within which fresh news says that it is fresh."""
_YEAR = 4
"""Digits of a year: news names none."""
_KNOWN = 3
"""Words of a headline before violence within which "who" makes it what is known."""
_DERIVED = 2
"""Hedge at most of a day that no word names: on FactBank's scale, probable."""


def when(context: Context) -> tuple[Draft, ...]:
    """Return the incident's date with the words that tell it.

    Where no word dates the incident, but the headline tells of it as news ("Two shot outside
    bar") or the lead as still going on ("police are searching"), the day of publication is taken
    as probable, and the fact's note says so.
    """
    mention = context.scopes.date_mention
    if mention is None:
        return _derived(context)
    note = None
    if disagreeing(mention):
        note = "weekday and day of the month disagree: one of the two days is meant"
    elif is_interval(mention.value) and "night" in mention.span.text.casefold():
        note = "a night has the day of its evening and that of its morning"
    return (Draft(slot="date", value=begun(mention.value), spans=(mention.span,), note=note),)


def _derived(context: Context) -> tuple[Draft, ...]:
    day = whole(context.prose.document.published)
    cue = _news(context) or _fresh(context)
    if day is None or cue is None:
        return ()
    note = "no word dates it: derived from the day of publication, as these words tell fresh news"
    return (Draft(slot="date", value=day.isoformat(), spans=(cue,), hedge=_DERIVED, note=note),)


def _news(context: Context) -> Span | None:
    """Return the word by which a headline tells of violence itself, and not of what came of it."""
    prose = context.prose
    title = [one for one in prose.sentences if prose.block_kind(one.start) == "title"]
    tokens = [token for sentence in title for token in sentence.tokens]
    spoken = [owner(token) for token in tokens]
    later = words().elsewhen | words().heads | words().followed | event_words().other_nouns
    if later.intersection(spoken) or any(len(one) == _YEAR and one.isdigit() for one in spoken):
        return None
    violent = words().violence | event_words().incident_nouns | event_words().outcomes
    at = next((place for place, word in enumerate(spoken) if word in violent), None)
    if at is None or "who" in spoken[max(0, at - _KNOWN) : at]:
        return None  # "Mother of boy who was shot": what is known is no news
    return prose.span(tokens[at].start, tokens[at].end)


@cache
def _cues() -> Phrases:
    return phrases(words().fresh)


def _fresh(context: Context) -> Span | None:
    """Return the first words of the lead by which news is fresh, outside of other matters."""
    for sentence in context.prose.sentences[:_LEAD]:
        if context.scopes.at(sentence.start) == "other":
            continue
        if any(token.lower in words().elsewhen for token in sentence.tokens):
            continue
        for index, token in enumerate(sentence.tokens):
            _, length = match(_cues(), sentence.tokens, index)
            if length:
                return context.prose.span(token.start, sentence.tokens[index + length - 1].end)
    return None
