"""Taking back and taking out.

A retraction says that something no longer holds; a redaction removes its words, for legal reasons,
and leaves its hash.
"""

from dataclasses import dataclass
from shlex import quote

import msgspec

from whence.errors import CaseRefused, UnknownId
from whence.model.document import Document
from whence.model.ledger import Captured, Closed, Entry, Media, Redaction, Retraction
from whence.run.case.state import CaseState, state_of
from whence.store.ledger import Beside, Ledger, decoded
from whence.store.sealing import Draft

_NEVER = ("opened", "redaction", "merge", "stamp", "signature", "closed", "reopened")
"""Kinds that hold the chain together, and say nothing that could be taken out of it."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """Who does it, when and why."""

    author: str
    at: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise CaseRefused("nothing is said about why", "give --reason TEXT")


def entry_of(state: CaseState, reference: str) -> int:
    """Return the seq that a reference means: ``#12`` (or 12), or a document's id, file or outlet.

    Raises:
        UnknownId: when nothing, or more than one thing, is called so.
    """
    number = reference.removeprefix("#")
    last = state.last.seq if state.last else 0
    if number.isascii() and number.isdigit():
        if not 1 <= int(number) <= last:
            raise UnknownId(f"the case has no entry #{number}", f"it has #1 to #{last}")
        return int(number)
    if reference in state.seqs:
        return state.seqs[reference]
    found = [
        document
        for document in state.documents.values()
        if reference in (document.location, document.url, document.name)
        or document.location.endswith(f"/{reference}")
    ]
    if len(found) == 1:
        return state.seqs[found[0].id]
    if found:
        known = ", ".join(f"#{state.seqs[document.id]}" for document in found)
        raise UnknownId(f"{reference!r} may be {known}", "give the number")
    raise UnknownId(f"nothing in the case is called {reference!r}", "'whence log CASE' numbers all")


def retract(ledger: Ledger, seq: int, word: Word) -> Entry:
    """Say that an entry no longer holds; of a retraction: that what it took back holds again.

    Raises:
        CaseRefused: when the entry is not one that can be taken back, or was so already.
    """
    (sealed,) = ledger.store.read(ledger.case_id, after=seq - 1, through=seq)
    if sealed.entry.kind in _NEVER:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) cannot be taken back")
    if (by := state_of(ledger).taken_back.get(seq)) is not None:
        # A second one would keep it from holding again when the first is taken back.
        hint = f"to have it hold again: whence case retract {quote(ledger.name)} '#{by}'"
        raise CaseRefused(f"#{seq} was taken back already, by #{by}", f"{hint} --reason TEXT")
    said = Retraction(seq=seq, reason=word.reason)
    draft = Draft(kind="retraction", author=word.author, at=word.at, payload=said)
    return ledger.append([draft])[0]


def redact(ledger: Ledger, seq: int, word: Word) -> Redaction:
    """Take the words of an entry out of the case, with all that was made of them.

    Of a document or a capture these are the raw bytes, the text, what was read in it, and every
    snapshot that rests on it; of anything else its own payload alone. Hashes stay, and the chain
    still proves that nothing else was touched.

    Raises:
        CaseRefused: when the entry is not one that can be taken out, or it is out already.
    """
    entries = list(ledger.read())
    sealed = entries[seq - 1]
    if sealed.entry.kind in _NEVER:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) holds nothing that can be taken out")
    if sealed.payload is None:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) was taken out already")
    said = decoded(sealed)
    seqs, captures = {seq}, set[str]()
    if isinstance(said, Media):
        captures.add(said.sha256)
    elif isinstance(said, Document | Captured):
        sha256 = said.raw_sha256 if isinstance(said, Document) else said.sha256
        captures.add(sha256)
        seqs |= _of_capture(ledger, sha256)
    redaction = Redaction(
        reason=word.reason, seqs=tuple(sorted(seqs)), captures=tuple(sorted(captures))
    )
    ledger.append(
        [Draft(kind="redaction", author=word.author, at=word.at, payload=redaction)],
        Beside(erased_seqs=redaction.seqs, erased_captures=redaction.captures),
    )
    return redaction


def _of_capture(ledger: Ledger, sha256: str) -> set[int]:
    """Return the seqs of a capture, its documents, and everything that quotes them."""
    documents: set[str] = set()
    seqs: set[int] = set()
    for sealed in ledger.read():
        payload = sealed.payload or b""
        if sealed.entry.kind in _NEVER:
            continue
        quotes = any(key.encode() in payload for key in documents)
        if sealed.entry.kind == "capture" and sha256.encode() in payload:
            seqs.add(sealed.entry.seq)
        elif sealed.entry.kind == "document" and sha256.encode() in payload:
            documents.add(msgspec.json.decode(payload, type=Document).id)
            seqs.add(sealed.entry.seq)
        elif quotes and sealed.entry.kind in ("extraction", "assessment"):
            seqs.add(sealed.entry.seq)
    return seqs


def close(ledger: Ledger, word: Word, *, closed: bool) -> Entry:
    """Close a case, or open it again.

    Raises:
        CaseRefused: when it is so already.
    """
    if state_of(ledger).closed == closed:
        raise CaseRefused(f"the case {ledger.name} is {'closed' if closed else 'open'} already")
    kind = "closed" if closed else "reopened"
    draft = Draft(kind=kind, author=word.author, at=word.at, payload=Closed(reason=word.reason))
    return ledger.append([draft])[0]
