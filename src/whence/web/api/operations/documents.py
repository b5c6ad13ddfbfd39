"""The documents of a case: each as it was cleaned and read, with the bytes that it was made of."""

from typing import Final

from msgspec import Struct

from whence.errors import UnknownId
from whence.model.document import Document, Failure
from whence.model.report import Report
from whence.web.api.call import Call, Nothing, Sent
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, ByNumber, Listing, behind_id, behind_place
from whence.web.shelf import Volume

_TAG: Final = "documents"
_BASE: Final = "/cases/{case}/documents"
_RAW: Final = "application/octet-stream"


class DocumentRow(Struct, frozen=True, kw_only=True):
    """A document in short. ``seq`` is its entry in the ledger.

    ``read`` tells whether a reader was at it, ``derived`` whether what was derived last rests on
    it. ``facts`` and ``claims`` are what was read in it, before anything was judged.
    """

    id: str
    seq: int
    name: str
    title: str | None
    url: str | None
    location: str
    language: str | None
    published: str | None
    retrieved_at: str | None
    media_type: str
    raw_sha256: str
    raw_size: int
    read: bool
    derived: bool
    facts: int
    claims: int


class DocumentRead(Struct, frozen=True, kw_only=True):
    """A document, and what was read in it.

    ``report`` is as it was read, ``heeded`` as people's judgements make it, each None where there
    is none. ``reader`` and ``whence`` are the versions that read it.
    """

    document: Document
    seq: int
    report: Report | None
    heeded: Report | None
    reader: str
    whence: str


def documents(call: Call[ById, None]) -> Listing[DocumentRow]:
    """List the documents of a case, in the order in which they came."""
    volume = call.volume()
    rows = volume.kept("api documents", lambda: _rows(volume))
    return behind_id(rows, [row.id for row in rows], call.asked)


def _rows(volume: Volume) -> tuple[DocumentRow, ...]:
    derived = {report.document_id for report in volume.case.reports}
    return tuple(_row(volume, one, one.id in derived) for one in volume.state.documents.values())


def _row(volume: Volume, one: Document, derived: bool) -> DocumentRow:
    read = volume.state.extractions.get(one.id)
    return DocumentRow(
        id=one.id,
        seq=volume.state.seqs[one.id],
        name=one.name,
        title=one.title,
        url=one.url,
        location=one.location,
        language=one.language,
        published=one.published,
        retrieved_at=one.retrieved_at,
        media_type=one.media_type,
        raw_sha256=one.raw_sha256,
        raw_size=one.raw_size,
        read=read is not None,
        derived=derived,
        facts=len(read.report.facts) if read else 0,
        claims=len(read.report.claims) if read else 0,
    )


def document(call: Call[Nothing, None]) -> DocumentRead:
    """Return a document with its text and all that was read in it.

    Every value has spans: ranges [start, end) of code points of ``document.text``.
    """
    volume = call.volume()
    found = _found(call, volume)
    read = volume.state.extractions.get(found.id)
    heeded = (one for one in volume.case.reports if one.document_id == found.id)
    return DocumentRead(
        document=found,
        seq=volume.state.seqs[found.id],
        report=read.report if read else None,
        heeded=next(heeded, None),
        reader=read.reader if read else "",
        whence=read.whence if read else "",
    )


def raw(call: Call[Nothing, None]) -> Sent:
    """Send the bytes that a document was made of, as they were taken in.

    Nobody has looked through them: they may hold whatever a stranger put there.
    """
    volume = call.volume()
    found = _found(call, volume)
    body = volume.ledger.store.capture(volume.case_id, found.raw_sha256)
    if body is None:
        raise call.missing("the bytes of this document are not in the case", "see its ledger")
    return Sent(name=f"{found.id}.bin", media=_RAW, body=body)


def failures(call: Call[ByNumber, None]) -> Listing[Failure]:
    """List what could not be read, and why."""
    return behind_place(call.volume().case.failures, call.asked)


def _found(call: Call[Nothing, None], volume: Volume) -> Document:
    found = volume.state.documents.get(call.place("document"))
    if found is None:
        raise call.missing("there is no such document in the case")
    return found


OPERATIONS: Final = (
    Operation(
        method="GET", path=_BASE, name="listDocuments", answer=documents, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_BASE}/{{document}}", name="getDocument", answer=document,
        tag=_TAG, tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_BASE}/{{document}}/raw", name="getCapture", answer=raw, tag=_TAG,
        tagged=True, media=(_RAW,), errors=(UnknownId,),
    ),
    Operation(
        method="GET", path="/cases/{case}/failures", name="listFailures", answer=failures,
        tag=_TAG, tagged=True,
    ),
)  # fmt: skip
