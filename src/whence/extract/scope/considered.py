"""Events that a text denies or only considers: "cannot rule out sabotage", "too early to speak of".

What such words name is not told to have happened. A definite noun ("whether the bombing was
linked") takes it for granted that it did.
"""

from functools import cache

from whence.extract.events import event_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_REACH = 10
"""Tokens before an event within which it is denied."""
_BEHIND = 5
"""Tokens behind an event within which it is ruled out."""
_LONGEST = 3
"""Words of the longest phrase that denies an event."""
_DEFINITE = frozenset({"the", "this", "these", "those", "his", "her", "its", "their"})


@cache
def _table(name: str) -> Phrases:
    return phrases(getattr(event_words().considered, name))


def considered(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether the event that tokens [first, last) name is denied or only considered."""
    if first and tokens[first - 1].lower in _DEFINITE:
        return False
    return _before(tokens, first) or _behind(tokens, last)


def _before(tokens: tuple[Token, ...], first: int) -> bool:
    for index in range(first, max(0, first - _REACH), -1):
        if _ends_with_denial(tokens, index):
            return True
        if tokens[index - 1].lower not in event_words().considered.between:
            return False
    return False


def _ends_with_denial(tokens: tuple[Token, ...], end: int) -> bool:
    """Tell whether a phrase that denies ends before the token ``end``."""
    starts = range(max(0, end - _LONGEST), end)
    return any(start + match(_table("before"), tokens, start)[1] == end for start in starts)


def _behind(tokens: tuple[Token, ...], last: int) -> bool:
    for index in range(last, min(len(tokens), last + _BEHIND)):
        if not tokens[index].text[0].isalpha():
            return False
        if match(_table("behind"), tokens, index)[1]:
            return True
    return False
