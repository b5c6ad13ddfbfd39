"""Read one file the way ``whence run`` does: real ingest, real reader, real extract."""

from pathlib import Path

from msgspec import Struct

from whence.extract import Options as ExtractOptions
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.ingest import Capture, Metadata
from whence.ingest import Options as IngestOptions
from whence.model.document import Document, Failure
from whence.model.identity import stable_id
from whence.model.reading import Reader
from whence.model.report import Report
from whence.run.reading import ingest_one, read_one


class NotReadError(ValueError):
    """A file that gives no document: empty, or nothing but what stands around articles."""


class ReadPage(Struct, frozen=True, kw_only=True):
    """A document, what was read in it, and where its sentences stand (start, end)."""

    document: Document
    report: Report
    sentences: tuple[tuple[int, int], ...]


def read_page(
    path: Path,
    outlet: str | None = None,
    published: str | None = None,
    reader: Reader | None = None,
) -> ReadPage:
    """Ingest and extract one file; ``outlet`` and ``published`` are known from outside it.

    Raises:
        NotReadError: when the file gives no document.
        ValueError: when reading it fails: a defect.
    """
    metadata = Metadata(outlet=outlet, published=published)
    return read_raw(path.name, path.read_bytes(), metadata, reader)


def read_raw(
    name: str, raw: bytes, metadata: Metadata | None = None, reader: Reader | None = None
) -> ReadPage:
    """Ingest and extract the bytes of one report, by the rules when no reader is given.

    A document in a language that is not read gives an empty report, as in a run.

    Raises:
        NotReadError: when the bytes give no document.
        ValueError: when reading it fails: a defect.
    """
    capture = Capture(location=name, raw=raw, metadata=metadata or Metadata())
    document = ingest_one(capture, IngestOptions())
    if not isinstance(document, Document):
        if isinstance(document, Failure):
            raise NotReadError(f"{name}: {document.reason}")
        raise ValueError(f"{name}: {document.error}") from document.error
    report = read_one(document, reader or RulesReader(), ExtractOptions())
    if isinstance(report, Failure):
        report = Report(id=stable_id("rep", document.id), document_id=document.id)
    if not isinstance(report, Report):
        raise ValueError(f"{name}: {report.error}") from report.error
    sentences = tuple((one.start, one.end) for one in prose(document).sentences)
    return ReadPage(document=document, report=report, sentences=sentences)
