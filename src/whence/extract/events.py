"""The words for events: kinds of incident, other matters, and how a text moves between them."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load


class ConsideredWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that deny an event or only consider it (see ``lexicon/events.yaml``)."""

    before: list[str]
    between: frozenset[str]
    behind: list[str]


class Worded(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of incident that several words of one sentence tell (see ``lexicon/events.yaml``)."""

    patterns: list[str]
    weight: int
    said: frozenset[str] = frozenset()


class EventWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/events.yaml``."""

    kinds: dict[str, dict[str, int]]
    general: frozenset[str]
    means: frozenset[str]
    armed: frozenset[str]
    harmed: frozenset[str]
    worded: dict[str, Worded]
    needed: dict[str, frozenset[str]]
    outcomes: frozenset[str]
    incident_nouns: frozenset[str]
    doers: frozenset[str]
    deeds: frozenset[str]
    other_nouns: frozenset[str]
    saying: frozenset[str]
    reacting: frozenset[str]
    caught: frozenset[str]
    switches: list[str]
    elsewhere: list[str]
    told_before: list[str]
    several: frozenset[str]
    incidents: frozenset[str]
    stretches: list[str]
    meanwhile: list[str]
    returns: list[str]
    considered: ConsideredWords


@cache
def event_words() -> EventWords:
    """Return the event words."""
    return load("events", EventWords, LEXICON)
