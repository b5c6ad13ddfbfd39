"""A harm told without its verb: "a man was shot in the leg and a woman in the arm"."""

from dataclasses import replace

from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.words import victim_words
from whence.extract.prose import Token

_LINKS = frozenset({",", "and", ";", "while"})
_WHERE = frozenset({"in", "on", "through"})
_REACH = 5
"""Tokens of "in the upper left leg"."""


def gapped(tokens: tuple[Token, ...], found: tuple[Person, ...], harm: Harm) -> Harm:
    """Return a harm with those of whom the same is told behind it, with no verb of their own."""
    if not harm.whom or harm.whom[-1].last > harm.first or harm.own:
        return harm
    end = _place(tokens, harm.last)
    more: list[Person] = []
    for one in (*found, *_other(tokens, end)):
        if end is None or one.first < end:
            continue
        between = tokens[end : one.first]
        if not between or not all(token.lower in _LINKS for token in between):
            break
        end = _place(tokens, one.last)
        if end is not None:
            more.append(one)
    return replace(harm, whom=(*harm.whom, *more)) if more else harm


def _other(tokens: tuple[Token, ...], end: int | None) -> tuple[Person, ...]:
    """Return the other of "one was shot in the leg and the other in the arm"."""
    for at in range(end or 0, min(len(tokens) - 1, (end or 0) + len(_LINKS))):
        if [tokens[at].lower, tokens[at + 1].lower] == ["the", "other"]:
            return (Person(first=at, last=at + 2, form="definite", further=True),)
    return ()


def _place(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return where the words for the part of a body that was hit end, None where none stand."""
    if at >= len(tokens) or tokens[at].lower not in _WHERE:
        return None
    for end in range(at + 1, min(len(tokens), at + 1 + _REACH)):
        if tokens[end].lower in victim_words().body:
            following = tokens[end + 1].lower if end + 1 < len(tokens) else ""
            if following not in victim_words().body:
                return end + 1
        elif not tokens[end].text.isalpha() or tokens[end].lower in _LINKS:
            return None
    return None
