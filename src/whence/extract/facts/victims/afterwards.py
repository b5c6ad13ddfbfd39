"""What a sentence tells of somebody hurt that is of later: "has been sent home", "in custody"."""

from functools import cache

from whence.extract.facts.victims.words import victim_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_REACH = 12
"""Tokens behind a wound within which it is told that somebody went home."""
_NEAR = 4
"""Tokens behind a wound within which it is told that it was got in prison."""


@cache
def _home() -> Phrases:
    return phrases(victim_words().went_home)


@cache
def _held() -> Phrases:
    return phrases(victim_words().held)


def went_home(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether who was hurt has left the hospital: "hit in the foot, has been sent home"."""
    for at in range(last, min(len(tokens), last + _REACH)):
        if tokens[at].text in {";", ":"}:
            return False
        if match(_home(), tokens, at)[1]:
            return True
    return False


def in_custody(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a wound was got behind bars, not in the incident: "lost an eye in custody"."""
    return any(match(_held(), tokens, at)[1] for at in range(last, min(len(tokens), last + _NEAR)))
