"""What people think: each one's own estimate, hidden from the others until they gave theirs."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import CaseRefused, MalformedRecord, NothingRead, UnknownId
from whence.model.claim import Role
from whence.model.panel import Estimate, Pooled
from whence.run.panel import Given
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.estimates import answers_of, judges, keep, of_judge, visible
from whence.web.shelf import Volume

_TAG: Final = "panel"
_CASE: Final = "/cases/{case}"

Probability = Annotated[float, Meta(ge=0, le=1)]


class Question(Struct, frozen=True, kw_only=True):
    """One question: its answers by id, how many people estimated it, and whether you did."""

    role: Role
    labels: dict[str, str]
    judges: int
    given: bool


class PanelView(Struct, frozen=True, kw_only=True):
    """People's estimates, as far as you may see them: all of a question once you gave yours.

    ``pooled`` is what they come to together; the inference knows of neither.
    """

    questions: tuple[Question, ...]
    estimates: tuple[Estimate, ...]
    pooled: tuple[Pooled, ...]


class NewEstimate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Your probabilities for the answers to one question, by the ids of hypotheses.

    They need not sum to 1, nor name every answer. The last one that you give counts.
    """

    role: Role
    shares: Annotated[dict[str, Probability], Meta(min_length=1, max_length=200)]
    reason: Annotated[str, Meta(max_length=10_000)] = ""


def panel(call: Call[Nothing, None]) -> PanelView:
    """Return your own estimates, and everybody's of the questions on which you gave one."""
    return _view(call.volume(), call.person.name)


def estimate(call: Call[Nothing, NewEstimate]) -> PanelView:
    """Give your own estimate of a question, and see those of the others.

    No figure of the inference moves by it.
    """
    volume, body, at = call.volume(), call.body, call.desk.now()
    if not any(answer.role == body.role for answer in answers_of(volume.case)):
        raise call.missing("nothing was weighed under this name", "weigh the case before")
    rows = [
        Given(
            location=f"shares.{key}",
            judge=call.person.name,
            role=body.role,
            hypothesis=key,
            probability=share,
            at=at,
            reason=body.reason,
        )
        for key, share in body.shares.items()
    ]
    keep(volume, rows, call.desk.now)
    return _view(call.volume(), call.person.name)


def _view(volume: Volume, name: str) -> PanelView:
    case = volume.case
    seen = visible(case, name)
    return PanelView(
        questions=tuple(
            Question(
                role=answer.role,
                labels={one.id: one.label for one in answer.hypotheses},
                judges=judges(case, answer.role),
                given=bool(of_judge(case.panel, name, answer.role)),
            )
            for answer in answers_of(case)
        ),
        estimates=seen.panel,
        pooled=seen.pooled,
    )


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/panel", name="getPanel", answer=panel, tag=_TAG, tagged=True
    ),
    Operation(
        method="POST", path=f"{_CASE}/estimates", name="estimate", answer=estimate, tag=_TAG,
        needs="analyst", status=201,
        errors=(CaseRefused, MalformedRecord, NothingRead, UnknownId),
        example=NewEstimate(
            role="executor", shares={"executor:unnamed": 0.6}, reason="nobody has owned up"
        ),
    ),
)  # fmt: skip
