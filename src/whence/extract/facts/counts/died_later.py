"""Deaths of one deed at two places: "nine died at the scene and three more in hospital"."""

from dataclasses import replace
from itertools import pairwise

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.language.quantities import compared, exact
from whence.extract.facts.victims.words import victim_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token
from whence.model.fact import Quantity

_NEAR = 3
"""Tokens behind a verb of dying within which "at the scene" starts."""
_PARTED = 14
"""Tokens between the first who died and the number of the others."""
_LATER = 6
"""Tokens behind "died" within which a hospital, or "later", is told."""
_WORDS = frozenset({"later", "afterwards", "subsequently", "wounds", "injuries"})
_AT_ONCE: Phrases = phrases(
    [
        "at the scene",
        "on the scene",
        "on the spot",
        "at once",
        "instantly",
        "immediately",
        "outright",
    ]
)
_BREAKS = frozenset({";", ":", "including", "said"})


def with_later(tokens: tuple[Token, ...], found: tuple[Bound, ...]) -> tuple[Bound, ...]:
    """Return the counts of a sentence, those who died at once and those who died later as one."""
    rows = sorted(found, key=lambda one: one.counted.first)
    for first, later in pairwise(rows):
        summed = _sum(tokens, first, later)
        if summed is not None:
            return (*(one for one in found if one not in (first, later)), summed)
    return found


def _sum(tokens: tuple[Token, ...], first: Bound, later: Bound) -> Bound | None:
    least, more = first.counted.quantity, later.counted.quantity
    if first.slot != "killed" or not (_counts(least) and _counts(more)):
        return None
    start = first.predicate.last
    between = tokens[start : later.counted.first]
    joined = bool(between) and between[-1].lower in {"and", "while", "another"}
    if not joined or len(between) > _PARTED or {t.lower for t in between} & _BREAKS:
        return None
    at_once = any(match(_AT_ONCE, tokens, at)[1] for at in range(start, start + _NEAR))
    if not at_once or not _later(tokens, first, later):
        return None
    total = (least.best or 0) + (more.best or 0)
    sure = least.comparator == "exact"
    thing = replace(
        first.counted,
        last=later.counted.last,
        quantity=exact(total) if sure else compared(total, "at_least"),
        unit=first.counted.unit if later.counted.unit in ("", first.counted.unit) else "people",
        joined=True,
    )
    return replace(first, counted=thing, last=later.last)


def _counts(number: Quantity) -> bool:
    return bool(number.best) and number.comparator in ("exact", "at_least")


def _later(tokens: tuple[Token, ...], first: Bound, later: Bound) -> bool:
    """Tell whether those counted second died as well, in hospital or later."""
    last = later.predicate.last
    words = {token.lower for token in tokens[later.counted.last : last + _LATER]}
    if later.slot == "killed":
        return bool(words & (_WORDS | victim_words().hospitals))
    bare = later.slot == "treated" and later.predicate.voice == "state"
    died = tokens[first.predicate.last - 1].lower == "died"
    return bare and died and later.predicate.first == later.counted.last
