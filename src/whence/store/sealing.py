"""How entries are hashed into a chain, so that whoever touches one is found out.

The hash of an entry is the SHA-256 of its canonical line: the JSON array

    ["whence.ledger/1", case_id, seq, kind, author, at, payload_sha256, payload_size, previous]

in UTF-8, without blanks, as ``msgspec.json`` writes it. ``previous`` being part of it, the hash of
the last entry stands for the whole chain (Haber and Stornetta, 1991, section 5.1).
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from whence.errors import CaseRefused
from whence.model.ledger import FORMAT, START, Entry, Head
from whence.store.protocol import Sealed, refuse_unfit

_encoder = msgspec.json.Encoder(order="deterministic")
_plain = msgspec.json.Encoder()


class Draft(Struct, frozen=True, kw_only=True):
    """Something to be appended: what, by whom, when (ISO 8601 in UTC)."""

    kind: str
    author: str
    at: str
    payload: Struct | msgspec.Raw


def digest(raw: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hexadecimal digits."""
    return sha256(raw).hexdigest()


def hashed(entry: Entry) -> str:
    """Return the hash that an entry must have, from everything else that it holds."""
    line = [
        FORMAT, entry.case_id, entry.seq, entry.kind, entry.author, entry.at,
        entry.payload_sha256, entry.payload_size, entry.previous,
    ]  # fmt: skip
    return digest(_plain.encode(line))


def seal(case_id: str, drafts: Sequence[Draft], head: Head | None) -> Iterator[Sealed]:
    """Yield the drafts as entries behind a head, None for a new case.

    Times never run backwards along a chain: where a clock was put back, the later entry takes the
    time of the one before.

    Raises:
        CaseRefused: when an author or a payload holds what is no Unicode text.
    """
    seq, previous, latest = (head.seq, head.hash, head.at) if head else (0, START, "")
    for draft in drafts:
        refuse_unfit(draft.kind, draft.author, draft.at)
        payload = encoded(draft.payload)
        seq, latest = seq + 1, max(latest, draft.at)
        unhashed = Entry(
            case_id=case_id, seq=seq, kind=draft.kind, author=draft.author, at=latest,
            payload_sha256=digest(payload), payload_size=len(payload), previous=previous, hash="",
        )  # fmt: skip
        entry = msgspec.structs.replace(unhashed, hash=hashed(unhashed))
        previous = entry.hash
        yield Sealed(entry, payload)


def encoded(payload: Struct | msgspec.Raw) -> bytes:
    """Return a payload's JSON: the same bytes for the same value, on every machine.

    Raises:
        CaseRefused: when a text in it holds half a character (a lone surrogate).
    """
    if isinstance(payload, msgspec.Raw):
        return bytes(payload)
    try:
        return _encoder.encode(payload)
    except UnicodeEncodeError as error:
        what = type(payload).__name__.lower()
        hint = "save the text in UTF-8 and repeat"
        raise CaseRefused(f"a text of the {what} is no Unicode ({error.reason})", hint) from error


def faults(sealed: Sealed, before: Entry | None) -> Iterator[str]:
    """Yield what does not fit about an entry, by itself and behind the one before."""
    entry = sealed.entry
    if hashed(entry) != entry.hash:
        yield "the entry was changed: its hash does not fit what it says"
    if entry.previous != (before.hash if before else START):
        yield "it does not follow the entry before it"
    if entry.seq != (before.seq if before else 0) + 1:
        yield f"{entry.seq - 1 - (before.seq if before else 0)} entries before it are missing"
    if before is not None and entry.case_id != before.case_id:
        yield f"it belongs to another case ({entry.case_id})"
    if before is not None and entry.at < before.at:
        yield "its time lies before that of the entry before it"
    if sealed.payload is not None and digest(sealed.payload) != entry.payload_sha256:
        yield "its payload was changed: the hash does not fit"
