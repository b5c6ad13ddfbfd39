"""The words for how far an incident got, and for what was damaged."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.matching import Pattern, Phrases, pattern, phrases
from whence.model.vocabulary import load


class OutcomeWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/outcomes.yaml``."""

    stages: dict[str, list[str]]
    never: frozenset[str]
    nobody: list[str]
    clause_ends: frozenset[str]
    law: frozenset[str]
    damaged: list[str]
    damaging: list[str]
    alone: frozenset[str]
    breakable: frozenset[str]
    ends: frozenset[str]


@cache
def outcome_words() -> OutcomeWords:
    """Return the outcome words."""
    return load("outcomes", OutcomeWords, LEXICON)


@cache
def stage_patterns() -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
    """Return the patterns of each stage, in the order in which they count in one sentence."""
    rows = outcome_words().stages.items()
    return tuple((stage, tuple(pattern(text) for text in texts)) for stage, texts in rows)


@cache
def stage_starts() -> frozenset[str]:
    """Return the words with which any pattern of a stage starts."""
    return frozenset(
        word for _, found in stage_patterns() for one in found for word in one[0] or ()
    )


@cache
def nobody_phrases() -> Phrases:
    """Return the subjects of whom nothing is told to have come about."""
    return phrases(outcome_words().nobody)


@cache
def damage_phrases() -> tuple[Phrases, Phrases]:
    """Return the participles of damage, and the verbs with what they damage after them."""
    return phrases(outcome_words().damaged), phrases(outcome_words().damaging)
