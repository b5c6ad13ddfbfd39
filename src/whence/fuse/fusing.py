"""The fuse stage: from reports and origins to one incident record."""

from collections.abc import Sequence

from whence.fuse.checks import checks
from whence.fuse.echoes import Echoes, with_echoes
from whence.fuse.headline import headline, kind_of
from whence.fuse.options import Options
from whence.fuse.other_days import of_other_days
from whence.fuse.party.parties import unify
from whence.fuse.reactions import reactions
from whence.fuse.silent import of_no_incident
from whence.fuse.slots import fuse_slots
from whence.fuse.statements import statements
from whence.fuse.sums import doubt, doubted
from whence.fuse.superseding import aged
from whence.fuse.timeline import timeline
from whence.fuse.toll.boasts import boasted
from whence.fuse.witness import Ledger
from whence.model.document import Document
from whence.model.identity import stable_id
from whence.model.incident import Incident, country_of
from whence.model.origin import Trace
from whence.model.report import Report

DEFAULT = Options()


def fuse(
    documents: Sequence[Document],
    reports: Sequence[Report],
    trace: Trace,
    options: Options = DEFAULT,
) -> Incident:
    """Fuse the reports of one incident. The order of documents and reports is irrelevant.

    Nothing is edited or dropped: every fact stands behind some value, and every disagreement is
    shown with its kind. ``trace`` must know every chain of the reports.

    Raises:
        KeyError: when a chain has no origin in the trace.
    """
    ledger = Ledger(documents, reports, trace)
    every = boasted(aged(ledger.witnesses("incident", options.copied)), ledger.reports)
    aside = of_no_incident(every, ledger.reports, ledger.documents)
    every = tuple(one for one in every if one.fact.id not in aside)
    later = of_other_days(every, ledger.reports)
    witnesses = tuple(one for one in every if one.fact.id not in later)
    others = ledger.witnesses("other", options.copied)
    plain = fuse_slots(witnesses, options)
    doubts = doubt(witnesses, plain)
    repeated = ledger.echoes(options.copied)
    slots = with_echoes(doubted(plain, doubts), repeated, ledger.facts)
    claims = [
        claim for report in ledger.reports for claim in report.claims if claim.scope == "incident"
    ]
    parties = unify(claims, ledger, options, country_of(slots))
    said = statements(claims, parties, ledger)
    kind = kind_of(ledger, options.copied)
    title = headline(kind, slots)
    best = {slot.slot: slot.best for slot in slots}
    return Incident(
        id=stable_id("incident", kind, *(best.get(name) for name in ("target", "place", "date"))),
        kind=kind,
        headline=title,
        report_ids=tuple(report.id for report in ledger.reports),
        slots=slots,
        checks=checks(witnesses, slots, doubts),
        timeline=timeline(slots, witnesses, (said, parties.rows), ledger, title),
        parties=parties.rows,
        statements=said,
        reactions=reactions(ledger),
        other_fact_ids=_others({*aside, *later, *(one.fact.id for one in others)}, repeated),
    )


def _others(told: set[str], repeated: Echoes) -> tuple[str, ...]:
    """Return the facts that are another matter's, with those of copies that repeat them."""
    return tuple(sorted(told | {key for key, first in repeated.items() if first in told}))
