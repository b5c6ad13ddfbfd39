"""Two people told of in one word: "an elderly couple was shot"."""

from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.quantities import exact
from whence.extract.prose import Token

_ARTICLES = frozenset({"a", "an", "the"})
_REACH = 3
"""Tokens between the article and "couple"."""
PAIR = "pair"
"""The form of a number that a noun tells: its verb may be one's or two's."""


def with_couples(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return the counted phrases of a sentence and its couples; "a couple of men" counts men."""
    found = [one for at in range(len(tokens)) if (one := _couple(tokens, at)) is not None]
    if not found:
        return things
    kept = [
        one
        for one in things
        if all(one.last <= two.first or one.first >= two.last for two in found)
    ]
    return tuple(sorted((*kept, *found), key=lambda one: one.first))


def _couple(tokens: tuple[Token, ...], at: int) -> Counted | None:
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower != "couple" or after in {"of", "more", "hundred", "dozen"}:
        return None
    for first in range(at - 1, max(-1, at - 2 - _REACH), -1):
        if tokens[first].lower in _ARTICLES:
            return Counted(first, at + 1, exact(2), "person", "people", PAIR)
        if not tokens[first].text.replace("-", "").isalpha():
            return None
    return None
