"""Tolls that are moved: "lowered the toll from 27 to 20", "put at 20, down from 27"."""

from dataclasses import dataclass
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
def _nouns() -> dict[str, Phrases]:
    return {"killed": phrases(casualties().tolls), "wounded": phrases(casualties().tolls_wounded)}


@cache
def _counted_so() -> dict[str, Phrases]:
    return {slot: phrases(nouns) for slot, nouns in casualties().put.items()}


@cache
def _beside() -> Phrases:
    return phrases(casualties().toll_beside)


def moved_tolls(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Bound, ...]:
    """Return the new numbers of the tolls that a sentence moves, and old ones where they are told.

    A toll that is lowered or revised is corrected; one that grows is the same toll, later.
    """
    heads = _heads(tokens)
    ends = [one.first for one in heads[1:]] + [len(tokens)]
    rows = zip(heads, ends, strict=False)
    return tuple(bound for head, end in rows for bound in _moved(tokens[:end], things, head))


@dataclass(frozen=True, slots=True)
class _Head:
    """A toll over tokens [first, last) and what it counts; its verb stands behind ``verb``."""

    first: int
    last: int
    slot: str
    verb: int


def _heads(tokens: tuple[Token, ...]) -> list[_Head]:
    """Return the tolls that a sentence names."""
    found: list[_Head] = []
    for index in range(len(tokens)):
        verb = max(0, index - _AROUND)
        length, slot = max((match(t, tokens, index)[1], slot) for slot, t in _nouns().items())
        if not length and index and tokens[index - 1].lower in versions("putting"):
            length, slot = _put(tokens, index)
        if not length and found:
            length, slot, verb = match(_beside(), tokens, index)[1], "wounded", found[-1].verb
        if length and (not found or found[-1].last <= index):
            found.append(_Head(index, index + length, slot, verb))
    return found


def _put(tokens: tuple[Token, ...], index: int) -> tuple[int, str]:
    """Return the length of "the dead" in "put the dead at 46", and what it counts; 0 without."""
    for slot, table in _counted_so().items():
        length = match(table, tokens, index)[1]
        if length and [token.lower for token in tokens[index + length :][:1]] == ["at"]:
            return length, slot
    return 0, ""


def _moved(tokens: tuple[Token, ...], things: tuple[Counted, ...], head: _Head) -> list[Bound]:
    """Return the numbers of one toll; the tokens end where the next toll is named."""
    first, slot, end = head.first, head.slot, min(head.last + _REACH, len(tokens))
    within = [thing for thing in things if head.last <= thing.first < end]
    told = [thing for thing in within if _counts(thing)]
    new = next((thing for thing in told if _version(tokens, thing) == "new"), None)
    if new is None:
        return []
    near = (*tokens[head.verb : new.first], *tokens[new.last : new.last + _BEHIND])
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
