"""Judgements told in a line, for a history that a person reads."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec
from msgspec import Struct

from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.ledger import Extraction, Snapshot
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

_ID: Final = re.compile(
    r"(claim|fact|chain|doc|origin)-[0-9a-f]+|(executor|sponsor):[\w-]+|(evidence):[\w:-]+"
)
_GONE: Final = {
    "claim": "a claim",
    "fact": "a fact",
    "chain": "a first hand",
    "doc": "a report",
    "origin": "an origin",
    "executor": "an answer",
    "sponsor": "an answer",
    "evidence": "an item of evidence",
}


def gone(key: str) -> str:
    """Return words for an id of which nothing is known any more; anything else as it stands."""
    found = _ID.fullmatch(key)
    kind = next(filter(None, found.groups())) if found else ""
    return f"{_GONE[kind]} that the case does not hold now" if kind else key


class Names:
    """What the entries of a case call the things in it.

    With ``known``, which are names by their ids, a thing is told by its name alone, for somebody
    who reads a page; without, by its id too, for somebody who gives ids to a command.
    """

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.bare = known is not None
        self._names = dict(known or {})

    def learn(self, said: Struct) -> None:
        """Take up what an entry names."""
        if isinstance(said, Extraction):
            self._names |= names_in(said.report)
        elif self.bare and isinstance(said, Document):
            self._names[said.id] = said.name
        elif self.bare and isinstance(said, Snapshot) and said.assessment is not None:
            for answer in said.assessment.answers:
                self._names |= {one.id: one.label for one in answer.hypotheses}
                self._names |= {one.id: one.text for one in answer.evidence}

    def __contains__(self, key: str) -> bool:
        return key in self._names

    def of(self, key: str) -> str:
        """Return what stands for an id in a line."""
        name = self._names.get(key)
        if self.bare:
            return name or gone(key)
        return f"{key} [{name}]" if name else key


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


def told(judgement: Judgement, names: Names) -> str:
    """Return what a judgement says, by whom and why; ``names`` are of what it speaks of.

    What has no name here, and a verdict that is not known, are told as they stand.
    """
    verdict, subject = judgement.verdict, judgement.subject
    what = _WHOLE.get(verdict) or _WORDS.get(verdict.partition(" ")[0])
    said = f"{_named(subject, verdict, names) if names.bare else subject}: {verdict}"
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


def _named(subject: str, verdict: str, names: Names) -> str:
    if subject in names:
        return names.of(subject)
    parts = subject.split(TOGETHER if TOGETHER in subject else None)
    if verdict in _WHOLE or any(part in names for part in parts):
        return " and ".join(names.of(part) for part in parts)
    lost = names.bare and all(map(_ID.fullmatch, parts))
    return " and ".join(map(gone, parts)) if lost else subject


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
