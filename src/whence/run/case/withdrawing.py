"""Taking back and taking out.

A retraction says that something no longer holds; a redaction removes its words, for legal reasons,
and leaves its hash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from whence.errors import CaseRefused, UnknownId
from whence.model.document import Document
from whence.model.ledger import Captured, Closed, Entry, Head, Media, Redaction, Retraction
from whence.run.case.state import CaseState, folded
from whence.store.ledger import Beside, Ledger
from whence.store.mentions import said
from whence.store.protocol import Sealed
from whence.store.sealing import Draft

_NEVER = ("opened", "redaction", "merge", "stamp", "signature", "closed", "reopened")
"""Kinds that hold the chain together, and say nothing that could be taken out of it."""

_DIGITS = 10
"""More than an entry's number can have: Python itself refuses thousands of them."""

_ENDING = ("closed", "reopened", "retraction")
"""Kinds that tell whether a case is closed."""


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
        if len(number) > _DIGITS or not 1 <= int(number) <= last:
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
    sealed = _entry(ledger, seq)
    if sealed.entry.kind in _NEVER:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) cannot be taken back")
    if sealed.entry.kind == "capture":
        hint = "take back the document that was made of it, or take both out: whence case redact"
        raise CaseRefused(f"#{seq} is captured bytes: nothing rests on them alone", hint)
    if (by := folded(ledger.read(kinds={"retraction"})).taken_back.get(seq)) is not None:
        # A second one would keep it from holding again when the first is taken back.
        hint = f"to have it hold again: whence case retract {quote(ledger.name)} '#{by}'"
        raise CaseRefused(f"#{seq} was taken back already, by #{by}", f"{hint} --reason TEXT")
    payload = Retraction(seq=seq, reason=word.reason)
    draft = Draft(kind="retraction", author=word.author, at=word.at, payload=payload)
    return ledger.append([draft])[0]


def redact(ledger: Ledger, seq: int, word: Word) -> Redaction:
    """Take the words of an entry out of the case, with all that was made of them.

    Of a document or a capture these are the raw bytes, the text, what was read in it, and every
    snapshot that rests on it; of anything else its own payload alone. Hashes stay, and the chain
    still proves that nothing else was touched.

    Raises:
        CaseRefused: when the entry is not one that can be taken out, or it is out already.
    """
    made: list[Redaction] = []

    def drawn(_head: Head) -> tuple[Sequence[Draft], Beside]:
        # Behind every head anew: what others wrote meanwhile may quote what is taken out.
        made.append(redaction(ledger, seq, word.reason))
        draft = Draft(kind="redaction", author=word.author, at=word.at, payload=made[-1])
        return [draft], Beside(erased_seqs=made[-1].seqs, erased_captures=made[-1].captures)

    ledger.append_behind(drawn)
    return made[-1]


def redaction(ledger: Ledger, seq: int, reason: str) -> Redaction:
    """Return what is to be taken out with an entry, by what the case holds now.

    Raises:
        CaseRefused: when the entry is not one that can be taken out, or it is out already.
    """
    sealed = _entry(ledger, seq)
    if sealed.entry.kind in _NEVER:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) holds nothing that can be taken out")
    if sealed.payload is None:
        raise CaseRefused(f"#{seq} ({sealed.entry.kind}) was taken out already")
    found = said(sealed)
    seqs, captures = {seq}, set[str]()
    if isinstance(found, Media):
        captures.add(found.sha256)
    elif isinstance(found, Document | Captured):
        sha256 = found.raw_sha256 if isinstance(found, Document) else found.sha256
        captures.add(sha256)
        seqs |= _of_capture(ledger, sha256)
    return Redaction(reason=reason, seqs=tuple(sorted(seqs)), captures=tuple(sorted(captures)))


def _entry(ledger: Ledger, seq: int) -> Sealed:
    for sealed in ledger.store.read(ledger.case_id, after=seq - 1, through=seq):
        return sealed
    raise UnknownId(f"the case has no entry #{seq}", "'whence verify CASE' tells what is missing")


def _of_capture(ledger: Ledger, sha256: str) -> set[int]:
    """Return the seqs of a capture, its documents, and everything that quotes them."""
    documents: set[str] = set()
    seqs: set[int] = set()
    for sealed in ledger.read(kinds=("capture", "document", "extraction", "assessment")):
        payload = sealed.payload or b""
        quotes = any(key.encode() in payload for key in documents)
        if sealed.entry.kind == "capture" and sha256.encode() in payload:
            seqs.add(sealed.entry.seq)
        elif sealed.entry.kind == "document" and sha256.encode() in payload:
            found = said(sealed)
            documents |= {found.id} if isinstance(found, Document) else set()
            seqs.add(sealed.entry.seq)
        elif quotes:
            seqs.add(sealed.entry.seq)
    return seqs


def close(ledger: Ledger, word: Word, *, closed: bool) -> Entry:
    """Close a case, or open it again.

    Raises:
        CaseRefused: when it is so already.
    """
    if folded(ledger.read(kinds=_ENDING)).closed == closed:
        raise CaseRefused(f"the case {ledger.name} is {'closed' if closed else 'open'} already")
    kind = "closed" if closed else "reopened"
    draft = Draft(kind=kind, author=word.author, at=word.at, payload=Closed(reason=word.reason))
    return ledger.append([draft])[0]
