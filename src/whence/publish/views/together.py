"""Which reports were taken together, why, and what other incidents the rest tell of."""

from dataclasses import dataclass

from whence.model.case import Case
from whence.model.incident import Bond
from whence.publish.anchors import anchor
from whence.publish.texts import known_as, squeeze

_OUTLETS = 4


@dataclass(frozen=True)
class BondView:
    """A report, the one that it is tied to most, how firmly (nats) and by what."""

    report: str
    href: str
    other: str
    odds: str
    why: str


@dataclass(frozen=True)
class OtherView:
    """Another incident: its headline, how many reports tell of it, and whose they are."""

    headline: str
    count: str
    outlets: str


def bonds(case: Case) -> tuple[BondView, ...]:
    """Prepare why each report is taken to tell of this incident, the loosest first."""
    if case.incident is None:
        return ()
    names = {document.id: known_as(document.name) for document in case.documents}
    ordered = sorted(case.incident.bonds, key=lambda bond: (bond.judged, bond.log_odds))
    return tuple(
        BondView(
            report=names.get(bond.document_id, bond.document_id),
            href=f"#{anchor('d', bond.document_id)}",
            other=names.get(bond.other_id, bond.other_id),
            odds=f"{bond.log_odds:+.1f}",
            why=_why(bond),
        )
        for bond in ordered
    )


def _why(bond: Bond) -> str:
    told = ", ".join(bond.reasons)
    if not bond.judged:
        return told
    return f"judged by a person; by their words: {told}" if told else "judged by a person"


def others(case: Case) -> tuple[OtherView, ...]:
    """Prepare the other incidents that reports of the case tell of, in their order."""
    names = {
        report.id: known_as(document.name)
        for report in case.reports
        for document in case.documents
        if document.id == report.document_id
    }
    rows: list[OtherView] = []
    for incident in case.others:
        outlets = list(dict.fromkeys(names.get(one, one) for one in incident.report_ids))
        more = len(outlets) - _OUTLETS
        shown = ", ".join(outlets[:_OUTLETS]) + (f" and {more} more" if more > 0 else "")
        number = len(incident.report_ids)
        count = f"{number} report" if number == 1 else f"{number} reports"
        rows.append(OtherView(squeeze(incident.headline), count, shown))
    return tuple(rows)
