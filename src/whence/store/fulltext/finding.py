"""What every full-text index can do: FTS5 on SQLite, tsvector on PostgreSQL, reading in memory.

An index lies beside the chain and holds nothing of its own: it is made from the entries after they
were appended, and can be made anew.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from whence.store.fulltext.query import Query
from whence.store.fulltext.texts import Text
from whence.store.protocol import Sealed

MANY: Final = 3000
"""Hits up to which the best come first; of more the newest do."""


@dataclass(frozen=True)
class Place:
    """Where a hit stands: which of the texts of which entry."""

    case_id: str
    seq: int
    item: int


@dataclass(frozen=True, kw_only=True)
class More:
    """What a case is indexed further by: the texts of the entries from ``after`` to ``through``.

    ``texts`` are those of each entry that has some, by its seq. ``retracted`` are the seqs that
    do not hold, of the whole case, or None when that is as it was.
    """

    case_id: str
    after: int
    through: int
    texts: Sequence[tuple[int, Sequence[Text]]]
    retracted: Collection[int] | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is looked for, and where; ``retracted`` finds what no longer holds too."""

    query: Query
    case_id: str | None = None
    kinds: Collection[str] | None = None
    retracted: bool = False


@dataclass(frozen=True, kw_only=True)
class Matching:
    """Places of hits, the best first when ``ranked``, the newest otherwise.

    There are ``total`` of them; with ``more`` there are more than that.
    """

    places: Sequence[Place]
    total: int
    more: bool
    ranked: bool


class SearchIndex(Protocol):
    """The words of a library. Every method may raise a ``StoreError`` of ``whence.errors``."""

    def through(self) -> Mapping[str, int]:
        """Return up to which seq each case is indexed, by the rules of today."""

    def add(self, more: More) -> bool:
        """Index further, durably, or leave it: False when another process was faster."""

    def find(self, asked: Asked, limit: int) -> Matching:
        """Return the places of hits, at most ``limit``."""

    def entries(self, places: Collection[Place]) -> Mapping[tuple[str, int], Sealed]:
        """Return the entries in which places stand, by case and seq."""

    def retracted(self, case_id: str) -> Collection[int]:
        """Return the seqs of a case that did not hold when it was last indexed."""
