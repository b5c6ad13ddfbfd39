"""What a case holds of the one incident that its question is about."""

from msgspec.structs import replace

from whence.model.case import Case
from whence.model.origin import Trace


def focused(case: Case) -> Case:
    """Return the case without the reports of other incidents, where it holds any.

    Documents that gave no report stay. The whole case is what ``case.json`` holds.
    """
    if not case.others or case.incident is None:
        return case
    own = set(case.incident.report_ids)
    reports = tuple(report for report in case.reports if report.id in own)
    away = {report.document_id for report in case.reports if report.id not in own}
    documents = tuple(document for document in case.documents if document.id not in away)
    chains = {chain.id for report in reports for chain in report.chains}
    origins = (
        replace(
            origin,
            chain_ids=tuple(chain for chain in origin.chain_ids if chain in chains),
            document_ids=tuple(one for one in origin.document_ids if one not in away),
        )
        for origin in case.trace.origins
    )
    kept = tuple(origin for origin in origins if origin.chain_ids)
    copies = tuple(
        copy
        for copy in case.trace.copies
        if copy.copy_id not in away and copy.original_id not in away
    )
    trace = Trace(copies=copies, origins=kept)
    return replace(case, documents=documents, reports=reports, trace=trace)
