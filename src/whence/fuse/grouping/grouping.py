"""Reports put into groups that tell of one incident each, and why each is in its group."""

from collections.abc import Iterable, Mapping, Sequence

from whence.fuse.grouping.clusters import Pair, clusters, pair
from whence.fuse.grouping.compare import evidence, log_odds, weights
from whence.fuse.grouping.groups import Groups
from whence.fuse.grouping.judged import bindings
from whence.fuse.grouping.signature import Signature, signature
from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.incident import Bond
from whence.model.report import Report

_REASONS = 4
_TELLING = 0.2
"""Nats that a piece of evidence adds at least, for or against, to be given as a reason."""
_SHOWN = 30
"""Reports of a group, the nearest by publication, with which each is compared for its bond."""


def found(
    documents: Sequence[Document], reports: Sequence[Report], judgements: Iterable[Judgement] = ()
) -> Groups:
    """Return the reports in groups as their words tell and as people have judged.

    The order of documents and reports is irrelevant.
    """
    groups = Groups()
    by_id = {document.id: document for document in documents}
    for report in sorted(reports, key=lambda one: one.document_id):
        if report.document_id in by_id:
            groups.add(signature(by_id[report.document_id], report))
    for (one, other), same in sorted(bindings(judgements).items()):
        groups.judge(one, other, same)
    return groups


def given(
    documents: Sequence[Document], reports: Sequence[Report], judgements: Iterable[Judgement] = ()
) -> list[tuple[str, ...]]:
    """Return all reports in one group, as they were given, but for those judged to be apart.

    Of two documents judged to be apart, the one that is more like the others stays with them.
    """
    judged = bindings(judgements)
    read = {report.document_id for report in reports}
    ids = sorted(document.id for document in documents if document.id in read)
    different = [key for key, same in judged.items() if not same and set(key) <= set(ids)]
    if not different:
        return [tuple(ids)] if ids else []
    by_id = {document.id: document for document in documents}
    made = {
        report.document_id: signature(by_id[report.document_id], report)
        for report in reports
        if report.document_id in by_id
    }
    likeness = _to_the_rest(made, {one for key in different for one in key})
    middle = max(ids, key=lambda one: (likeness.get(one, 0.0), one not in likeness, one))
    odds = {pair(middle, one): 1 + likeness.get(one, 1.0) for one in ids if one != middle}
    same = [key for key, together in judged.items() if together]
    return [tuple(one) for one in clusters(ids, odds, same, different, apart=1.0)]


def _to_the_rest(made: Mapping[str, Signature], parted: set[str]) -> dict[str, float]:
    """Return how like the undisputed reports each of the disputed ones is, in [0, 1]."""
    rest = [made[one] for one in sorted(made) if one not in parted]
    likeness: dict[str, float] = {}
    for one in sorted(parted):
        shared = [evidence(made[one], other)["words"] for other in rest]
        likeness[one] = sum(shared) / len(shared) if shared else 0.0
    return likeness


def bonds(group: Sequence[Signature], judged: Mapping[Pair, bool]) -> tuple[Bond, ...]:
    """Return, for every report of a group, the other one that it is tied to most, and why.

    In a large group each is compared with those that were published nearest to it.
    """
    ordered = sorted(group, key=lambda one: (one.published or 0, one.document_id))
    made: list[Bond] = []
    for place, one in enumerate(ordered):
        low = max(0, place - _SHOWN // 2)
        others = [other for other in ordered[low : low + _SHOWN] if other is not one]
        if others:
            made.append(max((_bond(one, other, judged) for other in others), key=_strength))
    return tuple(sorted(made, key=lambda bond: bond.document_id))


def _strength(bond: Bond) -> tuple[bool, float, str]:
    return (bond.judged, bond.log_odds, bond.other_id)


def _bond(one: Signature, other: Signature, judged: Mapping[Pair, bool]) -> Bond:
    told = evidence(one, other)
    table = weights().evidence
    added = {name: table.get(name, 0.0) * value for name, value in told.items()}
    telling = [name for name in added if abs(added[name]) >= _TELLING]
    ranked = sorted(telling, key=lambda name: (-abs(added[name]), name))[:_REASONS]
    return Bond(
        document_id=one.document_id,
        other_id=other.document_id,
        log_odds=round(log_odds(told), 2),
        judged=judged.get(pair(one.document_id, other.document_id)) is True,
        reasons=tuple(f"{name} {added[name]:+.1f}" for name in ranked),
    )
