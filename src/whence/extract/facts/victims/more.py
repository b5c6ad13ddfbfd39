"""Whom "another" and "a fourth" without a noun mean: a person, or one more thing."""

from collections.abc import Sequence
from functools import cache

from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, is_people, numbers, verb_words
from whence.extract.lexicon import closed
from whence.extract.prose import Token

_PLURAL = frozenset({"were", "are", "have"})
_OBJECTS = frozenset({"him", "them", "me", "us", "himself", "herself", "themselves", "some"})
_AHEAD = 6
"""Tokens after "another" within which is told what only befalls persons."""


@cache
def _verbs() -> frozenset[str]:
    """Return the first words of what happens to people."""
    rows = [casualties().verbs[name] for name in ("killed", "wounded", "shot", "treated")]
    forms = [form for row in rows for form in (row.both, row.intransitive, row.state)]
    return frozenset(word.split()[0] for form in forms for word in form) - {"in", "are", "were"}


@cache
def _personal() -> frozenset[str]:
    """Return the words for what hardly befalls anything but persons: "wounded", no "hit"."""
    rows = [casualties().verbs[name] for name in ("killed", "wounded")]
    forms = [form for row in rows for form in (row.both, row.active, row.intransitive, row.state)]
    return frozenset(word.split()[0] for form in forms for word in form) - {"blown", "found"}


def one_more(
    tokens: tuple[Token, ...], first: int, last: int, persons: Sequence[tuple[int, int, bool]]
) -> bool:
    """Tell whether "another" or "a fourth" over tokens [first, last) is one more person.

    Args:
        tokens: the sentence.
        first: where the words start.
        last: where they end.
        persons: the single persons told of before: their tokens, and whether a preposition takes
            them.
    """
    before = tokens[first - 1].lower if first else ""
    if before in {"than", "after", "one"} or not _suffers(tokens, last):
        return False
    return _after_person(tokens, first, last, persons)


def _suffers(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether no noun follows, and no verb with an object: who hurt two others is an actor."""
    at = last
    while at < len(tokens) and tokens[at].lower.endswith("ly") and not is_people(tokens[at].lower):
        at += 1
    if at >= len(tokens) or not tokens[at].text[0].isalnum():
        return True
    word = tokens[at].lower
    if word == "of" or word in _PLURAL:
        return False  # "a third of the crew", "a third were hurt"
    if word in _verbs():
        return not _object(tokens, at + 1)
    return word in numbers().stops


def _object(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether somebody or something is told right after a verb."""
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    named = tokens[at].text[0].isupper() and word not in closed("prepositions")
    determined = word in victim_words().determiners | closed("determiners")
    return named or determined or word in _OBJECTS or number(tokens, at) is not None


def _after_person(
    tokens: tuple[Token, ...], first: int, last: int, persons: Sequence[tuple[int, int, bool]]
) -> bool:
    """Tell whether the nearest noun before, which no preposition takes, is a person's.

    Where a number alone is nearer ("one died and another"), or nothing stands before, the verb
    must tell.
    """
    at = first - 1
    while at >= 0:
        inside = next((one for one in persons if one[0] <= at < one[1]), None)
        if inside is not None:
            if not inside[2]:
                return True
            at = inside[0] - 1
            continue
        start = _start(tokens, at)
        taken = start > 0 and tokens[start - 1].lower in closed("prepositions")
        people = is_people(tokens[at].lower) and not _noun(tokens, at + 1)
        if people and not taken:
            return True
        if start == at and not taken and _counts(tokens, at):
            if _noun(tokens, at + 1):
                return False
            if tokens[at].lower not in victim_words().determiners - {"one"}:
                return _personal_near(tokens, at - 2, at + 4) or _personal_near(
                    tokens, first - 2, last + _AHEAD
                )
        at = start - 1 if people else at - 1
    return _personal_near(tokens, first - 2, last + _AHEAD)


def _start(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the phrase starts whose noun stands at ``at``."""
    start = at
    while start and not _counts(tokens, start) and _noun(tokens, start - 1):
        start -= 1
    return start


def _counts(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether an article or a number stands at ``at``."""
    return tokens[at].lower in victim_words().determiners or number(tokens, at) is not None


def _noun(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word may belong to a noun: no mark, word of grammar or verb of harm."""
    if at >= len(tokens) or not tokens[at].text[0].isalnum():
        return False
    word = tokens[at].lower
    return word not in numbers().stops | verb_words() | closed("prepositions")


def _personal_near(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(token.lower in _personal() for token in tokens[max(0, first) : last])
