"""Tolls that are moved: "lowered the toll from 27 to 20", "put at 20, down from 27"."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.words import casualties, versions
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token
from whence.model.fact import FactStage

_REACH = 16
"""Tokens behind a toll within which its numbers stand."""
_AROUND = 6
"""Tokens before a toll within which the verb that moves it stands."""
_BEHIND = 5
"""Tokens behind the new number within which "down from" stands."""
_LIGHT = frozenset({"an", "its", "the", "just", "only", "to", "earlier", "initial", "previous"})


@cache
def _table(name: str) -> Phrases:
    return phrases(versions(name))


@cache
def _heads() -> dict[str, Phrases]:
    return {"killed": phrases(casualties().tolls), "wounded": phrases(casualties().tolls_wounded)}


def moved_tolls(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Bound, ...]:
    """Return the new number of a toll that a sentence moves, and the old one where it is told.

    A toll that is lowered or revised is corrected; one that grows is the same toll, later.
    """
    for index in range(len(tokens)):
        heads = [(match(table, tokens, index)[1], slot) for slot, table in _heads().items()]
        length, slot = max(heads)
        if length:
            return tuple(_moved(tokens, things, slot, (index, index + length)))
    return ()


def _moved(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], slot: str, head: tuple[int, int]
) -> list[Bound]:
    first, last = head
    told = [thing for thing in things if last <= thing.first < last + _REACH and _counts(thing)]
    new = next((thing for thing in told if _version(tokens, thing) == "new"), None)
    if new is None:
        return []
    near = (*tokens[max(0, first - _AROUND) : new.first], *tokens[new.last : new.last + _BEHIND])
    moving = _moves(near, "moving")
    if not moving and not _moves(near, "growing"):
        return []
    old = next((thing for thing in told if _version(tokens, thing) == "old"), None)
    found = [_bound(slot, new, first, "correction" if moving else "asserted")]
    return [*found, _bound(slot, old, first, "initial")] if old is not None else found


def _counts(thing: Counted) -> bool:
    return thing.form in {"digits", "words"} and (
        thing.kind == "bare" or (thing.kind == "person" and general(thing.unit))
    )


def _moves(tokens: tuple[Token, ...], name: str) -> bool:
    return any(match(_table(name), tokens, index)[1] for index in range(len(tokens)))


def _version(tokens: tuple[Token, ...], thing: Counted) -> str:
    """Return whether a number is the old or the new one of its toll, "" where neither."""
    index = thing.first - 1
    if tokens[index].lower in {"to", "at"}:
        return "new" if tokens[index - 1].lower != "according" else ""
    while index > 0 and tokens[index].lower in _LIGHT:
        index -= 1
    return "old" if tokens[index].lower in {"from", "of"} else ""


def _bound(slot: str, thing: Counted, first: int, stage: FactStage) -> Bound:
    first = min(first, thing.first)
    verb = Predicate(slot, first, thing.last, "state", first)
    return Bound(slot, thing, verb, first, thing.last, stage)
