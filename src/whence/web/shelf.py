"""The cases that are open: each read from the library once, and anew when it has grown."""

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from threading import Lock, RLock
from typing import Final, TypeVar

from msgspec.structs import replace

from whence.errors import UnknownCase
from whence.model.case import Case
from whence.model.ledger import Head, Snapshot
from whence.publish.index import Index
from whence.publish.parts import Parts
from whence.publish.words import evidence_label
from whence.run.case.deriving import fresh, gathered
from whence.run.case.history import Line, lines
from whence.run.case.state import CaseState, state_of
from whence.run.config import Config
from whence.run.judging import heeded
from whence.run.panel import polled
from whence.store.ledger import Ledger
from whence.store.protocol import Store
from whence.weigh.tables import rows as kinds_of

T = TypeVar("T")

_OPEN: Final = 6
"""Cases kept in memory: those that people look at now."""


class Volume:
    """A case as it stands at one head: what holds, what was derived last, its pages' parts.

    All that is made of it is made once; a volume never changes, so that threads may share it.
    """

    def __init__(self, ledger: Ledger, head: Head, config: Config) -> None:
        self.ledger = ledger
        self.head = head
        self.config = config
        self._lock = RLock()
        self._kept: dict[str, object] = {}

    @property
    def case_id(self) -> str:
        """The case's id."""
        return self.head.case_id

    @cached_property
    def state(self) -> CaseState:
        """What holds in the case."""
        return state_of(self.ledger, f"#{self.head.seq}")

    @cached_property
    def case(self) -> Case:
        """The case as it was last derived; of what came since, nothing is derived yet."""
        made = gathered(self.state, self.head.at)
        found = self.state.snapshot
        return made if found is None else _as_derived(made, found)

    @cached_property
    def fresh(self) -> bool:
        """Whether deriving anew would give the same: else the case waits to be weighed."""
        return fresh(self.state, self.config)

    @cached_property
    def parts(self) -> Parts:
        """The parts of the report."""
        return Parts(self.case, self.config.publish)

    @property
    def index(self) -> Index:
        """Look-ups over what the report shows."""
        return self.parts.index

    def lines(self) -> list[Line]:
        """Return the ledger's entries as a log tells them, by names and not by ids; made once."""
        known = {kind: evidence_label(kind) for kind in kinds_of()}
        read = self.ledger.read
        return self.kept("lines", lambda: list(lines(read(at=f"#{self.head.seq}"), known)))

    def kept(self, key: str, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made once for this volume under ``key``."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
            return self._kept[key]  # type: ignore[return-value] # the key tells the type


def _as_derived(made: Case, found: Snapshot) -> Case:
    known = set(found.document_ids)
    return polled(
        replace(
            made,
            run=replace(made.run, as_of=found.as_of),
            reports=heeded(
                tuple(one for one in made.reports if one.document_id in known), made.judgements
            ),
            trace=found.trace,
            incident=found.incident,
            others=found.others,
            assessment=found.assessment,
        ),
        (),
    )


class Shelf:
    """Gives the volume of a case; those asked for last stay in memory."""

    def __init__(self, store: Store, config: Config, most: int = _OPEN) -> None:
        self._store = store
        self._config = config
        self._most = most
        self._volumes: OrderedDict[str, Volume] = OrderedDict()
        self._lock = Lock()

    def volume(self, case_id: str) -> Volume:
        """Return the case as it stands now.

        Raises:
            UnknownCase: when the library has none of that id.
            StoreError: when the library cannot be read.
        """
        heads = self._store.heads(case_id)
        if not heads:
            raise UnknownCase("there is no such case in this library")
        head = heads[0]
        with self._lock:
            found = self._volumes.get(case_id)
            if found is None or found.head.hash != head.hash:
                ledger = Ledger(self._store, case_id, head.name)
                found = self._volumes[case_id] = Volume(ledger, head, self._config)
            self._volumes.move_to_end(case_id)
            while len(self._volumes) > self._most:
                self._volumes.popitem(last=False)
        return found
