"""Every report as it was read, and what could not be read."""

from dataclasses import dataclass

from whence.model.document import Document, Removed
from whence.model.report import Report
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.places import Places
from whence.publish.texts import shown_location, web_address
from whence.publish.views.head import asked_of
from whence.publish.views.reading import Reading, read
from whence.publish.words import incident_label, words


@dataclass(frozen=True)
class Left:
    """Text of the page that is not the article, and why it was left out."""

    reason: str
    text: str


@dataclass(frozen=True)
class DocumentView:
    """One document with its text as read."""

    key: str
    outlet: str
    title: str
    byline: str
    published: str
    iso: str | None
    retrieved: str
    location: str
    address: str | None
    language: str | None
    credits: tuple[str, ...]
    sha256: str
    size: str
    counts: str
    kind: str
    anchor_note: str
    notices: tuple[str, ...]
    read: bool
    reading: Reading
    removed: tuple[Left, ...]


def documents(index: Index, found: Places) -> tuple[DocumentView, ...]:
    """Prepare all documents in the order of publication, undated ones last."""
    ordered = sorted(
        index.documents.values(), key=lambda row: (row.published or "9999", row.name, row.id)
    )
    return tuple(document_view(index, document, found) for document in ordered)


def document_view(index: Index, document: Document, found: Places) -> DocumentView:
    """Prepare one document."""
    report = index.reports.get(document.id)
    return DocumentView(
        key=anchor("d", document.id),
        outlet=document.name,
        title=document.title or "",
        byline=document.byline or "",
        published=date(document.published),
        iso=document.published,
        retrieved=date(document.retrieved_at) if document.retrieved_at else "",
        location=document.url or shown_location(document.location),
        address=web_address(document.url),
        language=document.language,
        credits=document.credits,
        sha256=document.raw_sha256,
        size=plural(document.raw_size, "byte"),
        counts=_counts(report) if report else "nothing was read from it",
        kind=incident_label(report.incident_kind) if report and report.incident_kind else "",
        anchor_note=_anchored(report) if report else "",
        notices=(
            *_later(document, asked_of(index.case)),
            *(report.notices if report else document.notices),
        ),
        read=report is not None,
        reading=read(document, found.get(document.id, {})),
        removed=tuple(_left(row) for row in document.removed),
    )


def _counts(report: Report) -> str:
    counted = (
        (len(report.attributions), "attribution", ""),
        (len(report.facts), "fact", ""),
        (len(report.claims), "suspicion", ""),
        (len(report.reactions), "reaction", ""),
        (len(report.marks), "mark of loaded language or hint", "marks of loaded language or hint"),
    )
    found = [plural(count, one, many) for count, one, many in counted if count]
    return ", ".join(found) or "nothing was found in it"


def _later(document: Document, asked: str | None) -> tuple[str, ...]:
    """Return a note on a report that came after the moment that was asked for."""
    if document.out_by(asked):
        return ()
    return (f"It was not out yet (as of {date(asked)}).",)


def _anchored(report: Report) -> str:
    if report.anchor is None:
        return ""
    basis = f" ({report.anchor_basis})" if report.anchor_basis else ""
    return f"relative dates read from {date(report.anchor)}{basis}"


def _left(removed: Removed) -> Left:
    return Left(words().removed[removed.reason], removed.text)
