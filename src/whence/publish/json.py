"""The case file: everything that was read and concluded, for machines and for replay.

Beside it a lean file of the incident alone, for programs that want the record and no texts.
"""

from collections.abc import Iterator
from math import isfinite
from typing import Final, Literal

import msgspec
from msgspec import Struct

from whence.model.assessment import Answer, Assessment, Posterior, Settler, Step, Turn
from whence.model.attribution import Anonymity, SourceKind
from whence.model.case import Case
from whence.model.incident import Incident
from whence.model.origin import Stake
from whence.publish.texts import known_as
from whence.publish.views import distance

INCIDENT_SCHEMA: Final = "whence.incident/1"
"""Name and version of the incident file."""


class Hand(Struct, frozen=True, kw_only=True):
    """A first hand, by the id that the values of the incident name it with."""

    id: str
    name: str
    kind: SourceKind
    anonymity: Anonymity
    stake: Stake


class Page(Struct, frozen=True, kw_only=True):
    """A report, by the id that values and spans name it with; its text stays out."""

    id: str
    outlet: str
    title: str | None
    url: str | None
    published: str | None
    raw_sha256: str


class Answered(Struct, frozen=True, kw_only=True):
    """Who was behind it, in short: the verdict in words, None where it cannot be told.

    ``candidate`` is the answer that was tested, with its share and flip threshold; ``steps`` the
    way from its prior, ``far`` what would make it the answer or undo it.
    """

    role: str
    verdict: str | None
    wording: str
    confidence: str
    candidate: str | None = None
    share: Posterior | None = None
    far: str = ""
    steps: tuple[Step, ...] = ()


class IncidentFile(Struct, frozen=True, kw_only=True):
    """The incident with what its ids stand for, and the verdict: what ``incident.json`` holds.

    ``incident`` is None when the reports tell of none. ``left_out`` are the ids of origins whose
    word was left out on purpose; ``would_settle`` and ``history`` are as in the case file.
    """

    schema: Literal["whence.incident/1"] = INCIDENT_SCHEMA
    case: str
    as_of: str | None
    incident: Incident | None
    origins: tuple[Hand, ...]
    reports: tuple[Page, ...]
    answers: tuple[Answered, ...]
    left_out: tuple[str, ...] = ()
    would_settle: tuple[Settler, ...] = ()
    history: tuple[Turn, ...] = ()


def render(case: Case) -> bytes:
    """Return the case as indented JSON with sorted keys; ``schema`` names its version.

    Raises:
        ValueError: when a number is not finite: JSON has no word for it, and null would lie.
    """
    return _written(case, "case")


def _written(thing: Struct, name: str) -> bytes:
    builtins = msgspec.to_builtins(thing)
    for path in _not_finite(builtins, name):
        raise ValueError(f"not a finite number: {path}")
    packed = msgspec.json.encode(builtins, order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def incident(case: Case) -> bytes:
    """Return the incident file as indented JSON with sorted keys.

    Raises:
        ValueError: when a number is not finite.
    """
    weighed = case.assessment
    return _written(
        IncidentFile(
            case=case.id,
            as_of=weighed.as_of if weighed else case.run.as_of,
            incident=None if case.incident is None or case.incident.empty else case.incident,
            origins=tuple(
                Hand(id=row.id, name=known_as(row.name), kind=row.kind, anonymity=row.anonymity,
                     stake=row.stake)
                for row in case.trace.origins
            ),
            reports=tuple(
                Page(id=row.id, outlet=row.name, title=row.title, url=row.url,
                     published=row.published, raw_sha256=row.raw_sha256)
                for row in case.documents
            ),
            answers=_answers(weighed) if weighed else (),
            left_out=weighed.left_out if weighed else (),
            would_settle=weighed.would_settle if weighed else (),
            history=weighed.history if weighed else (),
        ),
        "file",
    )  # fmt: skip


def _answers(assessment: Assessment) -> tuple[Answered, ...]:
    return tuple(_answered(row, assessment.confidence) for row in assessment.answers)


def _answered(answer: Answer, confidence: str) -> Answered:
    tested = distance.candidate(answer)
    return Answered(
        role=answer.role,
        verdict=answer.verdict,
        wording=answer.wording,
        confidence=confidence,
        candidate=tested[0].label if tested else None,
        share=tested[1] if tested else None,
        far=distance.far(answer),
        steps=answer.steps if tested else (),
    )


def read(raw: bytes) -> Case:
    """Return the case of a case file.

    Raises:
        msgspec.ValidationError: when the file does not fit the schema.
        msgspec.DecodeError: when it is not JSON.
    """
    return msgspec.json.decode(raw, type=Case)


def _not_finite(value: object, path: str) -> Iterator[str]:
    if isinstance(value, float) and not isfinite(value):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _not_finite(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _not_finite(inner, f"{path}[{place}]")
