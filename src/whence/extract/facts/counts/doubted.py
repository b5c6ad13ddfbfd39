"""Counts of which the words around them are not sure: "could not confirm that 12 had died"."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.words import versions
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_REACH = 7
"""Tokens between "could not confirm" and the count."""
_SUBJECT = 12
"""Tokens from "reports that" over a count to "could not be verified"."""
_DEFINITE = frozenset({"the", "those", "these", "both", "all", "his", "her", "their"})
_ENDS = frozenset(
    {",", ";", ":", "but", "and", "because", "after", "when", "while", "who", "which"}
)


@cache
def _table(name: str) -> Phrases:
    return phrases(versions(name))


def doubted(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether a count stands in what somebody only hears, fears or cannot confirm.

    "Rumours that 12 had died", "it was not known whether", "reports that 12 died could not be
    verified". Who confirms one thing and not another has an "and" or "but" between the two.
    """
    verb, thing = bound.predicate, bound.counted
    first = min(thing.first, verb.start)
    if tokens[thing.first].lower in _DEFINITE or (
        verb.voice == "past" and thing.last == verb.first
    ):
        return False  # "whether the two who died", "whether four people shot there knew him"
    return _before(tokens, first) or _behind(tokens, first, bound.last)


def _before(tokens: tuple[Token, ...], first: int) -> bool:
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens[index].lower in _ENDS:
            return False
        _, length = match(_table("unsure"), tokens, index)
        if length and index + length <= first:
            return True
    return False


def _behind(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    told = {token.lower for token in tokens[max(0, first - 3) : first]}
    if "that" not in told or not told & frozenset(versions("stated")):
        return False
    for index in range(last, min(len(tokens), last + _SUBJECT)):
        if tokens[index].lower in _ENDS:
            return False
        if match(_table("unverified"), tokens, index)[1]:
            return True
    return False
