"""Who was behind it: the assessment as it stands, as it stood, and over the life of the case."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import ConfigError, NothingRead, UnknownId
from whence.model.assessment import Assessment, Turn
from whence.run.case.state import folded
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ByNumber, Listing, behind_place
from whence.web.preparing import preparation
from whence.weigh import Supposed, Supposition

_TAG: Final = "weighing"
_CASE: Final = "/cases/{case}"
_TELLING: Final = frozenset({"assessment", "retraction", "redaction"})

_MOST: Final = 200

Id = Annotated[str, Meta(min_length=1, max_length=200)]
Ratio = Annotated[float, Meta(ge=1e-6, le=1e6)]
Prior = Annotated[float, Meta(gt=0, lt=1)]
At = Annotated[
    str,
    Meta(
        pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]{2,15}((\+00:00)|Z)?)?)?)?)?\Z",
        description="As the ledger stood then: a time in UTC, or the beginning of one "
        "(`2031-05` is all of that month); empty for now.",
    ),
]


class AssessmentAsked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As of which time, by the ledger."""

    at: At = ""


def assessment(call: Call[AssessmentAsked, None]) -> Assessment:
    """Return who was behind it, as it was weighed last, or last before a time.

    Probabilities and confidence are told apart, "cannot tell" with the tests that failed. How the
    assessment would have stood at each moment of the news is its `history`.
    """
    volume, at = call.volume(), call.asked.at.removesuffix("Z")
    found = volume.case.assessment
    if at:
        state = folded(volume.ledger.read(at=at, kinds=_TELLING))
        found = state.snapshot.assessment if state.snapshot else None
    if found is None:
        hint = "add reports, or weigh it anew; its ledger tells what was there when"
        raise call.missing("nothing was weighed in the case by then", hint)
    return found


def history(call: Call[ByNumber, None]) -> Listing[Turn]:
    """List how each question stood at every moment at which a statement came, and why it moved."""
    weighed = call.volume().case.assessment
    return behind_place(weighed.history if weighed else (), call.asked)


class NewSupposition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is supposed to be otherwise; nothing of it is kept.

    ``without`` are ids of origins whose word is left out, ``without_claims`` ids of claims.
    ``ratios`` are likelihood ratios by the kind or the id of an item of evidence, ``priors``
    probabilities by the id of a hypothesis.
    """

    without: Annotated[tuple[Id, ...], Meta(max_length=_MOST)] = ()
    without_claims: Annotated[tuple[Id, ...], Meta(max_length=_MOST)] = ()
    ratios: Annotated[dict[Id, Ratio], Meta(max_length=_MOST)] = {}
    priors: Annotated[dict[Id, Prior], Meta(max_length=_MOST)] = {}


def suppose(call: Call[Nothing, NewSupposition]) -> Supposed:
    """Return what would be believed if something were otherwise.

    There is no verdict in it, since not all tests of one are made: `untested` names the others.
    """
    body = call.body
    supposition = Supposition(
        without=body.without,
        without_claims=body.without_claims,
        ratios=body.ratios,
        priors=body.priors,
    )
    return preparation(call.volume()).ready().suppose(supposition)


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/assessment", name="getAssessment", answer=assessment,
        tag=_TAG, tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/assessment/history", name="listTurns", answer=history,
        tag=_TAG, tagged=True,
    ),
    Operation(
        method="POST", path=f"{_CASE}/supposed", name="suppose", answer=suppose, tag=_TAG,
        asking=True, errors=(ConfigError, NothingRead),
        example=NewSupposition(priors={"executor:unnamed": 0.5}),
    ),
)  # fmt: skip
