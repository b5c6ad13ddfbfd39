"""What holds in a case, now or as it stood: the ledger's entries folded into one value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
from msgspec import Struct

from whence.errors import MalformedRecord
from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.ledger import (
    Comment,
    Description,
    Entry,
    Extraction,
    Media,
    Opened,
    Redaction,
    Snapshot,
    Tried,
)
from whence.model.panel import Estimate
from whence.run import maker
from whence.store.ledger import Ledger, decoded
from whence.store.protocol import Sealed
from whence.store.standing import taken_back

_DERIVED: Final = ("extraction", "assessment", "failure", "retraction")
"""Kinds that are made anew, or say nothing, where they are in a form that is not read."""

BEARING: Final = (
    "document", "extraction", "judgement", "override", "estimate", "retraction", "redaction",
)  # fmt: skip
"""Kinds that may change what is derived."""


@dataclass
class CaseState:
    """What holds in a case. ``seqs`` tells at which entry a document or a piece of media stands.

    ``extractions`` are by document id, the latest of each; ``redacted`` are the SHA-256 sums of
    captures that may not come back; ``bearing`` is the seq of the last entry that may change what
    is derived, ``snapshot_seq`` that of the snapshot. ``earlier`` are failures to read what a
    document says that came of other rules than those of this Whence. ``taken_back`` has the seq of
    the retraction by that of the entry which it took back, ``withdrawn`` by the id of a document.
    """

    name: str = ""
    question: str = ""
    opened_by: str = ""
    opened_at: str = ""
    last: Entry | None = None
    closed: bool = False
    documents: dict[str, Document] = field(default_factory=dict)
    extractions: dict[str, Extraction] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    earlier: set[Failure] = field(default_factory=set)
    judgements: list[Judgement] = field(default_factory=list)
    estimates: list[Estimate] = field(default_factory=list)
    media: dict[str, Media] = field(default_factory=dict)
    descriptions: dict[str, Description] = field(default_factory=dict)
    comments: list[tuple[Entry, Comment]] = field(default_factory=list)
    snapshot: Snapshot | None = None
    snapshot_seq: int = 0
    bearing: int = 0
    seqs: dict[str, int] = field(default_factory=dict)
    redacted: set[str] = field(default_factory=set)
    taken_back: dict[int, int] = field(default_factory=dict)
    withdrawn: dict[str, int] = field(default_factory=dict)

    @property
    def current(self) -> bool:
        """Whether nothing was added since the snapshot that may change what is derived."""
        return self.snapshot is not None and self.bearing <= self.snapshot.through


def state_of(ledger: Ledger, at: str | None = None) -> CaseState:
    """Return what holds in a case, or with ``at`` (a time or ``#seq``) what held then.

    Raises:
        MalformedRecord: when something that a person entered cannot be read.
        StoreError: when the library cannot be read.
    """
    return folded(ledger.read(at=at))


def folded(entries: Iterable[Sealed]) -> CaseState:
    """Return what holds after these entries, which begin with a case's first.

    Raises:
        MalformedRecord: when something that a person entered cannot be read.
    """
    read = list(entries)
    gone = taken_back(read)
    state = CaseState(taken_back=gone)
    for sealed in read:
        entry = sealed.entry
        state.last = entry
        if entry.kind in BEARING:
            state.bearing = entry.seq
        take = (_TAKES_ANYHOW if entry.seq in gone else _TAKES).get(entry.kind)
        if take is None:
            continue
        said = _said(sealed)
        if said is not None:
            take(state, entry, said)
    state.withdrawn = {
        key: seq for key, seq in state.withdrawn.items() if key not in state.documents
    }
    state.extractions = {
        key: read for key, read in state.extractions.items() if key in state.documents
    }
    return state


def _said(sealed: Sealed) -> Struct | None:
    try:
        return decoded(sealed)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if sealed.entry.kind in _DERIVED:
            return None
        place = f"entry #{sealed.entry.seq}"
        raise MalformedRecord(place, f"it is no {sealed.entry.kind} ({error})") from error


def _opened(state: CaseState, entry: Entry, said: Opened) -> None:
    state.name, state.question = said.name, said.question
    state.opened_by, state.opened_at = entry.author, entry.at


def _document(state: CaseState, entry: Entry, said: Document) -> None:
    state.documents.setdefault(said.id, said)
    state.seqs.setdefault(said.id, entry.seq)


def _withdrawn(state: CaseState, entry: Entry, said: Document) -> None:
    state.withdrawn[said.id] = state.taken_back.get(entry.seq, entry.seq)


def _extraction(state: CaseState, _entry: Entry, said: Extraction) -> None:
    state.extractions[said.report.document_id] = said


def _failure(state: CaseState, _entry: Entry, said: Tried) -> None:
    told = {name: getattr(said, name) for name in Failure.__struct_fields__}
    failure = Failure(**told)
    if failure not in state.failures:
        state.failures.append(failure)
    if said.stage == "extract" and said.whence != maker.of_readings():
        state.earlier.add(failure)
    else:
        state.earlier.discard(failure)


def _judgement(state: CaseState, _entry: Entry, said: Judgement) -> None:
    state.judgements.append(said)


def _estimate(state: CaseState, _entry: Entry, said: Estimate) -> None:
    state.estimates.append(said)


def _media(state: CaseState, entry: Entry, said: Media) -> None:
    state.media.setdefault(said.sha256, said)
    state.seqs.setdefault(said.sha256, entry.seq)


def _description(state: CaseState, _entry: Entry, said: Description) -> None:
    state.descriptions[said.subject] = said


def _comment(state: CaseState, entry: Entry, said: Comment) -> None:
    state.comments.append((entry, said))


def _snapshot(state: CaseState, entry: Entry, said: Snapshot) -> None:
    state.snapshot, state.snapshot_seq = said, entry.seq


def _redaction(state: CaseState, _entry: Entry, said: Redaction) -> None:
    state.redacted.update(said.captures)


def _closed(state: CaseState, entry: Entry, _said: Struct) -> None:
    state.closed = entry.kind == "closed"


_TAKES: Final[dict[str, Callable[[CaseState, Entry, Any], None]]] = {
    "opened": _opened,
    "document": _document,
    "extraction": _extraction,
    "failure": _failure,
    "judgement": _judgement,
    "override": _judgement,
    "estimate": _estimate,
    "media": _media,
    "description": _description,
    "comment": _comment,
    "assessment": _snapshot,
    "redaction": _redaction,
    "closed": _closed,
    "reopened": _closed,
}
"""What each kind of entry says, while it holds."""

_TAKES_ANYHOW: Final[dict[str, Callable[[CaseState, Entry, Any], None]]] = {
    "document": _withdrawn,
    "redaction": _redaction,
}
"""What each kind says though it was taken back."""
