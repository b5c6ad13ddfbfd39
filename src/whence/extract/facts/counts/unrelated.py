"""Deaths found not to be the incident's: "her death cannot be put down to the outage"."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.language.quantities import exact
from whence.extract.facts.words import casualties
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_REACH = 12
"""Tokens from "death" to "cannot be put down to"."""

_OBJECT = 5
"""Tokens behind it within which the incident is named."""


_NAMED = 4
"""Tokens of "death or serious injury"."""
_HARMS = {
    "killed": frozenset({"death", "deaths", "fatality", "fatalities"}),
    "wounded": frozenset({"injury", "injuries"}),
}


@cache
def _linking() -> Phrases:
    return phrases(casualties().not_of_it.linking)


@cache
def _denying() -> Phrases:
    return phrases(casualties().not_of_it.denying)


def unrelated(tokens: tuple[Token, ...]) -> tuple[Bound, ...]:
    """Return that nobody was killed where a sentence says that a death was not of the incident."""
    for first, token in enumerate(tokens):
        if first and tokens[first - 1].lower == "no" and (bound := _none(tokens, first)):
            return bound
        if token.lower != "death":
            continue
        for at in range(first + 1, min(len(tokens), first + _REACH)):
            last = at + match(_denying(), tokens, at)[1]
            if tokens[at].text in {";", ":"}:
                break
            if last > at and _incident(tokens, last):
                return (_nobody(first, last),)
    return ()


def _none(tokens: tuple[Token, ...], first: int) -> tuple[Bound, ...]:
    """Read "no death or injury is to be put down to the outage": nobody dead, nobody hurt."""
    named = [token.lower for token in tokens[first : first + _NAMED]]
    slots = [slot for slot, nouns in _HARMS.items() if nouns & set(named)]
    if named[0] not in _HARMS["killed"] | _HARMS["wounded"]:
        return ()
    for at in range(first + 1, min(len(tokens), first + _REACH)):
        last = at + match(_linking(), tokens, at)[1]
        if tokens[at].text in {";", ":"}:
            break
        if last > at and _incident(tokens, last):
            return tuple(_nobody(first, last, slot) for slot in slots)
    return ()


def _incident(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether what follows is the incident: "the outage", not "another attack"."""
    near = {token.lower for token in tokens[last : last + _OBJECT]}
    return bool(near & casualties().not_of_it.what) and not near & casualties().not_of_it.other


def _nobody(first: int, last: int, slot: str = "killed") -> Bound:
    thing = Counted(first, last, exact(0), "person", "people", "none")
    verb = Predicate(slot, first, last, "state", first)
    return Bound(slot, thing, verb, first, last, "finding")
