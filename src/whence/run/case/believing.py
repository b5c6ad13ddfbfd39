"""Whether what somebody else's case concludes comes out of its entries here too."""

from collections.abc import Callable

from whence.model.ledger import Entry, Snapshot
from whence.run.case.deriving import derived, fresh, gathered, snapshot_of
from whence.run.case.state import state_of
from whence.run.config import Config
from whence.store.ledger import Ledger
from whence.store.sealing import Draft


def believed(ledger: Ledger, config: Config, author: str, now: Callable[[], str]) -> Entry | None:
    """Derive a case that was taken in anew, where its last snapshot would be shown as it is.

    An export is proven to be whole, not to be honest: its snapshot may say what its entries do not
    give. Where it does, what they give is appended, and that entry returned; None where the
    snapshot is right, or will not be shown anyway.
    """
    state = state_of(ledger)
    found = state.snapshot
    if found is None or not fresh(state, config) or not state.extractions:
        return None
    anew = snapshot_of(derived(gathered(state, now()), config), config, ledger.head().seq)
    if _concluded(anew) == _concluded(found):
        return None
    draft = Draft(kind="assessment", author=author, at=now(), payload=anew)
    return ledger.append([draft])[0]


def _concluded(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.trace, snapshot.incident, snapshot.others, snapshot.assessment
