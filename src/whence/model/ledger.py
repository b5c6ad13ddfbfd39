"""The case file: entries in a chain, and what each kind of entry holds.

An entry is never changed and never taken away. What a later entry says of an earlier one (a
retraction, a redaction, a description) is an entry of its own, so that the file tells its history.
"""

from typing import Final, Literal

from msgspec import Struct

from whence.model.assessment import Assessment
from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.model.panel import Estimate, Pooled
from whence.model.report import Report

FORMAT: Final = "whence.ledger/1"
"""Name and version of how entries are hashed; the number rises when a verifier would break."""

START: Final = "0" * 64
"""What the first entry of a chain gives as the hash before it."""

Kind = Literal[
    "opened",
    "capture",
    "document",
    "extraction",
    "failure",
    "judgement",
    "override",
    "estimate",
    "assessment",
    "media",
    "description",
    "comment",
    "retraction",
    "redaction",
    "merge",
    "stamp",
    "signature",
    "closed",
    "reopened",
]


class Entry(Struct, frozen=True, kw_only=True):
    """One link of a case's chain; what it says lies beside it, as its payload.

    ``seq`` counts from 1 without a gap. ``at`` is ISO 8601 in UTC, never before the entry before.
    ``payload_sha256`` and ``payload_size`` (bytes) are of the payload's JSON as stored;
    ``previous`` is the hash of the entry before, ``START`` for the first. ``kind`` may be one that
    this version does not know, when a newer one wrote it.
    """

    case_id: str
    seq: int
    kind: str
    author: str
    at: str
    payload_sha256: str
    payload_size: int
    previous: str
    hash: str


class Head(Struct, frozen=True, kw_only=True):
    """The last entry of a case: enough to prove later that nothing before it was touched."""

    case_id: str
    name: str
    seq: int
    hash: str
    at: str


class Opened(Struct, frozen=True, kw_only=True):
    """A case was opened; ``question`` is what it is to answer, in the analyst's words.

    ``source`` is the SHA-256 of where the runs that fill it lie, so that the next run there finds
    it; "" for a case that was opened by hand.
    """

    name: str
    question: str = ""
    source: str = ""
    format: str = FORMAT


class Captured(Struct, frozen=True, kw_only=True):
    """Raw bytes were taken in; they lie beside the chain under ``sha256``.

    ``status`` and ``headers`` are those of the HTTP response, where there was one; the body is
    stored unpacked. ``retrieved_at`` is set only for what was fetched.
    """

    sha256: str
    size: int
    location: str
    url: str | None = None
    media_type: str | None = None
    retrieved_at: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Extraction(Struct, frozen=True, kw_only=True):
    """What was read in one document, and by which version with which reader."""

    report: Report
    reader: str
    whence: str


class Snapshot(Struct, frozen=True, kw_only=True):
    """What was derived from the case as it stood: origins, incident, assessment.

    ``through`` is the seq of the last entry that it knows; ``document_ids`` are the documents that
    it rests on, ``settings`` the SHA-256 of the settings that it was made with. Derived again from
    the same entries by the same version, it comes out the same.
    """

    through: int
    whence: str
    reader: str
    settings: str = ""
    document_ids: tuple[str, ...]
    as_of: str | None = None
    trace: Trace = Trace()
    incident: Incident | None = None
    others: tuple[Incident, ...] = ()
    assessment: Assessment | None = None
    pooled: tuple[Pooled, ...] = ()


class Media(Struct, frozen=True, kw_only=True):
    """A picture, film or sound that bears on the case; its bytes lie under ``sha256``.

    ``width`` and ``height`` in pixels, ``seconds`` the running time. ``details`` are what the file
    says of itself (camera, times, place, codec), unverified. ``perceptual`` are PDQ hashes of 256
    bits in hexadecimal, one of a picture, several of a film's frames.
    """

    sha256: str
    size: int
    media_type: str
    location: str
    url: str | None = None
    retrieved_at: str | None = None
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    details: tuple[tuple[str, str], ...] = ()
    perceptual: tuple[str, ...] = ()


class Description(Struct, frozen=True, kw_only=True):
    """What a person says a piece of media shows, and the claims that it bears on.

    ``subject`` is the media's SHA-256. Of several descriptions the last one holds.
    """

    subject: str
    text: str
    claim_ids: tuple[str, ...] = ()


class Comment(Struct, frozen=True, kw_only=True):
    """A remark; ``subject`` is the id or the ``#seq`` that it is on, "" for the case."""

    text: str
    subject: str = ""


class Retraction(Struct, frozen=True, kw_only=True):
    """The entry ``seq`` no longer holds; retracting a retraction makes the first hold again."""

    seq: int
    reason: str


class Redaction(Struct, frozen=True, kw_only=True):
    """The payloads of entries, or captured bytes, were taken out; their hashes stay.

    ``captures`` are SHA-256 sums.
    """

    reason: str
    seqs: tuple[int, ...] = ()
    captures: tuple[str, ...] = ()


class Taken(Struct, frozen=True, kw_only=True):
    """Where an entry stood in the case that it was first made in, who made it there, and when."""

    seq: int
    author: str
    at: str
    hash: str


class Merge(Struct, frozen=True, kw_only=True):
    """What held in another case, up to its head, was taken over in the entries that follow.

    ``taken`` has one row for each of them, in their order.
    """

    case_id: str
    name: str
    head: str
    taken: tuple[Taken, ...]


class Stamp(Struct, frozen=True, kw_only=True):
    """An authority's RFC 3161 token over a hash of this chain.

    ``head`` is the stamped entry's hash: what is stamped is the SHA-256 of its 64 hexadecimal
    digits in ASCII. ``token`` is the response in DER, ``authority`` the address asked.
    """

    seq: int
    head: str
    authority: str
    token: bytes


class Signature(Struct, frozen=True, kw_only=True):
    """An Ed25519 signature over the hash of an entry, as 64 hexadecimal digits in ASCII.

    ``key`` is the public key in OpenSSH's form.
    """

    seq: int
    head: str
    key: str
    signature: bytes


class Tried(Failure, frozen=True, kw_only=True):
    """What could not be read, and by which Whence that was tried: another may read it."""

    whence: str = ""


class Closed(Struct, frozen=True, kw_only=True):
    """The case was closed, or opened again; a closed one takes no new reports and no media."""

    reason: str


PAYLOADS: Final[dict[str, type[Struct]]] = {
    "opened": Opened,
    "capture": Captured,
    "document": Document,
    "extraction": Extraction,
    "failure": Tried,
    "judgement": Judgement,
    "override": Judgement,
    "estimate": Estimate,
    "assessment": Snapshot,
    "media": Media,
    "description": Description,
    "comment": Comment,
    "retraction": Retraction,
    "redaction": Redaction,
    "merge": Merge,
    "stamp": Stamp,
    "signature": Signature,
    "closed": Closed,
    "reopened": Closed,
}
"""The type of every kind's payload."""
