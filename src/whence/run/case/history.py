"""The ledger as a history that a person can read: who entered what, when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.ledger import (
    Captured,
    Closed,
    Comment,
    Description,
    Extraction,
    Media,
    Merge,
    Opened,
    Redaction,
    Retraction,
    Signature,
    Snapshot,
    Stamp,
    Tried,
)
from whence.model.panel import Estimate
from whence.run.case.telling import Names
from whence.run.case.telling import told as judged
from whence.run.case.wording import counted
from whence.store.ledger import decoded
from whence.store.protocol import Sealed
from whence.store.standing import taken_back

_SAID_CHARACTERS: Final = 200
_SHORT_HASH: Final = 12


class Line(Struct, frozen=True, kw_only=True):
    """One entry of the history; ``text`` tells in a line what it says.

    ``holds`` is False once it was retracted, ``redacted`` True once its payload was taken out.
    """

    seq: int
    at: str
    author: str
    kind: str
    text: str
    hash: str
    holds: bool = True
    redacted: bool = False


def lines(entries: Iterable[Sealed], known: Mapping[str, str] | None = None) -> Iterator[Line]:
    """Yield the history of a case, from its first entry on.

    With ``known``, which are names by their ids, the lines tell no ids but names alone.
    """
    found, retractions, names = [], [], Names(known)
    # A line is short, and a payload may be a page: of a long case no more than the lines are kept.
    for sealed in entries:
        found.append(_line(sealed, names))
        if sealed.entry.kind == "retraction":
            retractions.append(sealed)
    gone = taken_back(retractions)
    for line in found:
        yield replace(line, holds=False) if line.seq in gone else line


def _line(sealed: Sealed, names: Names) -> Line:
    entry = sealed.entry
    return Line(
        seq=entry.seq,
        at=entry.at,
        author=entry.author,
        kind=entry.kind,
        text=told(sealed, names),
        hash=entry.hash,
        redacted=sealed.payload is None,
    )


def told(sealed: Sealed, names: Names | None = None) -> str:
    """Return what an entry says, in a line of plain text.

    ``names`` are what the entries before it call what may be judged; what this one names is added
    to them.
    """
    names = names or Names()
    if sealed.payload is None:
        return "(taken out)"
    try:
        said = decoded(sealed)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "(written by another version, in a form that is not read)"
    if said is None:
        return "(of a newer version)"
    names.learn(said)
    worded = judged(said, names) if isinstance(said, Judgement) else _WORDS[type(said)](said, names)
    text = " ".join(worded.split())
    return text if len(text) <= _SAID_CHARACTERS else text[: _SAID_CHARACTERS - 1] + "…"


def _opened(said: Opened, _names: Names) -> str:
    return f"{said.name}: {said.question}" if said.question else said.name


def _capture(said: Captured, _names: Names) -> str:
    return f"{said.url or said.location} ({said.size:,} bytes, SHA-256 {_short(said.sha256)})"


def _document(said: Document, _names: Names) -> str:
    title = said.title or said.text[:_SAID_CHARACTERS]
    dated = f", {said.published}" if said.published else ""
    return f"{said.name}{dated}: {title}"


def _extraction(said: Extraction, names: Names) -> str:
    report = said.report
    facts = counted(len(report.facts), "fact", "facts")
    claims = counted(len(report.claims), "claim", "claims")
    made = f"{said.reader}, whence {said.whence}"
    document = names.of(report.document_id) if names.bare else report.document_id
    return f"{document}: {facts}, {claims} read by {made}"


def _failure(said: Failure, _names: Names) -> str:
    return f"{said.location}: {said.reason}"


def _estimate(said: Estimate, names: Names) -> str:
    shares = ", ".join(f"{names.of(key)} {share:.0%}" for key, share in said.shares.items())
    return f"{said.judge} on the {said.role}: {shares}"


def _snapshot(said: Snapshot, _names: Names) -> str:
    rested = counted(len(said.document_ids), "document", "documents")
    known = f"{rested} up to #{said.through}, whence {said.whence}"
    if said.assessment is None:
        return f"nothing weighed ({known})"
    worded = "; ".join(answer.wording for answer in said.assessment.answers)
    return f"{worded} ({known})"


def _media(said: Media, _names: Names) -> str:
    return f"{said.url or said.location} ({said.media_type}, {said.size:,} bytes)"


def _description(said: Description, names: Names) -> str:
    claims = map(names.of, said.claim_ids) if names.bare else said.claim_ids
    bears = f" [{', '.join(claims)}]" if said.claim_ids else ""
    return f"{_short(said.subject)}: {said.text}{bears}"


def _comment(said: Comment, names: Names) -> str:
    subject = names.of(said.subject) if names.bare else said.subject
    return f"on {subject}: {said.text}" if said.subject else said.text


def _retraction(said: Retraction, _names: Names) -> str:
    return f"#{said.seq} no longer holds: {said.reason}"


def _redaction(said: Redaction, _names: Names) -> str:
    gone = [*(f"#{seq}" for seq in said.seqs), *(_short(sha256) for sha256 in said.captures)]
    return f"taken out: {', '.join(gone)}: {said.reason}"


def _merge(said: Merge, names: Names) -> str:
    taken = counted(len(said.taken), "entry", "entries")
    case = said.name if names.bare else f"{said.name} ({said.case_id})"
    return f"taken over, behind this: {taken} of {case}"


def _stamp(said: Stamp, _names: Names) -> str:
    return f"#{said.seq} ({_short(said.head)}) stamped by {said.authority}"


def _signature(said: Signature, _names: Names) -> str:
    return f"#{said.seq} ({_short(said.head)}) signed with {said.key}"


def _closed(said: Closed, _names: Names) -> str:
    return said.reason


def _short(sha256: str) -> str:
    return sha256[:_SHORT_HASH]


_WORDS: Final[dict[type[Struct], Callable[[Any, Names], str]]] = {
    Opened: _opened,
    Captured: _capture,
    Document: _document,
    Extraction: _extraction,
    Tried: _failure,
    Estimate: _estimate,
    Snapshot: _snapshot,
    Media: _media,
    Description: _description,
    Comment: _comment,
    Retraction: _retraction,
    Redaction: _redaction,
    Merge: _merge,
    Stamp: _stamp,
    Signature: _signature,
    Closed: _closed,
}
