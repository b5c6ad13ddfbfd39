"""Shortcuts from reports made by hand to the fused record."""

from collections.abc import Sequence

from tests.trace.making import Made, document
from whence.fuse import Options, fuse
from whence.model.incident import Incident, Slot
from whence.trace import trace

DEFAULT = Options()


def fused(made: Sequence[Made], options: Options = DEFAULT) -> Incident:
    """Trace and fuse reports."""
    documents, reports = [one.document for one in made], [one.report() for one in made]
    return fuse(documents, reports, trace(documents, reports), options)


def slot(made: Sequence[Made], name: str, options: Options = DEFAULT) -> Slot:
    """Return one slot of the fused record."""
    found = fused(made, options).slot(name)
    assert found is not None
    return found


def kinds(of: Slot) -> list[tuple[str, str, str]]:
    """Return kind, left and right of every contradiction."""
    return [(row.kind, row.left, row.right) for row in of.contradictions]


def statuses(of: Slot) -> dict[str, str]:
    """Return the status of every value."""
    return {f"{value.value} {value.unit or ''}".strip(): value.status for value in of.values}


def said(outlet: str, text: str, published: str | None = None) -> Made:
    """Start a report."""
    return Made(document(outlet, text, published))
