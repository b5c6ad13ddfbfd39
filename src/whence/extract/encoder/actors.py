"""Whether words tell of an event and name nobody who could have brought it about.

A bomb that went off is an event. "The army says a car bomb has exploded at a police post" accuses
nobody: the police are only where it was.
"""

import re
from collections.abc import Iterable

from whence.extract.events import event_words
from whence.extract.facts.words import weapon_of
from whence.extract.lexicon import closed, words
from whence.extract.parties import Census
from whence.extract.prose import Prose, tokenize
from whence.extract.rules.phrases import verb_like
from whence.model.span import Span

_WHERE = re.compile(
    r"\b(?:at|in|near|inside|outside|within|around|beside|opposite|close to|next to|into|onto"
    r"|(?:north|south)?(?:east|west|north|south) of)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_DOER = re.compile(r"\b(?:by|behind|work of|responsib\w+|links?|linked|tied)\b", re.IGNORECASE)
"""Words that bring somebody into an event, by whatever name."""
_BEFORE = 48
_HEAD = 7
"""Words before its verb within which the subject of a clause ends."""


def only_event(prose: Prose, census: Census, content: Iterable[Span]) -> bool:
    """Tell whether all of some words are clauses about a weapon or an event, and nobody's deed.

    Nobody's: no party is named in them but where something happened, and no person.
    """
    spans = tuple(content)
    return all(_event_first(span.text) and not _actor(prose, census, span) for span in spans)


def _event_first(text: str) -> bool:
    """Tell whether a clause begins with a weapon or an event: "that a car bomb had exploded"."""
    tokens = [token for token in tokenize(text) if token.lower[0].isalnum()]
    for index, token in enumerate(tokens[:_HEAD]):
        if index and (verb_like(token) or token.lower in closed("auxiliaries")):
            head = tokens[index - 1].lower
            named = head in event_words().incident_nouns and not head.endswith("ed")
            return (named or head in weapon_of()) and _DOER.search(text) is None
    return False


def _actor(prose: Prose, census: Census, span: Span) -> bool:
    first = prose.sentence_at(span.start)
    last = prose.sentence_at(max(span.start, span.end - 1))
    for index in range(first, last + 1):
        for party in census.phrases[index]:
            inside = span.start <= party.start and party.end <= span.end
            before = prose.text[max(span.start, party.start - _BEFORE) : party.start]
            if inside and not _WHERE.search(before):
                return True
        for token in prose.sentences[index].tokens:
            if span.start <= token.start < span.end and token.lower in words("persons"):
                return True
    return False
