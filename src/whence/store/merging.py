"""What holds in another case taken over into this one, behind an entry that says where from."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec
from msgspec import Struct

from whence.errors import CaseRefused
from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.ledger import (
    Captured,
    Comment,
    Extraction,
    Head,
    Media,
    Merge,
    Redaction,
    Taken,
)
from whence.store.archive.reading import Exported, Fetched
from whence.store.ledger import Beside, Ledger
from whence.store.mentions import said, spoken_of
from whence.store.protocol import Sealed
from whence.store.sealing import Draft
from whence.store.standing import holding

MERGED: Final = frozenset(
    {
        "document", "capture", "extraction", "failure", "judgement", "override", "estimate",
        "media", "description", "comment",
    }
)  # fmt: skip
"""The kinds of entry that are taken over."""

_WITH_BYTES: Final = frozenset({"capture", "media"})

_NUMBER: Final = re.compile(r"#(\d{1,18})")


class Merged(Struct, frozen=True, kw_only=True):
    """What a merge did: the numbers of the new entries, the merge's own first, none for nothing.

    ``passed`` counts the entries that hold there and were here already.
    """

    seqs: tuple[int, ...] = ()
    passed: int = 0


@dataclass
class _Here:
    """What the case has already: entries by their hash, here or where they came from.

    ``same`` are kind and payload's hash of its entries, whether they hold or not: what somebody
    here took back is not brought in again. ``refused`` are the SHA-256 of bytes taken out here, and
    ``unwanted`` the ids of documents made of them.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    same: dict[tuple[str, str], int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    captures: dict[str, int] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    unwanted: set[str] = field(default_factory=set)

    def hear(self, sealed: Sealed) -> None:
        """Take note of an entry."""
        entry, found = sealed.entry, said(sealed)
        self.numbers[entry.hash] = entry.seq
        self.same.setdefault((entry.kind, entry.payload_sha256), entry.seq)
        self.name(found, entry.seq)
        if isinstance(found, Extraction):
            self.read.add(found.report.document_id)
        elif isinstance(found, Redaction):
            self.refused |= set(found.captures)
        elif isinstance(found, Merge):
            for place, taken in enumerate(found.taken, entry.seq + 1):
                self.numbers.setdefault(taken.hash, place)

    def name(self, found: Struct | None, seq: int) -> None:
        """Take note of the document or the capture that is under a number."""
        if isinstance(found, Document):
            self.documents.setdefault(found.id, seq)
        elif isinstance(found, Captured):
            self.captures.setdefault(found.sha256, seq)

    def has_read(self, found: Struct) -> bool:
        """Tell whether this was read in a document in which something was read here."""
        return isinstance(found, Extraction) and found.report.document_id in self.read

    def has_refused(self, found: Struct) -> bool:
        """Tell whether this is, or was made of, bytes that were taken out here.

        What was read in a document is asked for after the document.
        """
        if isinstance(found, Document) and found.raw_sha256 in self.refused:
            self.unwanted.add(found.id)
        if isinstance(found, Document | Extraction):
            key = found.id if isinstance(found, Document) else found.report.document_id
            return key in self.unwanted and key not in self.documents
        return isinstance(found, Captured | Media) and found.sha256 in self.refused

    def number(self, sealed: Sealed, origin: Taken, found: Struct | None) -> int | None:
        """Return the number under which the case has an entry of another case, or its like."""
        entry = sealed.entry
        for sha256 in (origin.hash, entry.hash):
            if sha256 in self.numbers:
                return self.numbers[sha256]
        if isinstance(found, Document) and found.id in self.documents:
            return self.documents[found.id]
        if isinstance(found, Captured) and found.sha256 in self.captures:
            return self.captures[found.sha256]
        # Two people may remark the same: a comment is another one, though its words are not.
        key = (entry.kind, entry.payload_sha256)
        return None if entry.kind == "comment" else self.same.get(key)


@dataclass(frozen=True)
class _There:
    """The other case, as it is read for a merge."""

    head: Head
    entries: Sequence[Sealed]
    capture: Callable[[str], bytes | None]

    @staticmethod
    def of(other: Ledger | Exported) -> "_There":
        if isinstance(other, Exported):
            return _There(other.head(), list(other.read()), other.capture)
        entries = list(other.read())
        last = entries[-1].entry
        head = Head(
            case_id=other.case_id, name=other.name, seq=last.seq, hash=last.hash, at=last.at
        )
        return _There(head, entries, lambda sha256: other.store.capture(other.case_id, sha256))


def merge(ledger: Ledger, other: Ledger | Exported, author: str, at: str) -> Merged:
    """Take over what holds in another case and is not here yet, in one append.

    Documents and captures that are here are passed over, with what was read in such a document
    when something was; so is what was taken over earlier, along whatever way, and bytes that were
    taken out here, with the documents made of them and what was read in these. Subjects such as
    ``#12`` get the number that the entry has here, or, when it was not taken over, the other case's
    id before them.

    Raises:
        StoreLocked: when others kept writing to the case.
    """
    there = _There.of(other)
    done = Merged()

    def drawn(head: Head) -> tuple[Sequence[Draft], Beside]:
        nonlocal done
        here = _Here()
        for sealed in ledger.read(at=f"#{head.seq}"):
            here.hear(sealed)
        chosen = _choose(there, here, head)
        if not chosen.entries:
            done = Merged(passed=chosen.passed)
            return (), Beside()
        payloads = [
            Merge(
                case_id=there.head.case_id, name=there.head.name, head=there.head.hash,
                taken=tuple(chosen.origins),
            ),
            *(_renumbered(sealed, chosen.numbers, there) for sealed in chosen.entries),
        ]  # fmt: skip
        kinds = ["merge", *(sealed.entry.kind for sealed in chosen.entries)]
        drafts = [
            Draft(kind=kind, author=author, at=at, payload=payload)
            for kind, payload in zip(kinds, payloads, strict=True)
        ]
        first = head.seq + 1
        done = Merged(seqs=tuple(range(first, first + len(drafts))), passed=chosen.passed)
        return drafts, Beside(captures=_bytes(chosen.entries, there))

    ledger.append_behind(drawn)
    return done


@dataclass
class _Chosen:
    """What is to be taken over, where it comes from, and the number that each entry has here."""

    entries: list[Sealed] = field(default_factory=list)
    origins: list[Taken] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    passed: int = 0


def _choose(there: _There, here: _Here, head: Head) -> _Chosen:
    origins = _origins(there.entries)
    chosen = _Chosen()
    for sealed in holding(there.entries):
        entry, found = sealed.entry, said(sealed)
        origin = origins.get(entry.seq) or _taken(sealed)
        known = here.number(sealed, origin, found)
        if known is not None:
            chosen.numbers[entry.seq] = known
        if entry.kind not in MERGED or found is None:
            continue
        if known is not None or here.has_read(found):
            chosen.passed += 1
        elif _there_still(sealed, there) and not here.has_refused(found):
            chosen.entries.append(sealed)
            chosen.origins.append(origin)
            chosen.numbers[entry.seq] = head.seq + 1 + len(chosen.entries)
            here.name(found, chosen.numbers[entry.seq])
    return chosen


def _origins(entries: Iterable[Sealed]) -> dict[int, Taken]:
    """Return where entries come from that were themselves taken over, by their number there."""
    found: dict[int, Taken] = {}
    for sealed in entries:
        merge_ = said(sealed) if sealed.entry.kind == "merge" else None
        if isinstance(merge_, Merge):
            found.update(enumerate(merge_.taken, sealed.entry.seq + 1))
    return found


def _taken(sealed: Sealed) -> Taken:
    entry = sealed.entry
    return Taken(seq=entry.seq, author=entry.author, at=entry.at, hash=entry.hash)


def _there_still(sealed: Sealed, there: _There) -> bool:
    """Tell whether the bytes that an entry is about are there."""
    if sealed.entry.kind not in _WITH_BYTES:
        return True
    captured = spoken_of(sealed)
    return captured is not None and there.capture(captured.sha256) is not None


def _renumbered(sealed: Sealed, numbers: Mapping[int, int], there: _There) -> Struct | msgspec.Raw:
    found = said(sealed)
    if isinstance(found, Comment | Judgement):
        match = _NUMBER.fullmatch(found.subject)
        if match:
            number = numbers.get(int(match[1]))
            subject = f"#{number}" if number else f"{there.head.case_id}{found.subject}"
            return msgspec.structs.replace(found, subject=subject)
    return msgspec.Raw(sealed.payload or b"")


def _bytes(chosen: Iterable[Sealed], there: _There) -> Mapping[str, bytes]:
    """Return the bytes that the entries speak of, each read when it is asked for."""
    wanted = []

    def fetch(sha256: str) -> bytes:
        raw = there.capture(sha256)
        if raw is None:
            reason = f"a capture of the case {there.head.name} was taken out meanwhile"
            raise CaseRefused(reason, "merge again: it is passed over then")
        return raw

    for sealed in chosen:
        captured = spoken_of(sealed) if sealed.entry.kind in _WITH_BYTES else None
        if captured is not None:
            wanted.append(captured.sha256)
    return Fetched(wanted, fetch)
