"""Figures of the dead from those who say that they did it: one side's, and mostly too high."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from whence.fuse.witness import Witness
from whence.model.report import Report
from whence.names.spelling import words

_SLOTS = frozenset({"killed", "wounded"})
_KINDS = frozenset({"group", "body", "organisation"})
_RELATIVES = frozenset({"that", "which", "who"})
_BACK = 12
"""Code points before a number's words in which one of these stands."""
_BRAG, _NEAR = 60, 6
"""Code points and words before a number's words in which its source is told to brag."""
_CLAIM, _NOBODY = "responsibility_claim", "none"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in names (``boasts.yaml``)."""

    fighters: frozenset[str]
    apart: frozenset[str]
    bragging: frozenset[str]


@cache
def _words() -> _Words:
    return msgspec.yaml.decode(Path(__file__).with_name("boasts.yaml").read_bytes(), type=_Words)


def boasted(witnesses: Sequence[Witness], reports: Sequence[Report]) -> tuple[Witness, ...]:
    """Mark the tolls that come from fighters or from a group that says it did it.

    What an outlet prints in its own voice is their word too where nobody else gives that number.
    """
    names = _claimants(witnesses, reports)
    tolls = [one for one in witnesses if one.fact.slot in _SLOTS]
    theirs = {one.fact.id: one.origin for one in tolls if _fights(one, names)}
    others = {_key(one) for one in tolls if one.sourced and one.fact.id not in theirs}
    numbers = {_key(one): one.origin for one in tolls if one.fact.id in theirs}
    for one in tolls:
        if not one.sourced and _key(one) in numbers and _key(one) not in others:
            theirs[one.fact.id] = numbers[_key(one)]
    return tuple(
        replace(one, boast=True, origin=theirs[one.fact.id]) if one.fact.id in theirs else one
        for one in witnesses
    )


def _claimants(witnesses: Sequence[Witness], reports: Sequence[Report]) -> list[frozenset[str]]:
    """Return the names of those who are told to say that they did it, as words."""
    told = [one.fact.value for one in witnesses if one.fact.slot == _CLAIM]
    for claim in (claim for report in reports for claim in report.claims):
        if claim.standing == "admitted" and claim.polarity and claim.scope == "incident":
            told.append(claim.subject)
    return [frozenset(words(name)) for name in told if name != _NOBODY]


def _fights(witness: Witness, names: Sequence[frozenset[str]]) -> bool:
    if witness.origin.kind not in _KINDS or _known(witness):
        return False
    own = frozenset(words(witness.origin.name))
    if _bragging(witness):
        return True
    armed = bool(own & _words().fighters) and not own & _words().apart
    return armed or any(name and (name <= own or own <= name) for name in names)


def _bragging(witness: Witness) -> bool:
    """Tell whether the words before a number say that its source brags: "boasts of killing 31"."""
    text = witness.document.text
    return any(
        _words().bragging & set(words(text[max(0, span.start - _BRAG) : span.start])[-_NEAR:])
        for span in witness.fact.spans
    )


def _known(witness: Witness) -> bool:
    """Tell whether a number is taken as known: they "planted the bomb that killed 17"."""
    text = witness.document.text
    before = (
        text[max(0, one.start - _BACK) : one.start].split()[-1:] for one in witness.fact.spans
    )
    return any(word and word[0].lower() in _RELATIVES for word in before)


def _key(witness: Witness) -> tuple[str, str]:
    return witness.fact.slot, witness.fact.value
