"""The history names every kind of entry, and what was retracted or taken out."""

from collections.abc import Mapping
from typing import get_args

import msgspec
import pytest
from msgspec import Struct

from tests.run.case.kept import AT, opened
from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.ledger import (
    PAYLOADS,
    Captured,
    Closed,
    Comment,
    Description,
    Extraction,
    Kind,
    Media,
    Merge,
    Redaction,
    Retraction,
    Signature,
    Snapshot,
    Stamp,
)
from whence.model.panel import Estimate
from whence.model.report import Report
from whence.run.case.history import lines
from whence.store.ledger import Beside, Ledger
from whence.store.sealing import Draft

HASH = "ab" * 32
DECIDED = Judgement(subject="executor:unnamed", verdict="prior 0.4", by="Bo", at=AT, reason="many")
DOCUMENT = Document(
    id="doc-1", location="quay.html", title="Barge burns", published="2031-05-06",
    media_type="text/html", text="Barge burns", blocks=(), raw_sha256=HASH, raw_size=3,
)  # fmt: skip
SAID: Mapping[str, tuple[Struct, str]] = {
    "capture": (Captured(sha256=HASH, size=3, location="quay.html"), "quay.html (3 bytes"),
    "document": (DOCUMENT, "quay.html, 2031-05-06: Barge burns"),
    "extraction": (
        Extraction(report=Report(id="r", document_id="doc-1"), reader="rules@1", whence="9.9"),
        "doc-1: 0 facts, 0 claims read by rules@1, whence 9.9",
    ),
    "failure": (
        Failure(location="x", stage="ingest", kind="empty", reason="it is empty", hint=""),
        "x: it is empty",
    ),
    "judgement": (DECIDED, "executor:unnamed: prior 0.4, by Bo (many)"),
    "override": (DECIDED, "executor:unnamed: prior 0.4, by Bo (many)"),
    "estimate": (
        Estimate(judge="Bo", role="executor", shares={"executor:unnamed": 0.25}, at="2031"),
        "Bo on the executor: executor:unnamed 25%",
    ),
    "assessment": (
        Snapshot(through=3, whence="9.9", reader="rules@1", document_ids=("doc-1",)),
        "nothing weighed (1 document up to #3, whence 9.9)",
    ),
    "media": (
        Media(sha256=HASH, size=3, media_type="image/png", location="quay.png"),
        "quay.png (image/png, 3 bytes)",
    ),
    "description": (
        Description(subject=HASH, text="smoke", claim_ids=("claim-1",)),
        "abababababab: smoke [claim-1]",
    ),
    "comment": (Comment(text="two\nlines", subject="#3"), "on #3: two lines"),
    "retraction": (Retraction(seq=2, reason="parody"), "#2 no longer holds: parody"),
    "redaction": (
        Redaction(reason="order", seqs=(2,), captures=(HASH,)),
        "taken out: #2, abababababab: order",
    ),
    "merge": (
        Merge(case_id="case-2", name="pier", head=HASH, taken=()),
        "taken over, behind this: 0 entries of pier",
    ),
    "stamp": (
        Stamp(seq=2, head=HASH, authority="https://tsa.example", token=b"x"),
        "#2 (abababababab) stamped by https://tsa.example",
    ),
    "signature": (
        Signature(seq=2, head=HASH, key="ssh-ed25519 AA", signature=b"x"),
        "#2 (abababababab) signed with ssh-ed25519 AA",
    ),
    "closed": (Closed(reason="published"), "published"),
    "reopened": (Closed(reason="more came"), "more came"),
}


def test_every_kind_has_its_payload_and_its_line() -> None:
    assert set(get_args(Kind)) == set(PAYLOADS) == set(SAID) | {"opened"}


def said(ledger: Ledger, kind: str, payload: Struct | msgspec.Raw) -> str:
    ledger.append([Draft(kind=kind, author="Bo", at=AT, payload=payload)])
    return list(lines(ledger.read()))[-1].text


@pytest.mark.parametrize("kind", SAID)
def test_an_entry_is_told_in_a_line(kind: str) -> None:
    payload, told = SAID[kind]
    assert said(opened(), kind, payload).startswith(told)


def test_for_a_page_entries_are_told_by_names_and_not_by_ids() -> None:
    ledger = opened()
    ledger.append([Draft(kind="document", author="Bo", at=AT, payload=DOCUMENT)])
    for kind in ("extraction", "merge", "description"):
        ledger.append([Draft(kind=kind, author="Bo", at=AT, payload=SAID[kind][0])])
    remark = Comment(text="see there", subject="doc-1")
    ledger.append([Draft(kind="comment", author="Bo", at=AT, payload=remark)])
    assert [line.text for line in lines(ledger.read(), {"claim-1": "barge league"})][2:] == [
        "quay.html: 0 facts, 0 claims read by rules@1, whence 9.9",
        "taken over, behind this: 0 entries of pier",
        "abababababab: smoke [barge league]",
        "on quay.html: see there",
    ]


def test_what_other_versions_wrote_is_told_as_such() -> None:
    ledger = opened()
    assert "newer version" in said(ledger, "dream", msgspec.Raw(b"{}"))
    assert "another version" in said(ledger, "comment", msgspec.Raw(b'{"words":1}'))


def test_long_lines_are_cut() -> None:
    text = said(opened(), "comment", Comment(text="word " * 100))
    assert len(text) == 200
    assert text.endswith("…")


def test_retracted_and_taken_out_are_marked() -> None:
    ledger = opened()
    draft = Draft(kind="comment", author="Bo", at=AT, payload=Comment(text="wrong"))
    ledger.append([draft, draft])
    gone = Retraction(seq=2, reason="wrong")
    ledger.append([Draft(kind="retraction", author="Bo", at=AT, payload=gone)])
    out = Redaction(reason="order", seqs=(3,))
    draft = Draft(kind="redaction", author="Bo", at=AT, payload=out)
    ledger.append([draft], Beside(erased_seqs=(3,)))
    found = list(lines(ledger.read()))
    assert [line.holds for line in found] == [True, False, True, True, True]
    assert [line.seq for line in found if line.redacted] == [3]
    assert found[2].text == "(taken out)"
