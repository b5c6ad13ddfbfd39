"""The cases of a library in rows: how far each is, and what is concluded."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from whence.model.assessment import Assessment
from whence.run.case.state import folded
from whence.store.ledger import Ledger
from whence.store.protocol import Store

_TELLING: Final = ("assessment", "retraction", "closed", "reopened")
"""What a list is made of: a library of many cases is not read whole for it."""


class Listed(Struct, frozen=True, kw_only=True):
    """A case with its head, and what its last snapshot that holds comes to.

    ``documents`` is None, and ``concluded`` is "", where there is none; ``since`` counts the
    entries behind it.
    """

    case_id: str
    name: str
    seq: int
    hash: str
    at: str
    closed: bool
    documents: int | None
    since: int
    concluded: str


def listed(store: Store) -> Iterator[Listed]:
    """Yield the cases of a library by their names."""
    for head in store.heads():
        state = folded(Ledger(store, head.case_id, head.name).read(kinds=_TELLING))
        snapshot = state.snapshot
        found = snapshot.assessment if snapshot else None
        yield Listed(
            case_id=head.case_id,
            name=head.name,
            seq=head.seq,
            hash=head.hash,
            at=head.at,
            closed=state.closed,
            documents=len(snapshot.document_ids) if snapshot else None,
            since=head.seq - state.snapshot_seq,
            concluded=_briefly(found) if found else "",
        )


def _briefly(found: Assessment) -> str:
    """Return the first sentence on each question."""
    firsts = (answer.wording.partition(". ")[0].rstrip(".") for answer in found.answers)
    return ". ".join(firsts) + "."
