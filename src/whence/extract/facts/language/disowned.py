"""What a sentence disowns: what an earlier version of the text said, and what was said wrongly."""

from whence.extract.facts.words import versions
from whence.extract.prose import Token

_STORY = 20
"""Tokens from "an earlier version" to what it said, and from there to what is told."""
_ENDS = frozenset({";", ":", "but", "because"})


def disowned(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether what stands at a token is what an earlier version of a text said, or an error.

    "An earlier version of this article said two people had died", "the station wrongly reported
    that a boy was killed".
    """
    for index in range(at - 1, max(-1, at - 1 - _STORY), -1):
        if tokens[index].lower in _ENDS:
            return False
        if tokens[index].lower in versions("told") and (
            _wrongly(tokens, index) or _old_version(tokens, index)
        ):
            return True
    return False


def _wrongly(tokens: tuple[Token, ...], said: int) -> bool:
    """Tell whether an adverb beside a verb of saying makes it an error."""
    beside = {token.lower for token in (*tokens[max(0, said - 1) : said], *tokens[said + 1 :][:1])}
    return bool(beside & versions("wrongly"))


def _old_version(tokens: tuple[Token, ...], said: int) -> bool:
    """Tell whether it is "an earlier version of this story" that says something."""
    words = [token.lower for token in tokens[max(0, said - _STORY) : said]]
    place = next((at for at, word in enumerate(words) if word in versions("editions")), None)
    if place is None or not versions("first") & set(words[max(0, place - 2) : place]):
        return False
    return words[place + 1 : place + 2] == ["of"] and bool(versions("texts") & set(words[place:]))
