"""The ledger: its lines, its entries, the proof that it is whole, and what is taken back or out."""

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from whence.errors import CaseRefused, UnknownId
from whence.model.ledger import Entry, Redaction, Snapshot
from whence.run.case import withdrawing
from whence.run.case.history import Line
from whence.store.ledger import decoded
from whence.store.protocol import Sealed
from whence.store.verify import Proof, verify
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.operations.cases import Reason, Reasoned
from whence.web.api.paging import ByNumber, Listing, behind_seq
from whence.web.estimates import unseen, visible
from whence.web.recording import follow
from whence.web.shelf import Volume

_TAG: Final = "ledger"
_BASE: Final = "/cases/{case}/ledger"


class LedgerAsked(ByNumber, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which lines: of a kind of entry, by an author; "" for any."""

    kind: Annotated[str, Meta(max_length=40)] = ""
    author: Annotated[str, Meta(max_length=200)] = ""


class EntryView(Struct, frozen=True, kw_only=True):
    """An entry and what it says.

    ``payload`` is None once it was taken out, and for an estimate that is hidden from you
    (``hidden``). ``taken_back`` is the entry by which it no longer holds, None while it holds.
    """

    entry: Entry
    text: str
    payload: dict[str, Any] | None
    hidden: bool
    taken_back: int | None


class Withdrawal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why the words of an entry are taken out for good; ``sure`` says that this is meant."""

    reason: Reason
    sure: Literal["yes"]


def log(call: Call[LedgerAsked, None]) -> Listing[Line]:
    """List the entries of a case, each told in a line, from the first on.

    `after` is the number of an entry.
    """
    asked, name = call.asked, call.person.name
    rows = [
        unseen(line, name)
        for line in call.volume().lines()
        if asked.kind in ("", line.kind) and asked.author in ("", line.author)
    ]
    return behind_seq(rows, [row.seq for row in rows], asked)


def entry(call: Call[Nothing, None]) -> EntryView:
    """Return an entry with its hashes and what it says."""
    volume, name = call.volume(), call.person.name
    sealed = _entry(call, volume)
    seq = sealed.entry.seq
    line = next(unseen(line, name) for line in volume.lines() if line.seq == seq)
    payload = _payload(volume, sealed, name)
    return EntryView(
        entry=sealed.entry,
        text=line.text,
        payload=payload,
        hidden=payload is None and sealed.payload is not None,
        taken_back=volume.state.taken_back.get(seq),
    )


def _payload(volume: Volume, sealed: Sealed, name: str) -> dict[str, Any] | None:
    """Return what an entry says, but for estimates that a person may not see yet."""
    if sealed.payload is None:
        return None
    seen = visible(volume.case, name)
    if sealed.entry.kind == "estimate":
        said = decoded(sealed)
        mine = sealed.entry.author == name
        return _plain(sealed.payload) if mine or said in seen.panel else None
    if sealed.entry.kind == "assessment":
        try:
            said = decoded(sealed)
        except msgspec.DecodeError:
            return None  # of another version: what it has of estimates cannot be told apart
        if isinstance(said, Snapshot):
            roles = {one.role for one in seen.pooled}
            pooled = tuple(one for one in said.pooled if one.role in roles)
            return _plain(msgspec.json.encode(replace(said, pooled=pooled)))
    return _plain(sealed.payload)


def _plain(raw: bytes) -> dict[str, Any]:
    return msgspec.json.decode(raw, type=dict[str, Any])


def proof(call: Call[Nothing, None]) -> Proof:
    """Check every entry, payload and capture of a case, and tell what was touched.

    No finding: it is whole. This reads all of the case.
    """
    return verify(call.volume().ledger)


def retract(call: Call[Nothing, Reasoned]) -> Entry:
    """Take an entry back: it stays in the ledger, and no longer holds."""
    volume = call.volume()
    seq = _entry(call, volume).entry.seq
    made = withdrawing.retract(volume.ledger, seq, call.word(call.body.reason))
    follow(call, volume.ledger)
    call.made(f"/cases/{volume.case_id}/ledger/{made.seq}")
    return made


def redact(call: Call[Nothing, Withdrawal]) -> Redaction:
    """Take the words of an entry out for good, with all that was made of them; hashes stay."""
    volume = call.volume()
    seq = _entry(call, volume).entry.seq
    made = withdrawing.redact(volume.ledger, seq, call.word(call.body.reason))
    follow(call, volume.ledger)
    return made


def _entry(
    call: Call[Nothing, None] | Call[Nothing, Reasoned] | Call[Nothing, Withdrawal], volume: Volume
) -> Sealed:
    seq = call.number("seq")
    if 1 <= seq <= volume.head.seq:
        for sealed in volume.ledger.store.read(volume.case_id, after=seq - 1, through=seq):
            return sealed
    raise call.missing("the case has no such entry", f"it has 1 to {volume.head.seq}")


OPERATIONS: Final = (
    Operation(method="GET", path=_BASE, name="listEntries", answer=log, tag=_TAG, tagged=True),
    Operation(
        method="GET", path=f"{_BASE}/{{seq}}", name="getEntry", answer=entry, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path="/cases/{case}/proof", name="verifyCase", answer=proof, tag=_TAG
    ),
    Operation(
        method="POST", path=f"{_BASE}/{{seq}}/retract", name="retractEntry", answer=retract,
        tag=_TAG, needs="editor", status=201, errors=(CaseRefused, UnknownId),
        example=Reasoned(reason="the page was a test page"),
    ),
    Operation(
        method="POST", path=f"{_BASE}/{{seq}}/redact", name="redactEntry", answer=redact,
        tag=_TAG, needs="editor", status=201, errors=(CaseRefused, UnknownId),
        example=Withdrawal(reason="it names a witness", sure="yes"),
    ),
)  # fmt: skip
