"""The trace stage: from documents and reports to copies and origins."""

from collections.abc import Sequence
from functools import lru_cache

from whence.model.document import Document
from whence.model.origin import Copy, Trace
from whence.model.report import Report
from whence.names.persons import person
from whence.names.spelling import skeletons
from whence.trace.copies import Speaker, matches
from whence.trace.copying import directed, outside
from whence.trace.credits import agencies
from whence.trace.directory import directory
from whence.trace.identities import identities
from whence.trace.merging import chains_judged, join, proposals_by_judgement
from whence.trace.narration import Voices, homes
from whence.trace.nodes import nodes
from whence.trace.options import Options
from whence.trace.origins import origins
from whence.trace.recaps import recaps
from whence.trace.relays import relayed
from whence.trace.stakes import Targets, targets

DEFAULT = Options()


def trace(
    documents: Sequence[Document], reports: Sequence[Report], options: Options = DEFAULT
) -> Trace:
    """Find out who copied whom and at which first hands all statements start.

    Every chain of every report has exactly one origin. The order of documents and reports is
    irrelevant. The work grows with the number of statements, and of documents that share words.
    """
    by_id = {document.id: document for document in documents}
    ordered = [by_id[key] for key in sorted(by_id)]
    said = sorted(
        (report for report in reports if report.document_id in by_id), key=lambda one: one.id
    )
    chains = [chain for report in said for chain in report.chains]
    credits = agencies(ordered)
    shared = matches(ordered, _speaker(said), credits)
    copies = directed(shared, options.copied, credits)
    sharing = {frozenset((one.left.id, one.right.id)): one.probability for one in shared}
    likely = [(copy, sharing[frozenset((copy.copy_id, copy.original_id or ""))]) for copy in copies]
    every = nodes(ordered, chains, chains_judged(options), credits)
    voices = Voices(ordered, said)
    proposals = [
        *proposals_by_judgement(every, options.together),
        *identities(every, directory(ordered, said), ordered),
        *homes(every, by_id, credits, likely, voices),
        *relayed(every, said, likely),
        *recaps(every, said, by_id),
    ]
    groups = join(every, proposals, options)
    return Trace(
        copies=tuple(sorted((*copies, *outside(ordered, credits)), key=_copy_order)),
        origins=origins(groups, credits, Targets(targets(said)), options),
    )


def _copy_order(copy: Copy) -> tuple[str, str, str]:
    return (copy.copy_id, copy.original_id or "", copy.credited or "")


def _speaker(reports: Sequence[Report]) -> Speaker:
    """Return a look-up of who is quoted at a place, by the skeleton of a person's last name.

    It knows nothing of speakers that are no person by name: "police" in one text may be the
    "Sgt. Riba" of another.
    """
    said: dict[str, list[tuple[int, int, str]]] = {}
    for report in reports:
        said[report.document_id] = [
            (span.start, span.end, _surname(one.speaker) if one.anonymity == "named" else "")
            for one in report.attributions
            for span in one.content
        ]

    def at(document_id: str, position: int) -> str | None:
        holding = [
            (end - start, who)
            for start, end, who in said.get(document_id, ())
            if start <= position < end
        ]
        return min(holding)[1] or None if holding else None

    return at


@lru_cache(maxsize=65536)
def _surname(speaker: str) -> str:
    return " ".join(skeletons(person(speaker).name)[-1:])
