"""A library that lives as long as the process: for tests, and to try something out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from whence.model.ledger import START, Head
from whence.store.protocol import Batch, HeadMoved, Kinds, NameTaken, Sealed, checked


@dataclass
class _Kept:
    name: str
    entries: list[Sealed] = field(default_factory=list)
    captures: dict[str, bytes] = field(default_factory=dict)


class MemoryStore:
    """Keeps cases in dictionaries; safe for several threads."""

    def __init__(self) -> None:
        self._cases: dict[str, _Kept] = {}
        self._lock = Lock()

    @property
    def place(self) -> str:
        """What errors call the library."""
        return "memory"

    def heads(self, case_id: str | None = None) -> tuple[Head, ...]:
        """Return the head of every case, or of one, in the order of their names."""
        with self._lock:
            last = [
                (kept.name, kept.entries[-1].entry)
                for key, kept in self._cases.items()
                if case_id in (None, key)
            ]
        heads = (
            Head(case_id=entry.case_id, name=name, seq=entry.seq, hash=entry.hash, at=entry.at)
            for name, entry in last
        )
        return tuple(sorted(heads, key=lambda head: head.name))

    def append(self, batch: Batch) -> None:
        """Take a batch or nothing of it; raises as the protocol says."""
        checked(batch)
        # Both may be read as they are asked for, and fail at that.
        entries, captures = tuple(batch.entries), dict(batch.captures)
        with self._lock:
            kept = self._cases.get(batch.case_id)
            if (kept.entries[-1].entry.hash if kept else START) != batch.previous:
                raise HeadMoved(batch.case_id)
            if kept is None:
                if any(other.name == batch.name for other in self._cases.values()):
                    raise NameTaken(batch.name)
                kept = self._cases[batch.case_id] = _Kept(batch.name)
            kept.entries.extend(entries)
            for sha256, raw in captures.items():
                kept.captures.setdefault(sha256, raw)
            if batch.erased_seqs:
                kept.entries = [_without(one, batch.erased_seqs) for one in kept.entries]
            for sha256 in batch.erased_captures:
                kept.captures.pop(sha256, None)

    def read(
        self, case_id: str, *, after: int = 0, through: int | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        """Yield the entries with ``after`` < seq <= ``through``, as of one moment."""
        with self._lock:
            kept = self._cases.get(case_id)
            found = tuple(kept.entries) if kept else ()
        for one in found:
            within = after < one.entry.seq and (through is None or one.entry.seq <= through)
            if within and (kinds is None or one.entry.kind in kinds):
                yield one

    def captures(self, case_id: str) -> Iterator[tuple[str, bytes]]:
        """Yield the case's captured bytes with the SHA-256 that they lie under."""
        with self._lock:
            kept = self._cases.get(case_id)
            found = sorted(kept.captures.items()) if kept else []
        yield from found

    def capture(self, case_id: str, sha256: str) -> bytes | None:
        """Return captured bytes, or None when the case does not hold them (any more)."""
        with self._lock:
            kept = self._cases.get(case_id)
            return kept.captures.get(sha256) if kept else None

    def close(self) -> None:
        """Forget nothing: there is nothing to close."""


def _without(sealed: Sealed, erased: Sequence[int]) -> Sealed:
    return replace(sealed, payload=None) if sealed.entry.seq in erased else sealed
