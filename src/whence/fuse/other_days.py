"""Reports that tell of another incident, of a later day, and only name this one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from whence.fuse.superseding import taken_back
from whence.fuse.toll.updated import goes_on
from whence.fuse.witness import Witness
from whence.model.iso import days, ends
from whence.model.report import Report

_SLACK = timedelta(days=1)
"""By which days of one incident may differ: clocks and nights."""
_FRESH = timedelta(days=7)
"""Days within which a report tells of an incident as news."""
_PROBABLE = 2
"""Hedge from which a day is taken for told."""
_OWN = frozenset(
    {
        *("outcome_stage", "weapon", "target", "target_kind", "target_condition", "damage"),
        *("munitions_launched", "munitions_intercepted", "munitions_struck"),
        *("killed", "wounded", "missing", "detained", "place"),
    }
)
"""Slots that a report fills from the incident it tells of, not from what is said about another."""


def of_other_days(witnesses: Sequence[Witness], reports: Sequence[Report]) -> frozenset[str]:
    """Return the facts of reports whose own incident was after the first report of this one.

    A murder reported in March does not have the dead of a bombing in April: a report that tells as
    news of an incident after the first report appeared, and names no day up to then on which this
    one can have been, fills no slot but the date. A report that looks back names the day, or is
    itself long after the day that it gives. One in which a source corrects its figure tells of this
    incident too, whatever the day of the correction, and so does one that tells its toll as risen.
    """
    first = _first([one.at for one in witnesses])
    if first is None:
        return frozenset()
    dated: dict[str, list[Witness]] = defaultdict(list)
    for one in witnesses:
        if one.fact.slot == "date":
            dated[one.document.id].append(one)
    known = _known(witnesses, first)
    named = {report.document_id: report for report in reports}
    late = {
        key
        for key, own in dated.items()
        if all(_stated(one) and _news(one) and _after(one.fact.value, first) for one in own)
        and not _names(named[key], known)
    } - _correcting(witnesses)
    late -= goes_on(witnesses) if late else set()
    return frozenset(
        one.fact.id for one in witnesses if one.document.id in late and one.fact.slot in _OWN
    )


def _correcting(witnesses: Sequence[Witness]) -> set[str]:
    """Return the documents in which a source corrects, or takes back, what another has from it."""
    given: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in witnesses:
        if one.sourced:
            given[one.fact.slot, one.origin.id].add(one.document.id)
    return {
        one.document.id
        for one in witnesses
        if (one.fact.stage == "correction" or taken_back(one))
        and given[one.fact.slot, one.origin.id] - {one.document.id}
    }


def _stated(witness: Witness) -> bool:
    """Tell whether words give the day; that of fresh news is derived, and a note says so."""
    fact = witness.fact
    return fact.hedge > _PROBABLE or (fact.hedge == _PROBABLE and fact.note is None)


def _news(witness: Witness) -> bool:
    """Tell whether the day is one shortly before the report appeared."""
    told, out = days(ends(witness.fact.value)[0]), days(witness.at) if witness.at else None
    if told is None or out is None:
        return False
    return told[1] <= out[1] and out[0] - told[1] <= _FRESH


def _first(published: Sequence[str]) -> date | None:
    spans = [span for at in published if at and (span := days(at)) is not None]
    return min((last for _, last in spans), default=None)


def _after(value: str, first: date) -> bool:
    span = days(ends(value)[0])
    return span is not None and span[0] - first > _SLACK


def _known(witnesses: Sequence[Witness], first: date) -> list[tuple[date, date]]:
    """Return the days that reports give for the incident, up to the first report."""
    values = {one.fact.value for one in witnesses if one.fact.slot == "date"}
    spans = [span for value in values if (span := days(value)) is not None]
    return [span for span in spans if span[0] - first <= _SLACK]


def _names(report: Report, known: Collection[tuple[date, date]]) -> bool:
    """Tell whether a report names a day on which the incident may have been; else it cannot tell.

    Where no report gives such a day, every report may.
    """
    if not known:
        return True
    told = [
        span
        for one in report.mentions
        if one.kind == "date" and one.value and (span := days(one.value)) is not None
    ]
    return any(
        begin - stop <= _SLACK and start - end <= _SLACK
        for begin, end in told
        for start, stop in known
    )
