"""Proof that nothing in a case was touched, or what was.

A chain proves that no entry, payload or capture changed behind its head. That the head itself is
the one that stood there before takes something from outside: a head that was saved, a signature,
a time-stamp.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec
from msgspec import Struct

from whence.errors import StoreError
from whence.model.ledger import Captured, Entry, Head, Media, Redaction
from whence.store.ledger import Ledger, decoded
from whence.store.protocol import Sealed
from whence.store.sealing import digest, faults

_CLAIMING: Final = ("capture", "media")


class Finding(Struct, frozen=True, kw_only=True):
    """Something that was touched: at the entry ``seq``, or in the capture ``sha256``."""

    what: str
    seq: int | None = None
    sha256: str | None = None


class Proof(Struct, frozen=True, kw_only=True):
    """What was checked in a case, and everything that does not fit; no finding: it is whole.

    ``redacted`` are the seqs whose payload was taken out by a redaction of the chain, which is no
    finding; ``redacted_captures`` are SHA-256 sums, likewise.
    """

    case_id: str
    name: str
    head: Head
    entries: int
    captures: int
    redacted: tuple[int, ...] = ()
    redacted_captures: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass
class _Seen:
    """What the chain tells of itself, gathered while it is read."""

    last: Entry | None = None
    count: int = 0
    hashes: dict[int, str] = field(default_factory=dict)
    empty: list[int] = field(default_factory=list)
    full: set[int] = field(default_factory=set)
    captures: dict[str, int] = field(default_factory=dict)
    redacted: set[int] = field(default_factory=set)
    redacted_captures: set[str] = field(default_factory=set)


def verify(ledger: Ledger, saved: Sequence[Head] = ()) -> Proof:
    """Check every entry, payload and capture of a case, and that the ``saved`` heads are in it.

    Raises:
        UnknownCase: when the library has no such case.
        StoreError: when the library cannot be read at all.
    """
    head = ledger.head()
    seen = _Seen()
    findings = [
        *_chain(ledger, head, seen),
        *_end(head, seen),
        *_payloads(seen),
        *_captures(ledger, seen),
        *(finding for one in saved for finding in _saved(one, seen)),
    ]
    return Proof(
        case_id=ledger.case_id,
        name=ledger.name,
        head=head,
        entries=seen.count,
        captures=len(seen.captures.keys() - seen.redacted_captures),
        redacted=tuple(sorted(seen.redacted & set(seen.empty))),
        redacted_captures=tuple(sorted(seen.redacted_captures)),
        findings=tuple(findings),
    )


def _chain(ledger: Ledger, head: Head, seen: _Seen) -> Iterator[Finding]:
    """Read the chain through; a row that cannot be read costs that row, not the rest."""
    reached = 0
    while True:
        try:
            for sealed in ledger.read(after=reached):
                yield from _entry(sealed, seen)
                reached = sealed.entry.seq
        except (StoreError, TypeError, ValueError) as error:
            reached += 1
            yield Finding(seq=reached, what=f"the entry cannot be read ({error})")
            if reached < head.seq:
                continue
        return


def _entry(sealed: Sealed, seen: _Seen) -> Iterator[Finding]:
    entry = sealed.entry
    for fault in faults(sealed, seen.last):
        yield Finding(seq=entry.seq, what=fault)
    seen.last = entry
    seen.count += 1
    seen.hashes[entry.seq] = entry.hash
    if sealed.payload is None:
        seen.empty.append(entry.seq)
        return
    seen.full.add(entry.seq)
    if entry.kind not in (*_CLAIMING, "redaction"):
        return
    try:
        said = decoded(sealed)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Finding(seq=entry.seq, what=f"its payload is no {entry.kind} ({error})")
        return
    if isinstance(said, Captured | Media):
        seen.captures.setdefault(said.sha256, entry.seq)
        seen.redacted_captures.discard(said.sha256)  # taken in again since
    elif isinstance(said, Redaction):
        # What came later it cannot have meant: it would excuse whatever goes missing one day.
        seen.redacted.update(seq for seq in said.seqs if seq < entry.seq)
        seen.redacted_captures.update(said.captures)


def _end(head: Head, seen: _Seen) -> Iterator[Finding]:
    """Compare the last entry with the head that the library keeps apart."""
    last = seen.last
    if last is None or last.seq < head.seq:
        missing = head.seq - (last.seq if last else 0)
        yield Finding(seq=head.seq, what=f"the last {missing} entries are missing")
    elif last.seq > head.seq or last.hash != head.hash:
        yield Finding(seq=last.seq, what="the last entry is not the head that the library keeps")
    elif last.at != head.at:
        yield Finding(seq=last.seq, what="the time of the head was changed")


def _payloads(seen: _Seen) -> Iterator[Finding]:
    for seq in seen.empty:
        if seq not in seen.redacted:
            yield Finding(seq=seq, what="its payload is missing, and no redaction says why")
    for seq in sorted(seen.full & seen.redacted):
        yield Finding(seq=seq, what="its payload is there, though a redaction took it out")


def _captures(ledger: Ledger, seen: _Seen) -> Iterator[Finding]:
    held: set[str] = set()
    try:
        for sha256, raw in ledger.store.captures(ledger.case_id):
            held.add(sha256)
            seq = seen.captures.get(sha256)
            if seq is None:
                yield Finding(sha256=sha256, what="a capture that no entry speaks of")
            if digest(raw) != sha256:
                what = "the capture was changed: its bytes do not fit the hash"
                yield Finding(seq=seq, sha256=sha256, what=what)
            if sha256 in seen.redacted_captures:
                what = "the capture is there, though a redaction took it out"
                yield Finding(seq=seq, sha256=sha256, what=what)
    except (StoreError, TypeError, ValueError) as error:
        yield Finding(what=f"the captures cannot be read to the end ({error})")
        return
    for sha256, seq in seen.captures.items():
        if sha256 not in held and sha256 not in seen.redacted_captures:
            what = "the capture is missing, and no redaction says why"
            yield Finding(seq=seq, sha256=sha256, what=what)


def _saved(saved: Head, seen: _Seen) -> Iterator[Finding]:
    """Compare with a head that was saved elsewhere: nothing up to it may have gone or changed."""
    found = seen.hashes.get(saved.seq)
    if found is None:
        what = f"the saved head was entry #{saved.seq}: entries up to there are missing"
        yield Finding(seq=saved.seq, what=what)
    elif found != saved.hash:
        yield Finding(
            seq=saved.seq, what="it is not the entry of the saved head: all was rewritten"
        )
