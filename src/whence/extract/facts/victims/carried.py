"""Who is brought to a hospital to be healed: not to a mortuary, not to work or to fight there."""

from functools import cache

from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, is_people, numbers, verb_words, weapon_of
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_AFTER = 16
"""Tokens after a verb within which the hospital is told."""
_ENDS = frozenset({"where", "when", "while", "after", "before", ";"})
"""What ends the words for where somebody is brought."""
_CLAUSE = 30
"""Tokens around a verb within which an illness is told as what brings people to a hospital."""
_SOUND = (["stable"], ["good"], ["fair"])
_PHRASE_ENDS = _ENDS | {",", "and"}
_DEAD = frozenset({"died", "dead", "deceased", "succumbed"})
_ALL = frozenset({"they", "all", "both", "he", "she"})
_ELSEWHERE = frozenset({"other", "another", "different"})
_NEAR = 5
"""Tokens of "to a nearby county hospital" behind "sent"."""
_SAYING = frozenset({"say", "says", "said", ":"})


@cache
def _hospitals() -> Phrases:
    return phrases(victim_words().hospitals)


def carried(tokens: tuple[Token, ...], last: int, best: int | None = 1) -> bool:
    """Tell whether a verb that ends at ``last`` brings people to a hospital, alive.

    Args:
        tokens: the sentence.
        last: the end of the verb.
        best: how many are brought; "where three died" tells of them only where they are three.
    """
    if _buried(tokens, last) or died_there(tokens, last, best) or _ill(tokens, last):
        return False
    return _destination(tokens, last) is not None


def _ill(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether an illness, or what is to be found out, brings people there, and no wound."""
    table = phrases(victim_words().illnesses)
    near = range(max(0, last - _CLAUSE), min(len(tokens), last + _CLAUSE))
    return any(match(table, tokens, at)[1] for at in near)


def stable(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether who is brought there is told to be in a state in which nobody dies."""
    for at in range(last, min(len(tokens), last + _AFTER)):
        if tokens[at].lower in _PHRASE_ENDS:
            return False
        state = [token.lower for token in tokens[at : at + 3]]
        if state[:1] == ["in"] and state[1:2] in _SOUND and state[2:] == ["condition"]:
            return True
    return False


def died_there(tokens: tuple[Token, ...], last: int, best: int | None) -> bool:
    """Tell whether all who are brought died: "where they died", not "where one of them died"."""
    end = min(len(tokens), last + _AFTER)
    for at in range(last, end):
        if tokens[at].lower != "where" or not {token.lower for token in tokens[at:end]} & _DEAD:
            continue
        who = at + 1
        while who < end and (tokens[who].lower == "the" or tokens[who].lower.endswith("ly")):
            who += 1
        told = number(tokens, who) if who < end else None
        same = told is not None and told.quantity.best == best
        return same or (who < end and tokens[who].lower in _ALL)
    return False


def _buried(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether people are brought to a mortuary, in the phrase right behind the verb."""
    there = False
    for token in tokens[last : last + _AFTER]:
        if token.lower in _PHRASE_ENDS:
            return False
        there = there or token.lower == "to"
        if there and token.lower in victim_words().mortuaries:
            return True
    return False


def _destination(tokens: tuple[Token, ...], last: int) -> tuple[int, int] | None:
    """Return the tokens of "to a hospital": no preposition but "of" stands in between."""
    start: int | None = None
    for at in range(last, min(len(tokens), last + _AFTER)):
        word = tokens[at].lower
        if word in _ENDS:
            return None
        length = match(_hospitals(), tokens, at)[1]
        if start is not None and length:
            return start, at + length
        if word in {"to", "into"}:
            start = at
        elif word in closed("prepositions") - {"of"}:
            start = None
    return None


def sent(tokens: tuple[Token, ...], verb: tuple[int, int], people: tuple[int, int]) -> bool:
    """Tell whether "sent" tells of wounded: right behind it and its object stands "to a hospital".

    Staff and troops are sent there as well: what sends the wounded is an event or a weapon.

    Args:
        tokens: the sentence.
        verb: the tokens of "sent".
        people: the tokens of who is sent.
    """
    active = people[0] >= verb[1]
    last = people[1] if active else verb[1]
    there = _destination(tokens, last)
    if there is None or there[0] != last or there[1] - last > _NEAR:
        return False
    if other_hospital(tokens, last) or not _ends(tokens, there[1]):
        return False
    return not active or _event(tokens, verb[0])


def other_hospital(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether people come from one hospital to others."""
    there = _destination(tokens, last)
    inside = tokens[there[0] : there[1]] if there is not None else ()
    return any(token.lower in _ELSEWHERE for token in inside)


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "hospital" ends its phrase, and nothing is to be done there."""
    if at >= len(tokens) or not tokens[at].text[0].islower():
        return True
    word = tokens[at].lower
    if word == "to":
        return at + 1 < len(tokens) and tokens[at + 1].lower in {"be", "recover"}
    return word in numbers().stops | closed("prepositions") | closed("adverbs")


def _event(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether the subject of the verb at ``verb`` is an event or a weapon, nobody."""
    start = verb
    while start and tokens[start - 1].lower not in _SAYING | {";"}:
        start -= 1
    for at in range(start, verb):
        word = tokens[at].lower
        if word in casualties().sent.events or word in weapon_of():
            after = tokens[at + 1].lower
            verbal = verb_words() | {"left", "leaves", "leaving", "also", "has", "had"}
            return at + 1 == verb or after in verbal | closed("prepositions") | {"that", "which"}
        if is_people(word) or word in closed("prepositions") or word in verb_words() | {","}:
            return False
    return False
