"""What reports tell of other incidents stays out of the slots of this one, in every real case."""

import json
from pathlib import Path

import pytest

from tests.shared import data_root, require
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.fuse import fuse
from whence.ingest import expand, ingest
from whence.ingest.capture import Capture
from whence.model.document import Document
from whence.model.span import Span
from whence.trace import trace


def _cases() -> list[str]:
    return sorted(path.parent.name for path in (data_root() / "cases").glob("*/truth.json"))


def _traps(folder: Path) -> set[str]:
    """Return the words about other events in the reports of a case."""
    rows = json.loads((folder / "truth.json").read_text("utf-8"))["reports"]
    return {one["span"] for row in rows for one in row["facts"] if one["type"] == "other_event"}


def _inside(document: Document, words: str, span: Span) -> bool:
    start = document.text.find(words)
    return 0 <= start < span.end and span.start < start + len(words)


@pytest.mark.needs_shared
@pytest.mark.parametrize("case", _cases() or ["absent"])
def test_no_trap_is_in_a_slot(case: str) -> None:
    folder = require(f"cases/{case}")
    documents: dict[str, Document] = {}
    for found in expand([str(folder)]):
        if Path(found.location).name == "truth.json":
            continue  # no report, and told as none
        assert isinstance(found, Capture)
        document = ingest(found)
        assert isinstance(document, Document)
        documents[document.id] = document
    reports = [extract(one, RulesReader()) for one in documents.values()]
    incident = fuse(list(documents.values()), reports, trace(list(documents.values()), reports))
    caught = [
        (slot.slot, value.value, span.text)
        for slot in incident.slots
        for value in slot.values
        for span in value.spans
        for words in _traps(folder)
        if _inside(documents[span.document_id], words, span)
    ]
    assert caught == []
