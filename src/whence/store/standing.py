"""Which entries of a case hold, once the retractions among them are heard."""

from collections.abc import Iterable

from whence.model.ledger import Retraction
from whence.store.mentions import said
from whence.store.protocol import Sealed


def holding(entries: Iterable[Sealed]) -> list[Sealed]:
    """Return the entries that no retraction takes back, in their order, retractions too."""
    read = list(entries)
    gone = taken_back(read)
    return [sealed for sealed in read if sealed.entry.seq not in gone]


def taken_back(entries: Iterable[Sealed]) -> dict[int, int]:
    """Return the seqs that the retractions among a case's entries take back, and by which of them.

    A retraction counts while it holds itself, and reaches back only; one whose words were taken
    out, or cannot be read, takes nothing back.
    """
    gone: dict[int, int] = {}
    # From the last to the first: whether a retraction holds is known when it is come to.
    for sealed in reversed([one for one in entries if one.entry.kind == "retraction"]):
        target = None if sealed.entry.seq in gone else _target(sealed)
        if target is not None and target < sealed.entry.seq:
            gone.setdefault(target, sealed.entry.seq)
    return gone


def _target(sealed: Sealed) -> int | None:
    found = said(sealed)
    return found.seq if isinstance(found, Retraction) else None
