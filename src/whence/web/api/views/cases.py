"""A case at a glance."""

from msgspec import Struct

from whence.model.assessment import Answer, Confidence, Posterior
from whence.model.claim import Role
from whence.web.shelf import Volume


class Answered(Struct, frozen=True, kw_only=True):
    """One question at a glance; ``verdict`` and ``candidate`` are ids of ``labels``.

    A ``verdict`` of None is "cannot tell"; ``failed`` are then the tests that were not passed.
    """

    role: Role
    verdict: str | None
    candidate: str
    wording: str
    labels: dict[str, str]
    posterior: tuple[Posterior, ...]
    failed: tuple[str, ...]


class CaseView(Struct, frozen=True, kw_only=True):
    """A case at a glance: where it stands, and what it comes to.

    ``seq``, ``hash`` and ``at`` are of its last entry. ``fresh`` tells whether what is derived is
    of the case as it stands; else it waits to be weighed anew. ``reports`` are those that what is
    derived rests on, ``documents`` all that it holds.
    """

    id: str
    name: str
    question: str
    opened_by: str
    opened_at: str
    closed: bool
    seq: int
    hash: str
    at: str
    fresh: bool
    documents: int
    reports: int
    failures: int
    origins: int
    judgements: int
    comments: int
    kind: str | None
    headline: str | None
    confidence: Confidence | None
    confidence_reason: str
    answers: tuple[Answered, ...]


def case_view(volume: Volume) -> CaseView:
    """Return a case at a glance."""
    state, case, head = volume.state, volume.case, volume.head
    weighed, incident = case.assessment, case.incident
    return CaseView(
        id=volume.case_id,
        name=head.name,
        question=state.question,
        opened_by=state.opened_by,
        opened_at=state.opened_at,
        closed=state.closed,
        seq=head.seq,
        hash=head.hash,
        at=head.at,
        fresh=volume.fresh,
        documents=len(state.documents),
        reports=len(case.reports),
        failures=len(case.failures),
        origins=len(case.trace.origins),
        judgements=len(state.judgements),
        comments=len(state.comments),
        kind=incident.kind if incident else None,
        headline=incident.headline if incident else None,
        confidence=weighed.confidence if weighed else None,
        confidence_reason=weighed.confidence_reason if weighed else "",
        answers=tuple(map(_answered, weighed.answers)) if weighed else (),
    )


def _answered(answer: Answer) -> Answered:
    return Answered(
        role=answer.role,
        verdict=answer.verdict,
        candidate=answer.candidate,
        wording=answer.wording,
        labels={one.id: one.label for one in answer.hypotheses},
        posterior=answer.posterior,
        failed=tuple(test.detail for test in answer.tests if not test.passed),
    )
