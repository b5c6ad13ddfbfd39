"""Counts that are taken back: "withdrew his statement that two people were killed"."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.language.disowned import disowned
from whence.extract.facts.words import versions
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_OBJECT = 6
"""Tokens behind "withdrew" within which "statement" must stand."""
_STATED = 10
"""Tokens from "reports" to a count told in them."""
_FAR = 20
"""Tokens from a count to "were wrong"."""
_BE = frozenset({"was", "were", "is", "are", "been", "proved", "proven", "turned"})
_ENDS = frozenset({",", ";", ":", "but", "saying", "because"})
_THE = frozenset({"the", "a", "any", "all", "those", "these", "earlier", "media"})


@cache
def _withdrawing() -> Phrases:
    return phrases(versions("withdrawing"))


def taken_back(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether the words around a count take it back.

    Who takes back that somebody "killed two people" may mean the doer, and not the number.
    """
    verb, thing = bound.predicate, bound.counted
    if disowned(tokens, min(thing.first, verb.first)) or denied(tokens, thing.first):
        return True
    if verb.last <= thing.first and verb.voice in {"active", "past"}:
        return False
    stated = _stated(tokens, thing.first)
    return stated is not None and (
        _withdrawn_before(tokens, stated) or _wrong_after(tokens, bound.last)
    )


def instead(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether a count is told beside a statement that its sentence takes back."""
    return _stated(tokens, bound.counted.first) is None and any(
        token.lower in versions("stated") and _withdrawn_before(tokens, index)
        for index, token in enumerate(tokens)
    )


def denied(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a count is what somebody denies: "denied reports that 12 people were hurt".

    Who denies what stands further off may deny something else: "denied claims that its men had
    planted the bomb that killed 12".
    """
    at = first - 1
    if at > 0 and tokens[at].lower in {"that", "of"}:
        at -= 1
    if at > 0 and tokens[at].lower in versions("stated"):
        at -= 1
        at -= at > 0 and tokens[at].lower in _THE
    return 0 <= at < first - 1 and tokens[at].lower in versions("denying")


def _stated(tokens: tuple[Token, ...], first: int) -> int | None:
    """Return the token of the statement that tells what stands at ``first``, in one clause."""
    for index in range(first - 1, max(-1, first - 1 - _STATED), -1):
        if tokens[index].lower in versions("stated"):
            return index
        if tokens[index].lower in _ENDS:
            return None
    return None


def _withdrawn_before(tokens: tuple[Token, ...], stated: int) -> bool:
    for index in range(max(0, stated - _OBJECT), stated):
        length = match(_withdrawing(), tokens, index)[1]
        between = {token.lower for token in tokens[index + length : stated]}
        if length and not between & _ENDS:
            return True
    return False


def _wrong_after(tokens: tuple[Token, ...], last: int) -> bool:
    words = [token.lower for token in tokens[last : last + _FAR]]
    for index, word in enumerate(words):
        if word in _ENDS:
            return False
        if word in versions("disowned"):
            before = words[max(0, index - 2) : index]
            return bool(_BE & set(before)) and "not" not in before
    return False
