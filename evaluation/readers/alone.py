"""One report by itself as an incident: what is held of it when nothing else is known."""

from evaluation.readers.reading import ReadPage
from whence.fuse import fuse
from whence.model.incident import Incident, Slot, Value
from whence.trace import trace


def alone(page: ReadPage) -> Incident:
    """Return the incident of a single report."""
    documents, reports = [page.document], [page.report]
    return fuse(documents, reports, trace(documents, reports))


def held(slot: Slot | None) -> Value | None:
    """Return the value that a slot holds, or None where it holds none."""
    if slot is None or not slot.best:
        return None
    return next((one for one in slot.values if one.value == slot.best), None)
