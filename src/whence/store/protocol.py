"""What every store of cases can do: SQLite, PostgreSQL, memory.

A store keeps bytes and numbers in order and never looks into them. It is told what to append and
behind which head; when the head has moved meanwhile it takes nothing, and the caller tries again.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from whence.errors import CaseRefused
from whence.model.ledger import Entry, Head

Kinds = Collection[str] | None

LAST: Final = 2**31 - 1
"""The highest ``seq`` that every store can hold."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class HeadMoved(Exception):  # noqa: N818 - named by what happened, and always caught
    """Somebody else appended first: nothing was taken, seal anew behind the new head."""


class NameTaken(Exception):  # noqa: N818
    """Another case of the library has that name."""


@dataclass(frozen=True)
class Sealed:
    """An entry with its payload's bytes; ``payload`` is None once it was taken out."""

    entry: Entry
    payload: bytes | None


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What one append takes: all of it or nothing.

    ``previous`` is the hash of the head that the first entry follows, ``START`` for a new case,
    which then gets ``name``. ``captures`` are raw bytes by their SHA-256; those that the case
    holds are passed over. ``erased_seqs`` and ``erased_captures`` lose their bytes.
    """

    case_id: str
    name: str
    previous: str
    entries: Sequence[Sealed]
    captures: Mapping[str, bytes] = field(default_factory=dict)
    erased_seqs: Sequence[int] = ()
    erased_captures: Sequence[str] = ()


def checked(batch: Batch) -> Batch:
    """Return a batch as it is, when every store can keep what stands in its columns.

    Raises:
        CaseRefused: when a text has control characters or half a character: PostgreSQL keeps no
            NUL, no store a lone surrogate, and neither can be printed.
    """
    for sealed in batch.entries:
        refuse_unfit(sealed.entry.kind, sealed.entry.author, sealed.entry.at)
    refuse_unfit(batch.case_id, batch.name, *batch.captures)
    return batch


def refuse_unfit(*texts: str) -> None:
    """Raise CaseRefused when one of the texts cannot stand in a column of every store."""
    for text in texts:
        if _UNFIT.search(text):
            raise CaseRefused(f"{text!r} holds control characters", "write it in plain characters")


class Store(Protocol):
    """A library of cases. Every method may raise a ``StoreError`` of ``whence.errors``."""

    @property
    def place(self) -> str:
        """The file or address of the library, without a password, as told in errors."""

    def heads(self, case_id: str | None = None) -> tuple[Head, ...]:
        """Return the head of every case, or of one, in the order of their names."""

    def append(self, batch: Batch) -> None:
        """Take a batch, durably, or nothing of it.

        Raises:
            HeadMoved: when the case's head is not ``batch.previous``.
            NameTaken: when a new case's name is another's.
            CaseRefused: when a text of it can be kept in no store, as ``checked`` says.
        """

    def read(
        self, case_id: str, *, after: int = 0, through: int | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        """Yield the entries with ``after`` < seq <= ``through``, in order, as of one moment.

        With ``kinds`` only entries of these kinds.
        """

    def captures(self, case_id: str) -> Iterator[tuple[str, bytes]]:
        """Yield the case's captured bytes with the SHA-256 that they lie under, in its order."""

    def capture(self, case_id: str, sha256: str) -> bytes | None:
        """Return captured bytes, or None when the case does not hold them (any more)."""

    def close(self) -> None:
        """Let go of files and connections; reads that are still going on fail."""
