"""What happened, over all reports: slots with their rivals, the timeline, who is named."""

from typing import Final

from whence.errors import UnknownId
from whence.model.incident import Incident, Moment, Party, Slot, Statement
from whence.model.report import Reaction
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, ByNumber, Listing, behind_id, behind_place

_TAG: Final = "incident"
_CASE: Final = "/cases/{case}"


def incident(call: Call[Nothing, None]) -> Incident:
    """Return the incident that the question is about, whole: derived, and never edited."""
    found = call.volume().case.incident
    if found is None:
        raise call.missing("nothing was fused in the case yet", "add reports, or weigh it anew")
    return found


def others(call: Call[ById, None]) -> Listing[Incident]:
    """List the other incidents that some of the reports tell of."""
    found = call.volume().case.others
    return behind_id(found, [one.id for one in found], call.asked)


def slots(call: Call[ById, None]) -> Listing[Slot]:
    """List what happened, slot by slot, with all values and why they differ.

    `after` is the name of a slot.
    """
    found = _incident(call)
    rows = found.slots if found else ()
    return behind_id(rows, [one.slot for one in rows], call.asked)


def slot(call: Call[Nothing, None]) -> Slot:
    """Return one slot, with all its values."""
    found = _incident(call)
    one = found.slot(call.place("slot")) if found else None
    if one is None:
        raise call.missing("the incident has no such slot", "the list of slots has their names")
    return one


def timeline(call: Call[ByNumber, None]) -> Listing[Moment]:
    """List what happened when, in order; when it was published is told apart."""
    found = _incident(call)
    return behind_place(found.timeline if found else (), call.asked)


def parties(call: Call[ById, None]) -> Listing[Party]:
    """List who is named in connection with it, each under all spellings."""
    found = _incident(call)
    rows = found.parties if found else ()
    return behind_id(rows, [one.id for one in rows], call.asked)


def statements(call: Call[ById, None]) -> Listing[Statement]:
    """List what each first hand says about each party's part; insinuations are marked."""
    found = _incident(call)
    rows = found.statements if found else ()
    return behind_id(rows, [one.id for one in rows], call.asked)


def reactions(call: Call[ByNumber, None]) -> Listing[Reaction]:
    """List who took which stance."""
    return behind_place(call.volume().index.reactions, call.asked)


def _incident(
    call: Call[ById, None] | Call[ByNumber, None] | Call[Nothing, None],
) -> Incident | None:
    return call.volume().case.incident


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/incident", name="getIncident", answer=incident, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/others", name="listOtherIncidents", answer=others, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/slots", name="listSlots", answer=slots, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/slots/{{slot}}", name="getSlot", answer=slot, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/timeline", name="getTimeline", answer=timeline, tag=_TAG,
        tagged=True,
    ),
    Operation(
        method="GET", path=f"{_CASE}/parties", name="listParties", answer=parties, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/statements", name="listStatements", answer=statements,
        tag=_TAG, tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/reactions", name="listReactions", answer=reactions,
        tag=_TAG, tagged=True,
    ),
)  # fmt: skip
