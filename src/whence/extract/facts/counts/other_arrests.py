"""Arrests for something else: "arrested over an unrelated robbery", "held for looting"."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.words import casualties
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose, Token

_REACH = 12
"""Tokens behind an arrest within which its reason stands."""
_REASON = 6
"""Tokens of "in connection with an unrelated robbery"."""
_LEAD = 3
"""Sentences in which a report says what happened."""
_LET = 3
"""Tokens before those arrested within which somebody lets them go."""
_WHEN = 3
"""Tokens behind an arrest within which its time is told."""
_ENDS = frozenset({";", ":", ".", ",", "and", "but"})


def other_arrest(prose: Prose, index: int, tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether people were arrested for what the lead of the report says nothing of."""
    words = casualties().arrests
    if _released(tokens, bound) or _long_past(tokens, bound):
        return True
    after = [token.lower for token in tokens[bound.last : bound.last + _REACH]]
    reason = next((place for place, word in enumerate(after) if word in words.reasons), len(after))
    told = after[reason : reason + _REASON]
    told = told[: next((at for at, word in enumerate(told) if word in _ENDS), len(told))]
    if words.apart & set(told):
        return True
    offences = words.offences & set(told)
    return bool(offences) and not offences & _lead(prose, index)


def _released(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether people are told of because they were let go: "released five men held there"."""
    before = {token.lower for token in tokens[max(0, bound.first - _LET) : bound.first]}
    return bool(casualties().arrests.released & before)


def _long_past(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether an arrest is one of another time: "five people arrested last year"."""
    end = min(len(tokens), bound.last + _WHEN)
    return any(match(_earlier(), tokens, at)[1] for at in range(bound.last, end))


@cache
def _earlier() -> Phrases:
    return phrases(casualties().arrests.earlier)


def _lead(prose: Prose, index: int) -> set[str]:
    """Return the words of the title and the first sentences, but for a sentence itself."""
    sentences = [one for at, one in enumerate(prose.sentences[:_LEAD]) if at != index]
    title = (prose.document.title or "").casefold().split()
    return {token.lower for sentence in sentences for token in sentence.tokens} | set(title)
