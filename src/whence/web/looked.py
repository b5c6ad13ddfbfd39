"""What is new in a case since a person last looked, by the ledger's own numbers."""

from collections import Counter
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import StoreError
from whence.publish.numbers import probability
from whence.run.case.history import Line, lines
from whence.store.accounts.seen import Seen
from whence.store.protocol import Store
from whence.store.sql import SqlStore
from whence.web.cards import Card, card_of
from whence.web.estimates import unseen
from whence.web.shelf import Volume
from whence.web.views.called import called

_TOLD: Final = (
    "document", "judgement", "override", "estimate", "comment", "failure", "retraction",
    "redaction", "media", "description", "merge", "closed", "reopened",
)  # fmt: skip
"""Kinds that say something new; what follows from them is told by the answers themselves."""
_MOST: Final = 6


class News(Struct, frozen=True, kw_only=True):
    """What came since entry ``seq``, which was the last when the person looked ``at`` a time.

    ``latest`` are the newest entries, ``counts`` how many came of each kind. ``before`` and ``now``
    tell the likeliest answer; both are "" where that reads the same.
    """

    seq: int
    at: str
    counts: tuple[tuple[str, int], ...]
    latest: tuple[Line, ...]
    before: str = ""
    now: str = ""

    @property
    def total(self) -> int:
        """How many entries came that say something new."""
        return sum(count for _, count in self.counts)


class Looked:
    """What a person has looked at; a library in memory, which ends with the program, keeps none."""

    def __init__(self, store: Store) -> None:
        self._seen = Seen(store) if isinstance(store, SqlStore) else None

    def news(self, volume: Volume, account_id: str, name: str, at: str) -> News | None:
        """Return what is new to a person; None at the first look, which is kept from then on."""
        if self._seen is None:
            return None
        last = self._seen.of(account_id).get(volume.case_id)
        if last is None:
            self.mark(volume, account_id, at)
            return None
        seq, when = last
        found = volume.kept(f"news {seq}", lambda: _news(volume, seq, when))
        return replace(found, at=when, latest=tuple(unseen(row, name) for row in found.latest))

    def mark(self, volume: Volume, account_id: str, at: str) -> None:
        """Keep that a person has looked at all that the volume holds.

        Where the library cannot be written, nothing is kept and nobody is disturbed.
        """
        if self._seen is None:
            return
        try:
            self._seen.mark(account_id, volume.case_id, volume.head.seq, at)
        except StoreError:
            return


def _news(volume: Volume, seq: int, at: str) -> News:
    if seq >= volume.head.seq:
        return News(seq=seq, at=at, counts=(), latest=())
    new = volume.ledger.read(after=seq, at=f"#{volume.head.seq}", kinds=frozenset(_TOLD))
    rows = list(lines(new, called(volume)))
    counts = Counter(row.kind for row in rows)
    before = _answer(card_of(volume.ledger, volume.head, seq))
    now = _answer(card_of(volume.ledger, volume.head, volume.head.seq))
    same = before == now
    return News(
        seq=seq,
        at=at,
        counts=tuple((kind, counts[kind]) for kind in _TOLD if counts[kind]),
        latest=tuple(reversed(rows[-_MOST:])),
        before="" if same else before,
        now="" if same else now,
    )


def _answer(card: Card) -> str:
    return "" if card.leading is None else f"{card.label} {probability(card.leading.mean)}"
