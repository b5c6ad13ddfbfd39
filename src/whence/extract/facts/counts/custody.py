"""Arrests that no single verb tells: "took three men into custody", "made five arrests"."""

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import AUXILIARIES, Predicate
from whence.extract.facts.words import ArrestWords, casualties
from whence.extract.prose import Token

_BEFORE = 3
"""Tokens before a number within which "took" or "made" stands."""
_AFTER = 4
"""Tokens behind it within which "into custody" or "have been made" does."""
_CLAUSE = 8
"""Tokens before "are holding" within which it is told who holds."""
_HAVING = frozenset({"has", "have", "had"})
_NUMBERS = frozenset({"digits", "words", "vague"})


def custody(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Bound, ...]:
    """Return how many a sentence tells to be held, by words on both sides of their number.

    Who holds hostages detains nobody: "are holding five" counts only of the law's own people.
    """
    found = [thing for thing in things if thing.form in _NUMBERS and not thing.partitive]
    return tuple(_bound(thing) for thing in found if _is_held(tokens, thing))


def _is_held(tokens: tuple[Token, ...], thing: Counted) -> bool:
    words = casualties().arrests
    if thing.kind == "person":
        return _brought_in(tokens, thing, words) or _being_held(tokens, thing, words)
    return _near(tokens, thing.last, thing.last + 1) == ["arrests"] and _made(tokens, thing, words)


def _near(tokens: tuple[Token, ...], first: int, last: int) -> list[str]:
    return [token.lower for token in tokens[max(0, first) : max(0, last)]]


def _brought_in(tokens: tuple[Token, ...], thing: Counted, words: ArrestWords) -> bool:
    """Tell whether people were taken "into custody", or are held by the police."""
    before = _near(tokens, thing.first - _BEFORE, thing.first)
    after = _near(tokens, thing.last, thing.last + _AFTER)
    if words.unreal & set(before):
        return False
    if before[-1:] and before[-1] in words.taking:
        return after[:1] == ["into"] and bool(words.custody & set(after[1:]))
    if before[-1:] and before[-1] in words.holding:
        captors = _near(tokens, thing.first - _CLAUSE, thing.first - 1)
        return bool(words.lawful & set(captors)) and not words.captive & set(after)
    return False


def _being_held(tokens: tuple[Token, ...], thing: Counted, words: ArrestWords) -> bool:
    """Tell whether "are being held", "have been held" is said of an arrest, by its reason."""
    at = thing.last
    while at < len(tokens) and tokens[at].lower in AUXILIARIES | _HAVING | {"still", "now", "also"}:
        at += 1
    after = _near(tokens, at, at + _AFTER)
    if at == thing.last or after[:1] != ["held"]:
        return False
    by_law = after[1:2] == ["by"] and bool(words.lawful & set(after))
    for_it = bool(after[1:2]) and after[1] in words.held_for
    return (by_law or for_it) and not words.captive & set(after)


def _made(tokens: tuple[Token, ...], thing: Counted, words: ArrestWords) -> bool:
    """Tell whether arrests are told as made: "made five arrests", "five arrests were made"."""
    before = _near(tokens, thing.first - _BEFORE, thing.first)
    after = _near(tokens, thing.last + 1, thing.last + 1 + _AFTER)
    if words.unreal & set(before):
        return False
    passive = after[:1] and after[0] in AUXILIARIES | _HAVING and "made" in after
    return bool(passive) or bool(words.making & set(before[-2:]))


def _bound(thing: Counted) -> Bound:
    verb = Predicate("detained", thing.first, thing.last, "state", thing.first)
    return Bound("detained", _people(thing), verb, thing.first, thing.last)


def _people(thing: Counted) -> Counted:
    if thing.kind == "person":
        return thing
    return Counted(thing.first, thing.last, thing.quantity, "person", "people", thing.form)
