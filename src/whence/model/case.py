"""The whole of one question: documents, what was read, fused and weighed."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct

from whence.model.assessment import Assessment
from whence.model.document import Document, Failure
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.model.panel import Estimate, Pooled
from whence.model.report import Report

SCHEMA: Final = "whence.case/1"
"""Name and version of the case file; the number rises when a reader would break."""


class Judgement(Struct, frozen=True, kw_only=True):
    """A person's decision on something in the case: always with who, when and why."""

    subject: str
    verdict: str
    by: str
    at: str
    reason: str


def in_time(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return judgements by their own time, those of one time as given: the later outweighs.

    The order in a case is that in which they were entered, and a merge enters older ones later.
    """
    return sorted(judgements, key=lambda judgement: judgement.at)


class Run(Struct, frozen=True, kw_only=True):
    """How the case was made. ``at`` is the only value that differs between two equal runs."""

    at: str
    whence: str
    reader: str
    inputs: tuple[str, ...]
    as_of: str | None = None


class Case(Struct, frozen=True, kw_only=True):
    """Documents, judgements and the assessment of one question: what ``case.json`` holds.

    ``incident`` is the one that the question is about; ``others`` are incidents that some of the
    reports were found, or judged, to be about instead. ``panel`` holds people's own estimates of
    who was behind it and ``pooled`` what they come to together: the assessment knows of neither.
    """

    schema: Literal["whence.case/1"] = SCHEMA
    id: str
    run: Run
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    reports: tuple[Report, ...] = ()
    trace: Trace = Trace()
    incident: Incident | None = None
    others: tuple[Incident, ...] = ()
    assessment: Assessment | None = None
    judgements: tuple[Judgement, ...] = ()
    panel: tuple[Estimate, ...] = ()
    pooled: tuple[Pooled, ...] = ()
