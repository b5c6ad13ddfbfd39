"""From many reports to incidents: which belong together, and one record of each."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import UnknownId
from whence.fuse.fusing import fuse
from whence.fuse.grouping import bindings, bonds, found, given, signature
from whence.fuse.lookup import document_of
from whence.fuse.options import Options
from whence.fuse.parting import parted
from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.model.report import Report

DEFAULT = Options()


class Fused(Struct, frozen=True, kw_only=True):
    """The incident that the question is about, and the others that the reports tell of.

    The others come with the most reports first.
    """

    incident: Incident
    others: tuple[Incident, ...] = ()


def incidents(
    documents: Sequence[Document],
    reports: Sequence[Report],
    trace: Trace,
    judgements: Sequence[Judgement] = (),
    options: Options = DEFAULT,
) -> Fused:
    """Put reports together by incident and fuse each. Their order is irrelevant.

    Judgements on two documents bind: "same incident" and "different incidents" (see ``grouping``).
    As of an earlier moment (``options.as_of``) the record is what it would have been then, but for
    who copied whom, which the whole trace tells.

    Raises:
        UnknownId: when ``options.about`` names no document that was read.
        KeyError: when a chain has no origin in the trace.
    """
    documents = [one for one in documents if one.out_by(options.as_of)]
    by_id = {document.id: document for document in documents}
    reports = [report for report in reports if report.document_id in by_id]
    told = {report.document_id: report for report in reports}
    if options.grouping == "found":
        heap = found(documents, reports, judgements)
        groups, made = heap.groups(), dict(heap.signatures())
    else:
        groups, made = given(documents, reports, judgements), {}
    ordered = sorted(groups, key=lambda group: (-len(group), group)) or [()]
    chosen = _chosen(ordered, documents, options)
    if len(ordered) > 1 and not made:
        made = {one: signature(by_id[one], told[one]) for group in ordered for one in group}
    judged = bindings(judgements)
    every: list[Incident] = []
    for group, part in zip(ordered, parted(trace, ordered, reports), strict=True):
        incident = fuse([by_id[one] for one in group], [told[one] for one in group], part, options)
        own = [made[one] for one in group if one in made]
        every.append(replace(incident, bonds=bonds(own, judged)) if own else incident)
    others = [incident for place, incident in enumerate(every) if place != chosen]
    return Fused(incident=every[chosen], others=tuple(others))


def _chosen(
    groups: Sequence[Sequence[str]], documents: Sequence[Document], options: Options
) -> int:
    """Return the position of the group that the question is about.

    Raises:
        UnknownId: when its report was not read, or could not be.
    """
    if options.about is None:
        return 0
    wanted = document_of(documents, options.about).id
    for place, group in enumerate(groups):
        if wanted in group:
            return place
    raise UnknownId(f"{options.about}: nothing could be read in this report")
