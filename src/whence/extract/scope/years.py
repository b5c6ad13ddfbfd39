"""Events of other years than the incident's: "a 2014 shooting", "the worst since 2015, when"."""

import re

from whence.extract.events import event_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.prose import Sentence, Token
from whence.extract.time.words import words
from whence.model.reading import Mention

_YEAR = re.compile(r"(?:19|20)\d\d")
_NOUN = 3
"""Words after a year within which the event is named: "a 2014 gang shooting"."""
_BEFORE = frozenset(
    {
        "a",
        "an",
        "the",
        "another",
        "in",
        "his",
        "her",
        "their",
        "of",
        "from",
        "for",
        "with",
        "over",
        "after",
        "to",
    }
)
_RECALLED = frozenset({"vigil", "conviction", "robbery", "robberies", "burglary", "arrest", "case"})
_WHEN = frozenset({"when", "which", "where"})
_WOUNDS = frozenset(
    {"wound", "wounds", "wounded", "injury", "injuries", "injured", "burns", "coma"}
)
_MONTH = re.compile(r"(?:19|20)\d\d-\d\d")
_HAD = 8
"""Tokens before a day within which "had" tells that it lies further back, and behind one."""
_ENDS = frozenset((";", ":", "that", "said", "says", "told", "after", "before", "because"))
"""Tokens with which the clause of a deed ends."""
_DAY = 10
"""Characters of a whole day."""
_DATE = 4
"""Most tokens between "since" and a year: "since Feb. 5, 1985"."""


def is_past_year(value: str, own: str) -> bool:
    """Tell whether a time is a bare year before the incident's."""
    return bool(_YEAR.fullmatch(value)) and value < own[:4]


def died_years_later(value: str, own: str, sentence: Sentence) -> bool:
    """Tell whether a bare year after the incident's is that of a death of its own.

    "He was shot dead in 2001 and could not be tried": who dies of wounds dies by the incident.
    """
    later = bool(_YEAR.fullmatch(value)) and value > own[:4]
    return later and not any(token.lower in _WOUNDS for token in sentence.tokens)


def is_since_past_year(value: str, own: str) -> bool:
    """Tell whether a time is what has passed since a year, or a month of a year, before."""
    since, slash, end = value.partition("/")
    past = is_past_year(since, own) or (bool(_MONTH.fullmatch(since)) and since[:4] < own[:4])
    return bool(slash) and end == ".." and past


def of_old_year(sentence: Sentence, own: str, opening: frozenset[str]) -> int | None:
    """Return where a sentence goes over to an event of a year before the incident's, else None.

    ``own`` is the incident's day as an ISO prefix, ``opening`` has the years that the text opens
    with: a trial goes back to what it is about. A year right before the noun for an event dates
    it ("on bond in a 2014 shooting that left a man paralyzed"), and so does "since 2015, when four
    people were hit".
    """
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 1):
        year = tokens[at].text
        if not _YEAR.fullmatch(year) or year >= own[:4] or year in opening:
            continue
        before = tokens[at - 1].lower
        if before in _BEFORE and _names_event(tokens, at):
            return tokens[at - 1].start
        when = [token.lower for token in tokens[at + 1 : at + 3]]
        since = _since(tokens, at)
        if since is not None and when[:1] == [","] and when[1:] and when[1] in _WHEN:
            return tokens[since].start
    return None


def _since(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where "since" stands before a year and its month and day: "since May 5, 1985"."""
    for place in range(at - 1, max(-1, at - 2 - _DATE), -1):
        lower = tokens[place].lower
        if lower == "since":
            return place
        month = lower.rstrip(".") in words().months
        if not month and not lower.isdigit() and lower not in {".", ","}:
            break
    return None


def _names_event(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether an event is named behind the year at a token, in one phrase with it."""
    known = event_words().incident_nouns | event_words().incidents | event_words().other_nouns
    for token in tokens[at + 1 : at + 1 + _NOUN]:
        if token.lower in known | _RECALLED:
            return True
        if not token.text.isalpha():
            return False
    return False


def had_done(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a sentence opens with a time at which a deed "had" been done: an earlier one.

    "In February cables had burned at Harrow; that fire was claimed by others."
    """
    if len(tokens_before(sentence.tokens, mention.span.start, _HAD)) > 1:
        return False
    after = [token.lower for token in tokens_after(sentence.tokens, mention.span.end, _HAD)]
    clause = after[: next((at for at, word in enumerate(after) if word in _ENDS), len(after))]
    if "had" not in clause:
        return False
    return not event_words().deeds.isdisjoint(clause[clause.index("had") :])


def had_been(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a day is one on which something "had" happened: before the incident."""
    before = [token.lower for token in tokens_before(sentence.tokens, mention.span.start, _HAD)]
    return "had" in before and len(mention.value) >= _DAY
