"""How the person aimed at came out of it: unhurt, slightly hurt, wounded, killed."""

from dataclasses import dataclass
from functools import cache

from whence.extract.facts.build import Draft
from whence.extract.facts.language.quantities import number
from whence.extract.facts.targets.words import (
    is_name,
    plain_word,
    target_words,
)
from whence.extract.facts.words import casualties
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.place.gazetteer import is_land
from whence.extract.possessives import is_owner
from whence.extract.prose import Prose, Sentence, Token

_MARKS = frozenset(',;:"”—–')
"""Marks that end the object of a verb: "…of being killed,” the minister said"."""
_BACK = 12
"""Tokens before a condition within which the person must be named."""


@dataclass(frozen=True, slots=True)
class Person:
    """The target person's names and offices, folded: what may stand for the person."""

    names: frozenset[str]
    offices: frozenset[str]


@cache
def _conditions() -> tuple[tuple[str, Phrases], ...]:
    return tuple((name, phrases(words)) for name, words in target_words().conditions.items())


def condition(prose: Prose, sentence: Sentence, person: Person) -> list[Draft]:
    """Return the conditions that a sentence tells of the person, each once."""
    tokens = sentence.tokens
    found: dict[str, Draft] = {}
    done = 0
    for index in range(len(tokens)):
        for name, table in _conditions():
            _, length = match(table, tokens, index)
            if not length or index < done or name in found:
                continue
            unhurt = name in {"unhurt", "slightly hurt"}
            where = None
            if unhurt or not _takes_object(tokens, index + length):
                where = _subject_before(tokens, index, person, unhurt)
            if where is None:
                where = _object_after(tokens, index + length, person)
            if where is None or (name in {"wounded", "killed"} and _not_said(tokens, index)):
                continue
            first, last = min(where, index), max(where + 1, index + length)
            span = prose.span(tokens[first].start, tokens[last - 1].end)
            before = {t.lower for t in tokens[max(0, index - 4) : index]}
            hedge = 1 if before & target_words().maybe else None
            found[name] = Draft(slot="target_condition", value=name, spans=(span,), hedge=hedge)
            done = last
    return list(found.values())


def _takes_object(tokens: tuple[Token, ...], after: int) -> bool:
    """Tell whether "wounded two", "killed the guard" follows: then the subject did it."""
    if after >= len(tokens):
        return False
    token = tokens[after]
    article = token.lower in {"the", "a", "an", "his", "her", "their"}
    return article or number(tokens, after) is not None or is_name(token)


def _not_said(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a verb is denied or only aimed at ("tried to", "not", "would have been")."""
    before = {token.lower for token in tokens[max(0, index - 3) : index]}
    return bool(before & {"not", "never", "would", "to", "n't", "if", "those", "who"})


def _subject_before(
    tokens: tuple[Token, ...], index: int, person: Person, unhurt: bool
) -> int | None:
    """Return the token that names the person as the subject of the condition at ``index``.

    Who is said to be ``unhurt`` is the target, by whatever name the text calls that person.
    """
    for position in range(index - 1, max(-1, index - 1 - _BACK), -1):
        token = tokens[position]
        if token.text in {";", ":"} or token.lower in {"but", "although", "whose"}:
            return None
        if number(tokens, position) is not None and token.lower not in {"a", "an", "no"}:
            return None
        word = plain_word(token)
        if word in casualties().people - person.offices - {"leader", "official"}:
            return None
        if word in person.names or word in person.offices:
            owned = any(is_owner(t) for t in tokens[position:index])
            return None if owned or _of_whom(tokens, position) else _first_name(tokens, position)
        if token.lower in {"he", "she"} and index - position <= 3:
            return position
        if unhurt and index - position <= 3 and is_name(token) and position:
            return None if is_owner(token) or is_land(word) else position
    return None


def _first_name(tokens: tuple[Token, ...], position: int) -> int:
    """Return where the name or title that holds ``position`` starts."""
    while position and (is_name(tokens[position - 1]) or tokens[position - 1].lower == "prime"):
        position -= 1
    return position


def _of_whom(tokens: tuple[Token, ...], position: int) -> bool:
    """Tell whether the person only says whose: "the guards of the prime minister"."""
    first = _first_name(tokens, position)
    if first and tokens[first - 1].lower in {"the", "a"}:
        first -= 1
    if not first or tokens[first - 1].lower != "of" or first < 2:
        return False
    return plain_word(tokens[first - 2]) not in target_words().persons


def _object_after(tokens: tuple[Token, ...], after: int, person: Person) -> int | None:
    """Return the token that names the person right after "injured", "killed"."""
    for position in range(after, min(len(tokens), after + 4)):
        mark = tokens[position].text in _MARKS
        if mark or tokens[position].lower in closed("target_stops"):
            return None
        word = plain_word(tokens[position])
        if word in person.names or word in person.offices:
            return None if is_owner(tokens[position]) else position
    return None
