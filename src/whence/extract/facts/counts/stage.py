"""First versions, corrections and findings, told apart by the words of the same sentence."""

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.corrected import told_earlier
from whence.extract.facts.counts.takenback import instead, taken_back
from whence.extract.facts.words import versions
from whence.extract.prose import Token
from whence.model.fact import FactStage

_NEAR = 12
"""Tokens back from a number within which a word tells its stage."""


def version(tokens: tuple[Token, ...], bound: Bound) -> FactStage:
    """Return which version a count is; what a sentence tells beside a withdrawal replaces it."""
    if taken_back(tokens, bound) or told_earlier(tokens, bound.counted):
        return "initial"
    if bound.stage is None and instead(tokens, bound):
        return "correction"
    return bound.stage or stage(tokens, bound.first)


def stage(tokens: tuple[Token, ...], first: int) -> FactStage:
    """Return the stage of what stands at token ``first``: the nearest word before it decides."""
    for index in range(first, max(-1, first - _NEAR), -1):
        if tokens[index].lower in versions("corrected"):
            return "correction"
        if tokens[index].lower in versions("initial"):
            return "initial"
    near = " ".join(token.lower for token in tokens[max(0, first - _NEAR) : first])
    if any(phrase in near for phrase in versions("initial_phrases")):
        return "initial"
    before = {token.lower for token in tokens[:first]}
    found = before & versions("finding") and before & versions("inquiry")
    return "finding" if found else "asserted"
