"""Harm told by a noun: "a fourth shooting victim was found", "a bullet grazed the clerk's head"."""

from dataclasses import replace

from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.owned import owner_of
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.reality import is_unreal
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import numbers
from whence.extract.lexicon import closed
from whence.extract.possessives import owns
from whence.extract.prose import Token

_SHOT = frozenset({"shooting", "gunshot"})
_FINDING = frozenset({"found", "located", "discovered"})
_LIGHT = frozenset({"was", "were", "also", "then", "later"})
_HIS = {"his": "male", "her": "female"}
_STRIKING = frozenset(
    {"grazed", "hit", "struck", "pierced", "entered", "penetrated", "grazing", "hitting"}
).union({"striking", "piercing", "entering", "grazes", "hits", "strikes", "pierces", "shattered"})
_INTO = frozenset({"through", "in", "into"})
_ENTERING = frozenset({"went", "passed", "lodged", "tore", "ripped", "going", "passing", "lodging"})
_BULLET = 8
"""Tokens before a verb within which the bullet stands that strikes."""
_ADJECTIVES = 4
"""Tokens of "clerk's upper left leg" before its noun."""
_AFTER = 4
"""Tokens between the noun and "found"."""


def found_shot(tokens: tuple[Token, ...], found: tuple[Person, ...]) -> list[Harm]:
    """Return who is found as the victim of a shooting; "the shooting victim" was told of before."""
    return [
        Harm(outcome="shot", first=one.last - 2, last=one.last, whom=(one,))
        for one in found
        if (one.form == "indefinite" or one.rank) and _victim(tokens, one) and _found(tokens, one)
    ]


def _victim(tokens: tuple[Token, ...], one: Person) -> bool:
    words = [token.lower for token in tokens[one.last - 2 : one.last]]
    return one.last - one.first > 1 and words[0] in _SHOT and words[1] == "victim"


def _found(tokens: tuple[Token, ...], one: Person) -> bool:
    """Tell whether somebody was found, not only spoken of ("when a gunshot victim is brought")."""
    if one.first and tokens[one.first - 1].lower in _FINDING:
        return True
    for token in tokens[one.last : one.last + _AFTER]:
        if token.lower in _FINDING:
            return True
        if token.lower not in _LIGHT:
            return False
    return False


def hit_in_body(tokens: tuple[Token, ...]) -> list[Harm]:
    """Return who is hit in a part of the body: "a bullet grazed the clerk's head"."""
    rows: list[Harm] = []
    for at in range(1, len(tokens)):
        if tokens[at].lower not in victim_words().body or is_noun(tokens, at + 1):
            continue
        owner = next((back for back in range(at - 1, max(-1, at - _ADJECTIVES), -1)
                      if tokens[back].lower in _HIS or owns(tokens[back])), None)  # fmt: skip
        if owner is None or not all(token.text.isalpha() for token in tokens[owner + 1 : at]):
            continue
        one = _whose(tokens, owner)
        verb = one.first - 1 if one is not None else -1
        if one is not None and verb > 0 and _struck(tokens, verb) and not is_unreal(tokens, verb):
            rows.append(Harm(outcome="shot", first=verb, last=at + 1, whom=(one,)))
    return rows


def is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a noun follows: "the clerk's back door" is no part of a body."""
    if at >= len(tokens) or not tokens[at].text.isalpha():
        return False
    return tokens[at].lower not in numbers().stops | closed("prepositions") | closed("adverbs")


def _whose(tokens: tuple[Token, ...], at: int) -> Person | None:
    """Return the person of "his", "Hale's", "a clerk's"."""
    word = tokens[at].lower
    if word in _HIS:
        return Person(first=at, last=at + 1, form="pronoun", sex=_HIS[word])
    one = owner_of(tokens, at)
    before = tokens[at - 1].lower if at else ""
    if one is None or before not in victim_words().determiners:
        return one
    form = "indefinite" if before in {"a", "an"} else "definite"
    return replace(one, first=at - 1, form=form)


def _struck(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether a bullet strikes or enters by the word at ``verb``."""
    before = {token.lower for token in tokens[max(0, verb - _BULLET) : verb]}
    if not before & victim_words().missiles:
        return False
    word = tokens[verb].lower
    return word in _STRIKING or (word in _INTO and bool(before & _ENTERING))
