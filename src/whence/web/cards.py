"""A library's cases in short: what a list shows of each, without reading the whole case."""

from collections.abc import Sequence
from threading import Lock
from typing import Final

import msgspec
from msgspec import Struct

from whence.model.assessment import Hypothesis, Posterior
from whence.model.ledger import Head
from whence.run.case.state import folded
from whence.store.ledger import Ledger
from whence.store.protocol import Sealed, Store
from whence.store.standing import holding

_TELLING: Final = ("opened", "assessment", "retraction", "closed", "reopened")
_MOST: Final = 5000
"""Cards kept in memory; one has some hundred bytes."""


class Card(Struct, frozen=True, kw_only=True):
    """A case in short. ``leading`` is the likeliest answer on who did it, None before a weighing.

    ``reports`` are those that the last weighing rests on, ``origins`` the first hands outside the
    outlets that say something about the incident; ``told`` whether there is a verdict.
    """

    case_id: str
    name: str
    question: str
    seq: int
    at: str
    closed: bool
    reports: int = 0
    origins: int = 0
    leading: Posterior | None = None
    label: str = ""
    told: bool = False
    confidence: str = ""


class _Origin(Struct, frozen=True):
    id: str
    kind: str
    relays: tuple[str, ...] = ()


class _Trace(Struct, frozen=True):
    origins: tuple[_Origin, ...] = ()


class _Said(Struct, frozen=True):
    origin_id: str


class _Value(Struct, frozen=True):
    origin_ids: tuple[str, ...]


class _Slot(Struct, frozen=True):
    values: tuple[_Value, ...]


class _Incident(Struct, frozen=True):
    slots: tuple[_Slot, ...] = ()
    statements: tuple[_Said, ...] = ()


class _Answer(Struct, frozen=True):
    hypotheses: tuple[Hypothesis, ...]
    posterior: tuple[Posterior, ...]
    verdict: str | None


class _Assessment(Struct, frozen=True):
    answers: tuple[_Answer, ...]
    confidence: str


class _Snapshot(Struct, frozen=True):
    """What a card needs of a snapshot; all else is passed over unread."""

    document_ids: tuple[str, ...]
    trace: _Trace = _Trace()
    incident: _Incident | None = None
    assessment: _Assessment | None = None


_decoder = msgspec.json.Decoder(_Snapshot)


class Cards:
    """Gives the card of a case; what it was made of is read again only when the case has grown."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: dict[str, Card] = {}
        self._lock = Lock()

    def of(self, heads: Sequence[Head]) -> list[Card]:
        """Return the cards of some cases, in their order."""
        found = []
        for head in heads:
            with self._lock:
                card = self._made.get(head.hash)
            if card is None:
                card = card_of(Ledger(self._store, head.case_id, head.name), head, head.seq)
                with self._lock:
                    if len(self._made) >= _MOST:
                        self._made.clear()
                    self._made[head.hash] = card
            found.append(card)
        return found


def card_of(ledger: Ledger, head: Head, seq: int) -> Card:
    """Return the card of a case as it stood at one of its entries."""
    entries = list(ledger.read(kinds=_TELLING, at=f"#{seq}"))
    standing = [one for one in holding(entries) if one.entry.kind == "assessment"]
    state = folded(one for one in entries if one.entry.kind != "assessment")
    card = Card(
        case_id=head.case_id, name=head.name, question=state.question, seq=head.seq,
        at=head.at, closed=state.closed,
    )  # fmt: skip
    last = _snapshot(standing[-1]) if standing else None
    return card if last is None else _with(card, last)


def _snapshot(sealed: Sealed) -> _Snapshot | None:
    try:
        return _decoder.decode(sealed.payload) if sealed.payload else None
    except msgspec.DecodeError:
        return None  # written by another version: the next weighing replaces it


def _with(card: Card, last: _Snapshot) -> Card:
    made = msgspec.structs.replace(
        card, reports=len(last.document_ids), origins=_outside(last)
    )  # fmt: skip
    if last.assessment is None or not last.assessment.answers:
        return made
    answer = last.assessment.answers[0]
    top = answer.posterior[0] if answer.posterior else None
    names = {one.id: one.label for one in answer.hypotheses}
    return msgspec.structs.replace(
        made,
        leading=top,
        label=names.get(top.hypothesis_id, "") if top else "",
        told=answer.verdict is not None,
        confidence=last.assessment.confidence,
    )


def _outside(last: _Snapshot) -> int:
    if last.incident is None:
        return 0
    bearing = {one.origin_id for one in last.incident.statements}
    for slot in last.incident.slots:
        for value in slot.values:
            bearing.update(value.origin_ids)
    own = {one.id for one in last.trace.origins if one.kind == "outlet" and not one.relays}
    return len(bearing - own)
