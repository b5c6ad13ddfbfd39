"""Reports that tell of no incident: a match, a market, a page that was taken in by mistake."""

from collections.abc import Mapping, Sequence

from whence.fuse.grouping import signature
from whence.fuse.grouping.rarity import rarity
from whence.fuse.witness import Witness
from whence.model.document import Document
from whence.model.report import Report

_WHEN_AND_WHERE = frozenset({"date", "place"})
_RARE = 5.0
"""Rarity (nats) of a name from which two reports that share it hardly do so by chance."""


def of_no_incident(
    witnesses: Sequence[Witness], reports: Sequence[Report], documents: Mapping[str, Document]
) -> frozenset[str]:
    """Return the facts of reports that give a day or a place and nothing that happened then.

    "On Saturday" is not the incident's Saturday where the report names no deed, no harm, nobody who
    is accused and nobody who reacts, and has no rare name in common with a report that does: a
    first line of news ("a fire broke out early on Sunday") has the names of what follows. Where no
    other tells a day, or a town on the map, a silent report may still know it.
    """
    telling = {
        report.document_id
        for report in reports
        if report.incident_kind is not None
        or report.reactions
        or any(claim.scope == "incident" for claim in report.claims)
    }
    telling |= {one.document.id for one in witnesses if one.fact.slot not in _WHEN_AND_WHERE}
    known = {one.fact.slot for one in witnesses if one.document.id in telling and _sure(one)}
    silent = {one.document.id for one in witnesses} - telling
    if not known or not silent:
        return frozenset()
    apart = silent - _alike(silent, telling, reports, documents)
    return frozenset(
        one.fact.id for one in witnesses if one.document.id in apart and one.fact.slot in known
    )


def _sure(witness: Witness) -> bool:
    """Tell whether a report tells something that needs no other: of places, a point on the map."""
    return witness.fact.slot != "place" or witness.fact.location is not None


def _alike(
    silent: set[str],
    telling: set[str],
    reports: Sequence[Report],
    documents: Mapping[str, Document],
) -> set[str]:
    """Return the silent reports that have a rare name in common with one that tells something."""
    names = {
        one.document_id: {
            name
            for name in signature(documents[one.document_id], one).names
            if rarity(name) >= _RARE
        }
        for one in reports
        if one.document_id in silent | telling
    }
    told = {name for key in telling for name in names.get(key, ())}
    return {key for key in silent if names.get(key, set()) & told}
