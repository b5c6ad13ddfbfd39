"""How accurate a first hand is, how firmly it commits itself, and how much of it is its own."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from whence.fuse.witness import HEDGES, Witness
from whence.model.vocabulary import load

Hand = Literal["finding", "sourced", "unidentified", "agency", "narrated", "boasting"]

_DOUBTED = HEDGES[0]
"""What is doubted (below 0) has no vote, and counts here as a guess. There is no reason for the
difference but that the figures of the evaluation were measured so; among facts read in real
reports we have met none that is doubted."""
_HALF = 0.5
_DERIVED = 0.5
"""The probability that an unsourced word is taken from the hands that told the same before it."""


@cache
def accuracies() -> dict[Hand, float]:
    """Return the probability that what each kind of hand tells is right."""
    table: dict[Hand, float] = load("hands", dict[Hand, float], "whence.fuse.truth")
    return table


def hand(witness: Witness) -> Hand:
    """Return what kind of hand vouches for a fact."""
    if witness.boast:
        return "boasting"
    if witness.fact.stage == "finding":
        return "finding"
    if not witness.sourced:
        return "agency" if witness.origin.kind == "agency" else "narrated"
    return "unidentified" if witness.origin.anonymity == "unknown" else "sourced"


def commitment(witness: Witness) -> float:
    """Return how far a hand stands by what it tells, between 0 and 1.

    Hedging takes away, and so does a first version, or what goes with a total taken back.
    """
    firm = HEDGES.get(witness.fact.hedge, _DOUBTED)
    early = _HALF if witness.fact.stage == "initial" else 1.0
    return firm * early * (_HALF if witness.stale else 1.0)


def own_parts(told: Sequence[Sequence[Witness]]) -> list[float]:
    """Return how much of each hand that tells one value is its own, given its facts.

    Sourced hands stand for themselves. An outlet's own word adds nothing beside a source that it
    quotes for it as firmly in the same report, and is else half taken from whoever told it before;
    only where nobody else did does it count whole.
    """
    quoted: dict[str, float] = {}
    for one in (one for facts in told for one in facts if one.sourced):
        quoted[one.document.id] = max(commitment(one), quoted.get(one.document.id, 0.0))
    ordered = sorted(range(len(told)), key=lambda index: _order(told[index]))
    parts = [1.0] * len(told)
    for place, index in enumerate(ordered):
        facts = told[index]
        if any(one.sourced for one in facts):
            continue
        repeats = all(commitment(one) <= quoted.get(one.document.id, -1.0) for one in facts)
        parts[index] = 0.0 if repeats else 1 - _DERIVED * (place > 0)
    return parts


def _order(facts: Sequence[Witness]) -> tuple[bool, float, str, str]:
    """Sourced hands come first, then the better ones, then the earlier."""
    return (
        not any(one.sourced for one in facts),
        -max(accuracies()[hand(one)] for one in facts),
        min((one.at for one in facts if one.at), default="~"),
        min(one.fact.id for one in facts),
    )
