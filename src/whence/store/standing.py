"""Which entries of a case hold, once the retractions among them are heard."""

from collections.abc import Iterable

import msgspec

from whence.model.ledger import Retraction
from whence.store.ledger import decoded
from whence.store.protocol import Sealed


def holding(entries: Iterable[Sealed]) -> list[Sealed]:
    """Return the entries that no retraction takes back, in their order.

    A retraction counts while it holds itself, and reaches back only; one whose words were taken
    out, or cannot be read, takes nothing back. The retractions that hold are returned too.
    """
    retracted: set[int] = set()
    found = []
    # From the last to the first: whether a retraction holds is known when it is come to.
    for sealed in reversed(list(entries)):
        seq = sealed.entry.seq
        if seq in retracted:
            continue
        found.append(sealed)
        target = _target(sealed)
        if target is not None and target < seq:
            retracted.add(target)
    return found[::-1]


def _target(sealed: Sealed) -> int | None:
    if sealed.entry.kind != "retraction":
        return None
    try:
        said = decoded(sealed)
    except msgspec.DecodeError:
        return None
    return said.seq if isinstance(said, Retraction) else None
