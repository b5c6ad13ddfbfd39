"""Judgements told in a line, for a history that a person reads."""

from collections.abc import Mapping

import msgspec

from whence.model.case import Judgement
from whence.model.report import Report
from whence.model.verdicts import (
    ACCEPTED,
    CORRECTED,
    HAND,
    ONE,
    REJECTED,
    SEPARATE,
    TOGETHER,
    WITHDRAWN,
    argument,
)


def names_in(report: Report) -> dict[str, str]:
    """Return what a report's claims, facts and chains are called, by id."""
    names = {
        claim.id: f"{claim.subject}, {'' if claim.polarity else 'not '}"
        f"{_spaced(claim.predicate)}, {_spaced(claim.standing)}"
        for claim in report.claims
    }
    names |= {fact.id: f"{_spaced(fact.slot)}: {fact.value}" for fact in report.facts}
    return names | {chain.id: chain.origin.who for chain in report.chains}


def _spaced(key: str) -> str:
    return key.replace("_", " ")


def told(judgement: Judgement, names: Mapping[str, str]) -> str:
    """Return what a judgement says, by whom and why; ``names`` are of subjects by their ids.

    What has no name here, and a verdict that is not known, are told as they stand.
    """
    verdict, subject = judgement.verdict, judgement.subject
    what = _WHOLE.get(verdict) or _WORDS.get(verdict.partition(" ")[0])
    said = f"{subject}: {verdict}"
    if what is not None:
        said = what.format(subject=_named(subject, verdict, names), value=_value(verdict))
    reason = f" ({judgement.reason})" if judgement.reason else ""
    return f"{said}, by {judgement.by}{reason}"


_WHOLE = {
    ONE: "{subject} are one origin",
    SEPARATE: "{subject}: an origin apart",
}
_WORDS = {
    ACCEPTED: "{subject} was read rightly",
    REJECTED: "{subject} is rejected",
    CORRECTED: "{subject} is corrected: {value}",
    HAND: "{subject} was said first by {value}",
    WITHDRAWN: "what was judged about {subject} no longer holds",
}


def _named(subject: str, verdict: str, names: Mapping[str, str]) -> str:
    parts = subject.split(TOGETHER if TOGETHER in subject else None)
    if verdict in _WHOLE or any(part in names for part in parts):
        return " and ".join(_one(part, names) for part in parts)
    return subject


def _one(subject: str, names: Mapping[str, str]) -> str:
    return f"{subject} [{names[subject]}]" if subject in names else subject


def _value(verdict: str) -> str:
    text = argument(verdict)
    if verdict.partition(" ")[0] != CORRECTED:
        return text
    try:
        changed = msgspec.json.decode(text, type=dict[str, object])
    except msgspec.DecodeError:
        return text
    return ", ".join(f"{key} {_plain(value)}" for key, value in changed.items())


def _plain(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
