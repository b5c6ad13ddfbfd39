"""A case as tables for analysis: one row a document, claim, fact, judgement, entry.

The tables hold what the case holds, nothing derived; ids join them. They are JSON lines, which
DuckDB, pandas and R read as they are, or Parquet, which DuckDB writes.
"""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import Final

import msgspec

from whence.errors import ExtraMissing, NothingRead
from whence.model.report import Report
from whence.run.case.history import lines
from whence.run.case.state import CaseState, folded
from whence.store.ledger import Ledger

Row = Mapping[str, object]

_COLUMNS: Final[dict[str, dict[str, str]]] = {
    "entries": {
        "seq": "INTEGER", "at": "VARCHAR", "author": "VARCHAR", "kind": "VARCHAR",
        "holds": "BOOLEAN", "redacted": "BOOLEAN", "text": "VARCHAR", "hash": "VARCHAR",
    },
    "documents": {
        "document_id": "VARCHAR", "seq": "INTEGER", "outlet": "VARCHAR", "title": "VARCHAR",
        "published": "VARCHAR", "language": "VARCHAR", "url": "VARCHAR", "location": "VARCHAR",
        "raw_sha256": "VARCHAR", "text": "VARCHAR",
    },
    "claims": {
        "claim_id": "VARCHAR", "document_id": "VARCHAR", "source": "VARCHAR",
        "subject": "VARCHAR", "predicate": "VARCHAR", "object": "VARCHAR",
        "polarity": "BOOLEAN", "standing": "VARCHAR", "hedge": "INTEGER", "act": "VARCHAR",
        "insinuation": "BOOLEAN", "scope": "VARCHAR", "words": "VARCHAR", "extractor": "VARCHAR",
    },
    "facts": {
        "fact_id": "VARCHAR", "document_id": "VARCHAR", "source": "VARCHAR", "slot": "VARCHAR",
        "value": "VARCHAR", "low": "DOUBLE", "best": "DOUBLE", "high": "DOUBLE",
        "unit": "VARCHAR", "as_of": "VARCHAR", "words": "VARCHAR", "extractor": "VARCHAR",
    },
    "judgements": {
        "subject": "VARCHAR", "verdict": "VARCHAR", "by": "VARCHAR", "at": "VARCHAR",
        "reason": "VARCHAR",
    },
}  # fmt: skip
"""Columns of every table with their types as DuckDB calls them."""


def tables(ledger: Ledger, at: str | None = None) -> dict[str, list[Row]]:
    """Return the rows of every table of a case, as it is or, with ``at``, as it stood."""
    entries = list(ledger.read(at=at))
    state = folded(entries)
    reports = [read.report for read in state.extractions.values()]
    return {
        "entries": [msgspec.to_builtins(line) for line in lines(entries)],
        "documents": list(_documents(state)),
        "claims": [row for report in reports for row in _claims(report)],
        "facts": [row for report in reports for row in _facts(report)],
        "judgements": [msgspec.to_builtins(one) for one in state.judgements],
    }


def as_jsonl(rows: Mapping[str, list[Row]]) -> dict[str, bytes]:
    """Return every table as a file of JSON lines."""
    encoder = msgspec.json.Encoder()
    return {f"{name}.jsonl": encoder.encode_lines(found) for name, found in rows.items()}


def as_parquet(rows: Mapping[str, list[Row]]) -> dict[str, bytes]:
    """Return every table as a Parquet file, an empty one with its columns too.

    Raises:
        ExtraMissing: when DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ExtraMissing("Parquet", "analysis") from error
    made = {}
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        for name, raw in as_jsonl(rows).items():
            stem = name.removesuffix(".jsonl")
            source, target = Path(folder, name), Path(folder, f"{stem}.parquet")
            source.write_bytes(raw)
            relation = connection.read_json(
                str(source), columns=_COLUMNS[stem], format="newline_delimited"
            )
            relation.write_parquet(str(target))
            made[target.name] = target.read_bytes()
    return made


def check_held(rows: Mapping[str, list[Row]], name: str) -> None:
    """Refuse a case without a document.

    Raises:
        NothingRead: when there is none.
    """
    if not rows["documents"]:
        hint = f"add reports: whence case add {quote(name)} FILE..."
        raise NothingRead(f"the case {name} holds no document", hint)


def _documents(state: CaseState) -> Iterator[Row]:
    for document in state.documents.values():
        yield {
            "document_id": document.id,
            "seq": state.seqs[document.id],
            "outlet": document.outlet,
            "title": document.title,
            "published": document.published,
            "language": document.language,
            "url": document.url,
            "location": document.location,
            "raw_sha256": document.raw_sha256,
            "text": document.text,
        }


def _claims(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        yield {
            "claim_id": claim.id,
            "document_id": claim.document_id,
            "source": _source(report, claim.chain_id),
            "subject": claim.subject,
            "predicate": claim.predicate,
            "object": claim.object,
            "polarity": claim.polarity,
            "standing": claim.standing,
            "hedge": claim.hedge,
            "act": claim.act,
            "insinuation": claim.insinuation,
            "scope": claim.scope,
            "words": " … ".join(span.text for span in claim.spans),
            "extractor": claim.extractor,
        }


def _facts(report: Report) -> Iterator[Row]:
    for fact in report.facts:
        counted = fact.quantity
        yield {
            "fact_id": fact.id,
            "document_id": fact.document_id,
            "source": _source(report, fact.chain_id),
            "slot": fact.slot,
            "value": fact.value,
            "low": counted.low if counted else None,
            "best": counted.best if counted else None,
            "high": counted.high if counted else None,
            "unit": fact.unit,
            "as_of": fact.as_of,
            "words": " … ".join(span.text for span in fact.spans),
            "extractor": fact.extractor,
        }


def _source(report: Report, chain_id: str) -> str:
    """Return the first hand of a statement, as far as its document tells."""
    return report.chain(chain_id).origin.who
