"""The stage stream: a case as JSON lines, one record a line, so that stages can be piped.

Every line is an object with exactly one key, which names the record: ``{"document": {...}}``.
A stage reads all lines, adds its own records and writes all of them in the order of ``RECORDS``.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec
from msgspec import Struct

from whence.errors import MalformedRecord
from whence.model.assessment import Assessment
from whence.model.case import Case, Judgement, Run
from whence.model.document import Document, Failure
from whence.model.identity import stable_id
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.model.panel import Estimate, Pooled
from whence.model.report import Report
from whence.publish import json as case_file

T = TypeVar("T", bound=Struct)
R = TypeVar("R", Document, Report)

RECORDS: dict[str, type[Struct]] = {
    "run": Run,
    "document": Document,
    "failure": Failure,
    "report": Report,
    "trace": Trace,
    "incident": Incident,
    "other_incident": Incident,
    "assessment": Assessment,
    "judgement": Judgement,
    "estimate": Estimate,
    "pooled": Pooled,
}
"""Name of every record and its type, in the order in which a stream holds them."""


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a stream: exactly one of its fields is set."""

    run: Run | None = None
    document: Document | None = None
    failure: Failure | None = None
    report: Report | None = None
    trace: Trace | None = None
    incident: Incident | None = None
    other_incident: Incident | None = None
    assessment: Assessment | None = None
    judgement: Judgement | None = None
    estimate: Estimate | None = None
    pooled: Pooled | None = None


_decoder = msgspec.json.Decoder(Line)
_encoder = msgspec.json.Encoder(order="deterministic")


def encode(case: Case) -> Iterator[bytes]:
    """Yield the case's records as JSON lines, each ending with a line feed."""
    for line in _lines(case):
        yield _encoder.encode(line) + b"\n"


def decode(lines: Iterable[bytes], location: str, otherwise: Run) -> Case:
    """Read a stream into a case; ``location`` names it in errors.

    ``otherwise`` is the run to record when the stream names none (documents from another tool).
    Empty lines are passed over; of records that a case holds once, the last one counts. Where two
    streams were put together, a document or report that both hold is taken once: counted twice, a
    statement would look better supported than it is.

    Raises:
        MalformedRecord: naming the line, when it is not a JSON object with one known record, when a
            document's blocks do not fit its text, or when a report's document is missing.
    """
    found: dict[str, list[Struct]] = {name: [] for name in RECORDS}
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            name, record = _record(raw, f"{location}, line {number}")
            found[name].append(record)
    documents = _each_once(_of(found, "document", Document))
    reports = _each_once(_of(found, "report", Report))
    _check_whole(documents, reports, location)
    return Case(
        id=identify(documents),
        run=_last(_of(found, "run", Run)) or otherwise,
        documents=documents,
        failures=_of(found, "failure", Failure),
        reports=reports,
        trace=_last(_of(found, "trace", Trace)) or Trace(),
        incident=_last(_of(found, "incident", Incident)),
        others=_of(found, "other_incident", Incident),
        assessment=_last(_of(found, "assessment", Assessment)),
        judgements=_of(found, "judgement", Judgement),
        panel=_of(found, "estimate", Estimate),
        pooled=_of(found, "pooled", Pooled),
    )


def read_whole(raw: bytes, location: str) -> Case:
    """Read a case file (``case.json``); ``location`` names it in errors.

    Raises:
        MalformedRecord: when it is no case of this version, or not whole.
    """
    try:
        case = case_file.read(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedRecord(location, str(error), hint="give the case.json of a run") from error
    for document in case.documents:
        if not _fits(document):
            raise MalformedRecord(location, "the document's blocks do not fit its text")
    _check_whole(case.documents, case.reports, location)
    return case


def identify(documents: tuple[Document, ...]) -> str:
    """Return the id of a case over these documents, whatever their order."""
    return stable_id("case", *sorted(document.id for document in documents))


def _lines(case: Case) -> Iterator[Line]:
    yield Line(run=case.run)
    yield from (Line(document=document) for document in case.documents)
    yield from (Line(failure=failure) for failure in case.failures)
    yield from (Line(report=report) for report in case.reports)
    if case.trace != Trace():
        yield Line(trace=case.trace)
    if case.incident is not None:
        yield Line(incident=case.incident)
    yield from (Line(other_incident=one) for one in case.others)
    if case.assessment is not None:
        yield Line(assessment=case.assessment)
    yield from (Line(judgement=judgement) for judgement in case.judgements)
    yield from (Line(estimate=estimate) for estimate in case.panel)
    yield from (Line(pooled=pooled) for pooled in case.pooled)


def _record(raw: bytes, location: str) -> tuple[str, Struct]:
    try:
        line = _decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedRecord(location, str(error)) from error
    held = [(name, value) for name in RECORDS if (value := getattr(line, name)) is not None]
    if len(held) != 1:
        raise MalformedRecord(location, f"one record expected, {len(held)} found")
    if line.document is not None and not _fits(line.document):
        raise MalformedRecord(location, "the document's blocks do not fit its text")
    return held[0]


def _fits(document: Document) -> bool:
    size = len(document.text)
    return all(0 <= block.start <= block.end <= size for block in document.blocks)


def _each_once(records: tuple[R, ...]) -> tuple[R, ...]:
    first: dict[str, R] = {}
    for record in records:
        first.setdefault(record.id, record)
    return tuple(first.values())


def _check_whole(
    documents: tuple[Document, ...], reports: tuple[Report, ...], location: str
) -> None:
    """Refuse reports without their documents: they would be left out without a word."""
    held = {document.id for document in documents}
    for report in reports:
        if report.document_id not in held:
            reason = f"the document {report.document_id} of a report is missing"
            raise MalformedRecord(location, reason, hint="pass on every line of the stage before")


def _of(found: dict[str, list[Struct]], name: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(record for record in found[name] if isinstance(record, kind))


def _last(records: tuple[T, ...]) -> T | None:
    return records[-1] if records else None


def schemas() -> dict[str, type[Struct]]:
    """Return the types whose JSON schemas can be printed: case, line and every record."""
    return {"case": Case, "line": Line, **RECORDS}
