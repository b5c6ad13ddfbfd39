"""Who was behind it: the assessment as it stands, as it stood, and over the life of the case."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import UnknownId
from whence.model.assessment import Assessment, Turn
from whence.run.case.state import folded
from whence.web.api.call import Call
from whence.web.api.operation import Operation
from whence.web.api.paging import ByNumber, Listing, behind_place

_TAG: Final = "weighing"
_CASE: Final = "/cases/{case}"
_TELLING: Final = frozenset({"assessment", "retraction", "redaction"})

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


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/assessment", name="getAssessment", answer=assessment,
        tag=_TAG, tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/assessment/history", name="listTurns", answer=history,
        tag=_TAG, tagged=True,
    ),
)  # fmt: skip
