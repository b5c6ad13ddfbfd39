"""How far the incident got: threatened, attempted, thwarted, carried out or accomplished.

Not to be confused with ``Fact.stage``, which tells a first version of a fact from its correction.
"""

from dataclasses import dataclass

from whence.extract.facts.build import Draft
from whence.extract.facts.outcome.words import (
    nobody_phrases,
    outcome_words,
    stage_patterns,
    stage_starts,
)
from whence.extract.matching import match, pattern_at
from whence.extract.prose import Prose, Token

SLOT = "outcome_stage"
_GAP = 3
"""Words that a gap of a pattern takes at most."""
_SUBJECT = 9
"""Tokens before a pattern within which its subject stands."""
_TRIED = frozenset({"attempted", "attempting"})
"""Before "murders of" these words tell of no murder, whatever the law calls it."""
_BEFORE = 3
"""Tokens before a pattern within which "not" or "would" takes it back."""


@dataclass(frozen=True)
class _Told:
    """Words of one stage: the sentence in which they stand, and their tokens."""

    stage: str
    sentence: int
    first: int
    last: int


def outcome(prose: Prose, inside: frozenset[int]) -> tuple[Draft, ...]:
    """Return the stage that a text tells first, with all words that tell it; from ``inside``.

    A text has one stage, that of the first sentence that tells any: what was only attempted may
    have left dead and ruins as well, and later sentences go back to earlier threats. Words of
    charges ("attempted murder") and what is denied or only possible tell nothing.
    """
    found: list[_Told] = []
    for index, sentence in enumerate(prose.sentences):
        if index in inside:
            found.extend(_told(sentence.tokens, index))
    if not found:
        return ()
    order = [stage for stage, _ in stage_patterns()]
    first = min(found, key=lambda one: (one.sentence, order.index(one.stage)))
    return tuple(_draft(prose, one) for one in found if one.stage == first.stage)


def _told(tokens: tuple[Token, ...], sentence: int) -> list[_Told]:
    """Return the stages that a sentence tells; of one stage the longest words at each place."""
    legal = any(token.lower in outcome_words().law for token in tokens)
    found: list[_Told] = []
    for stage, patterns in stage_patterns():
        done = 0
        if legal and stage == "attempted":
            continue
        for index, token in enumerate(tokens):
            if index < done or token.lower not in stage_starts():
                continue
            last = max(pattern_at(one, tokens, index, _GAP) for one in patterns)
            tried = index and tokens[index - 1].lower in _TRIED and stage != "attempted"
            if last and not tried and not _taken_back(tokens, index, last):
                found.append(_Told(stage, sentence, index, last))
                done = last
    return found


def _taken_back(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether words are denied or only possible: "was not killed", "would have bombed".

    A pattern whose own words are "did not explode" is not taken back by its "not".
    """
    near = tokens[max(0, first - _BEFORE) : first]
    gap = tokens[first + 1 : last - 1]
    inside = any(t.lower in outcome_words().never for t in gap)
    own = tokens[last - 1].lower in {"explode", "detonate", "go"}
    if _of_nobody(tokens, first):
        return True
    may = any(t.text == "May" for t in near)
    return (inside and not own) or (
        any(token.lower in outcome_words().never for token in near) and not may
    )


def _of_nobody(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the clause of what stands at ``first`` tells it of nobody."""
    for index in range(first - 1, max(-1, first - 1 - _SUBJECT), -1):
        if tokens[index].lower in outcome_words().clause_ends:
            return False
        if match(nobody_phrases(), tokens, index)[1]:
            return True
    return False


def _draft(prose: Prose, one: _Told) -> Draft:
    tokens = prose.sentences[one.sentence].tokens
    span = prose.span(tokens[one.first].start, tokens[one.last - 1].end)
    return Draft(slot=SLOT, value=one.stage, spans=(span,))
