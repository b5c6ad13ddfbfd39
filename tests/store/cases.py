"""Invented entries of every kind that is searched."""

from tests.store.libraries import AT
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.document import Block, Document
from whence.model.fact import Fact
from whence.model.identity import stable_id
from whence.model.ledger import Description, Extraction, Redaction, Retraction
from whence.model.report import Report
from whence.model.span import Span
from whence.store.sealing import Draft


def draft(kind: str, payload: object) -> Draft:
    """Return a draft by Ana."""
    return Draft(kind=kind, author="Ana", at=AT, payload=payload)  # type: ignore[arg-type]


def document(text: str, title: str | None = None) -> Document:
    """Return a document with a text."""
    return Document(
        id=Document.identify(text, None), location="a.txt", title=title, media_type="text/plain",
        text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        raw_sha256="0" * 64, raw_size=len(text),
    )  # fmt: skip


def extraction(of: Document, *subjects: str) -> Extraction:
    """Return what was read in a document: a claim about every subject, and a fact."""
    span = of.span(0, len(of.text))
    claims = tuple(_claim(span, subject) for subject in subjects)
    fact = Fact(
        id=stable_id("fact", of.id), document_id=of.id, chain_id="chain-1", slot="people_killed",
        value="3", unit="guards", spans=(span,), extractor="made@1",
    )  # fmt: skip
    report = Report(id=stable_id("rep", of.id), document_id=of.id, claims=claims, facts=(fact,))
    return Extraction(report=report, reader="made", whence="1")


def _claim(span: Span, subject: str) -> Claim:
    return Claim(
        id=stable_id("claim", span.document_id, subject), document_id=span.document_id,
        chain_id="chain-1", subject=subject, subject_kind="group", predicate="carried_out",
        object="the attack", polarity=False, standing="accused", act="accuse", spans=(span,),
        extractor="made@1",
    )  # fmt: skip


def judgement(reason: str) -> Draft:
    """Return a person's decision."""
    said = Judgement(subject="slot:target", verdict="granary", by="Ana", at=AT, reason=reason)
    return draft("judgement", said)


def described(text: str) -> Draft:
    """Return what a picture shows."""
    return draft("description", Description(subject="0" * 64, text=text))


def retraction(seq: int) -> Draft:
    """Take an entry back."""
    return draft("retraction", Retraction(seq=seq, reason="mistaken"))


def redaction(*seqs: int) -> Draft:
    """Say that entries' words are taken out."""
    return draft("redaction", Redaction(seqs=seqs, reason="a court's order"))
