"""Why a case says what it says: shares, steps, what rests on whom, what would settle it, the past.

Every row is a value of its own for machines; its ``row`` tells its type.
"""

from msgspec import Struct

from whence.model.assessment import (
    Answer,
    Assessment,
    Cause,
    Confidence,
    Hypothesis,
    StepKind,
    Turn,
)
from whence.model.claim import Role
from whence.publish.index import Index
from whence.publish.texts import known_as
from whence.publish.views import distance, verdict
from whence.publish.views.past import pasts
from whence.publish.words import words


class Question(Struct, frozen=True, kw_only=True, tag_field="row", tag="question"):
    """One of the two questions with its wording and how far it is from a verdict.

    ``verdict`` and ``candidate`` are labels of answers; the verdict is None for "cannot tell".
    """

    role: Role
    question: str
    verdict: str | None
    wording: str
    candidate: str | None
    far: str
    failed: tuple[str, ...]
    prior_basis: str
    as_of: str | None
    left_out: str


class Share(Struct, frozen=True, kw_only=True, tag_field="row", tag="hypothesis"):
    """One answer: prior, mean and 5-95 % interval, and the likelihood ratio that it needs.

    A ``needed`` below 1 tells that it has what a verdict needs by 1/``needed`` to 1. All numbers
    are None for an answer that is weightless.
    """

    role: Role
    hypothesis_id: str
    label: str
    entered_by: str
    prior: float | None = None
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""
    needed: float | None = None
    threshold: str = ""


class Stride(Struct, frozen=True, kw_only=True, tag_field="row", tag="step"):
    """One step of the candidate from its prior: nats of log-odds, and the probability after it."""

    role: Role
    candidate: str
    kind: StepKind
    text: str
    reason: str
    evidence_id: str | None
    nats: float
    mean: float


class Rest(Struct, frozen=True, kw_only=True, tag_field="row", tag="origin"):
    """What the leading answer would have without one origin, and whether another would lead."""

    role: Role
    origin_id: str
    origin: str
    hypothesis: str
    mean_with: float
    mean_without: float
    flips: bool


class Settling(Struct, frozen=True, kw_only=True, tag_field="row", tag="settler"):
    """A missing fact: expected information in nats, and what it would make of whom."""

    text: str
    reason: str
    status: str
    expected_information: float
    would_make: dict[str, float]
    told: tuple[str, ...]


class Moment(Struct, frozen=True, kw_only=True, tag_field="row", tag="moment"):
    """One question as of a past moment; ``means`` are by label, ``moved`` says it in words."""

    role: Role
    at: str
    candidate: str
    means: dict[str, float]
    low: float
    high: float
    verdict: str | None
    confidence: Confidence
    causes: tuple[Cause, ...]
    moved: tuple[str, ...]


class Ground(Struct, frozen=True, kw_only=True, tag_field="row", tag="confidence"):
    """How solid the ground is: apart from every likelihood."""

    confidence: Confidence
    reason: str


Row = Question | Share | Stride | Rest | Settling | Moment | Ground


def explained(index: Index, role: Role | None = None) -> tuple[Row, ...]:
    """Return why each question stands where it does; all questions unless one is named.

    Per question: the question, its shares, the steps, what rests on whom, the past; then what
    would settle it, and the confidence.
    """
    assessment = index.case.assessment
    if assessment is None:
        return ()
    rows: list[Row] = []
    for answer in asked(assessment, role):
        rows.append(_question(index, assessment, answer))
        rows += shares(answer)
        rows += _strides(answer)
        rows += _rests(assessment, answer)
        rows += moments(index, answer.role)
    rows += _settling(assessment, role)
    rows.append(Ground(confidence=assessment.confidence, reason=assessment.confidence_reason))
    return tuple(rows)


def moments(index: Index, role: Role | None = None) -> tuple[Moment, ...]:
    """Return the past moments, in order: one question's, or executor before sponsor."""
    assessment = index.case.assessment
    if assessment is None:
        return ()
    found: list[Moment] = []
    for answer in asked(assessment, role):
        past = pasts(index).get(answer.role)
        if past is None:
            continue
        turns = [turn for turn in assessment.history if turn.role == answer.role]
        names = labels(answer)
        found += [
            _moment(turn, event.moved, names)
            for turn, event in zip(turns, past.events, strict=True)
        ]
    return tuple(found)


def asked(assessment: Assessment, role: Role | None) -> tuple[Answer, ...]:
    """Return the answers of all questions, executor first, or of the one named."""
    found = [answer for answer in assessment.answers if role in (None, answer.role)]
    return tuple(sorted(found, key=lambda answer: answer.role))


def labels(answer: Answer) -> dict[str, str]:
    """Return a label for each answer; two of one label are told apart by their ids."""
    told = [hypothesis.label for hypothesis in answer.hypotheses]
    return {
        one.id: one.label if told.count(one.label) == 1 else f"{one.label} ({one.id})"
        for one in answer.hypotheses
    }


def _question(index: Index, assessment: Assessment, answer: Answer) -> Question:
    tested = distance.candidate(answer)
    return Question(
        role=answer.role,
        question=words().roles[answer.role],
        verdict=labels(answer).get(answer.verdict or ""),
        wording=answer.wording,
        candidate=tested[0].label if tested else None,
        far=distance.far(answer),
        failed=tuple(test.detail for test in answer.tests if not test.passed),
        prior_basis=answer.prior_basis,
        as_of=assessment.as_of,
        left_out=verdict.left_out(index),
    )


def shares(answer: Answer) -> list[Share]:
    """Return the answers to a question, likeliest first, the weightless last."""
    by_id = {hypothesis.id: hypothesis for hypothesis in answer.hypotheses}
    found = []
    for row in sorted(answer.posterior, key=lambda row: (-row.mean, row.hypothesis_id)):
        chosen = by_id.pop(row.hypothesis_id, None)
        if chosen is not None:
            found.append(
                Share(
                    role=answer.role, hypothesis_id=chosen.id, label=chosen.label,
                    entered_by=chosen.entered_by, prior=row.prior, mean=row.mean, low=row.low,
                    high=row.high, words=row.words, needed=row.needed,
                    threshold=distance.brief(chosen, row) if answer.evidence else "",
                )
            )  # fmt: skip
    return found + [_weightless(answer.role, one) for one in by_id.values()]


def _weightless(role: Role, one: Hypothesis) -> Share:
    return Share(role=role, hypothesis_id=one.id, label=one.label, entered_by=one.entered_by)


def _strides(answer: Answer) -> list[Stride]:
    tested = distance.candidate(answer)
    if tested is None:
        return []
    reasons = {item.id: item.reason for item in answer.evidence}
    return [
        Stride(
            role=answer.role, candidate=tested[0].label, kind=step.kind, text=known_as(step.text),
            reason=reasons.get(step.evidence_id or "", ""), evidence_id=step.evidence_id,
            nats=step.nats, mean=step.mean,
        )
        for step in answer.steps
    ]  # fmt: skip


def _rests(assessment: Assessment, answer: Answer) -> list[Rest]:
    names = labels(answer)
    rows = sorted(
        (row for row in assessment.sensitivity if row.role == answer.role),
        key=lambda row: (not row.flips, -abs(row.mean_with - row.mean_without), row.origin_id),
    )
    return [
        Rest(
            role=row.role, origin_id=row.origin_id, origin=known_as(row.origin_name),
            hypothesis=names.get(row.hypothesis_id, row.hypothesis_id), mean_with=row.mean_with,
            mean_without=row.mean_without, flips=row.flips,
        )
        for row in rows
    ]  # fmt: skip


def _settling(assessment: Assessment, role: Role | None) -> list[Settling]:
    ordered = sorted(assessment.would_settle, key=lambda row: (-row.expected_information, row.text))
    keys = {one.id for answer in asked(assessment, role) for one in answer.hypotheses}
    return [
        Settling(
            text=row.text, reason=row.reason, status=row.status,
            expected_information=row.expected_information,
            would_make={key: mean for key, mean in row.would_make.items() if key in keys},
            told=distance.makes(assessment, row, role),
        )
        for row in ordered
        if role is None or not row.would_make or keys & row.would_make.keys()
    ]  # fmt: skip


def _moment(turn: Turn, moved: tuple[str, ...], names: dict[str, str]) -> Moment:
    return Moment(
        role=turn.role,
        at=turn.at,
        candidate=names.get(turn.candidate, turn.candidate),
        means={names.get(key, key): mean for key, mean in turn.means.items()},
        low=turn.low,
        high=turn.high,
        verdict=names.get(turn.verdict or "", turn.verdict),
        confidence=turn.confidence,
        causes=turn.causes,
        moved=moved,
    )
