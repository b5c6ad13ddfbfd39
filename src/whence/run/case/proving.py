"""Proofs of the cases of a library, against heads that were saved before."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from whence.errors import MalformedRecord, StoreError, UnknownCase
from whence.model.ledger import Head
from whence.store.ledger import Ledger, open_case
from whence.store.protocol import Store
from whence.store.verify import Finding, Proof, verify

_SAVE: Final = "save heads with 'whence case head CASE'"
_GONE = "the case {} of that name is gone; its saved head was #{}"


def saved_heads(raw: bytes, location: str) -> tuple[Head, ...]:
    """Read heads, or proofs with their heads, one JSON object a line.

    Raises:
        MalformedRecord: naming the line that is neither; when there is none at all.
    """
    found = []
    for number, line in enumerate(raw.splitlines(), start=1):
        if line.strip():
            found.append(_head(line, f"{location}, line {number}"))
    if not found:
        # Nothing to compare with must not look like a comparison that went well.
        raise MalformedRecord(location, "it holds no saved head", _SAVE)
    return tuple(found)


def _head(line: bytes, place: str) -> Head:
    try:
        return msgspec.json.decode(line, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        return msgspec.json.decode(line, type=Proof).head
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedRecord(place, "it is no saved head", _SAVE) from error


def prove(store: Store, names: Sequence[str], saved: Sequence[Head]) -> Iterator[Proof]:
    """Yield the proof of each case that is named, of all when none is.

    A saved head whose case is gone is a finding of its own: when no case is named, or when it is of
    a name that is asked for, under which another case may stand now.

    Raises:
        UnknownCase: when the library has no case of a name.
    """
    ledgers = (
        [open_case(store, name) for name in names]
        if names
        else [Ledger(store, head.case_id, head.name) for head in store.heads()]
    )
    for ledger in ledgers:
        yield _proof(ledger, [head for head in saved if head.case_id == ledger.case_id])
    held = {ledger.case_id for ledger in ledgers}
    for head in saved:
        if head.case_id not in held and (not names or {head.name, head.case_id} & {*names}):
            held.add(head.case_id)
            yield _unread(head, _GONE.format(head.case_id, head.seq))


def _proof(ledger: Ledger, saved: Sequence[Head]) -> Proof:
    """Prove one case; where it cannot be read at all, that is the finding, and others go on."""
    try:
        return verify(ledger, saved)
    except (StoreError, UnknownCase) as error:
        lost = Head(case_id=ledger.case_id, name=ledger.name, seq=0, hash="", at="")
        return _unread(lost, f"the case cannot be read ({error.message})")


def _unread(head: Head, what: str) -> Proof:
    return Proof(
        case_id=head.case_id, name=head.name, head=head, entries=0, captures=0,
        findings=(Finding(what=what),),
    )  # fmt: skip
