"""Two versions of one number in one sentence: "speaks of two drones, after its first of three"."""

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.words import versions
from whence.extract.prose import Token
from whence.model.fact import FactStage

_SLOT = "munitions_launched"
_BACK = 4
"""Tokens before a bare number within which "first figure of" stands."""


def corrected(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], bound: tuple[Bound, ...]
) -> tuple[Bound, ...]:
    """Return the munitions of a sentence that corrects their number, first and corrected version.

    Only beside a word for correcting, and only for numbers that no verb has taken.
    """
    if not any(token.lower in versions("correcting") for token in tokens):
        return ()
    taken = {(one.counted.first, one.counted.last) for one in bound}
    free = [thing for thing in things if (thing.first, thing.last) not in taken]
    munitions = [t for t in free if t.kind == "munition" and t.form in {"digits", "words"}]
    spoken = [t for t in munitions if _before(tokens, t) in {"of", "to"} and not t.partitive]
    named = bool(munitions) or any(one.slot == _SLOT for one in bound)
    found = [_bound(thing, "correction") for thing in spoken[:1]]
    if named:
        found += [_bound(thing, "initial") for thing in free if _first_figure(tokens, thing)][:1]
    return tuple(found)


def told_earlier(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether a count is an earlier figure: "an earlier toll of 27"."""
    near = [token.lower for token in tokens[max(0, thing.first - _BACK) : thing.first]]
    if near[-1:] != ["of"] or not versions("figures") & set(near):
        return False
    return bool(versions("first") & set(near))


def _before(tokens: tuple[Token, ...], thing: Counted) -> str:
    return tokens[thing.first - 1].lower if thing.first else ""


def _first_figure(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether a bare number stands in "its first figure of three", "from an initial three"."""
    if thing.kind != "bare" or thing.form not in {"digits", "words"}:
        return False
    near = [token.lower for token in tokens[max(0, thing.first - _BACK) : thing.first]]
    if not near or not set(near) & versions("first"):
        return False
    return near[-1] in versions("first") or (
        near[-1] == "of" and bool(set(near) & versions("figures"))
    )


def _bound(thing: Counted, stage: FactStage) -> Bound:
    verb = Predicate(_SLOT, thing.first, thing.last, "state", thing.first)
    return Bound(_SLOT, thing, verb, thing.first, thing.last, stage)
