"""A case with more than one incident as one case for each."""

from msgspec.structs import replace

from whence.model.case import Case
from whence.model.incident import Incident


def each(case: Case) -> tuple[Case, ...]:
    """Return a case for every incident, the one that the question is about first.

    Each holds the reports of its incident alone, and only the first an assessment. A case with one
    incident, or with none, stays as it is.
    """
    others: tuple[Incident, ...] = getattr(case, "others", ())
    if not others:
        return (case,)
    first = (_part(case, case.incident),) if case.incident is not None else ()
    return (*first, *(replace(_part(case, row), assessment=None) for row in others))


def _part(case: Case, incident: Incident) -> Case:
    kept = set(incident.report_ids)
    reports = tuple(row for row in case.reports if row.id in kept)
    told = {row.document_id for row in reports}
    return replace(
        case,
        documents=tuple(row for row in case.documents if row.id in told),
        reports=reports,
        incident=incident,
    )
