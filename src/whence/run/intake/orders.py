"""What is given to be taken in, as it waits in the spool, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Literal

from msgspec import Struct

from whence.model.document import Failure

Kind = Literal["add", "weigh"]
State = Literal["waiting", "running", "done", "failed", "stopped", "cancelled"]

ENDED: Literal["ended"] = "ended"
"""The kind of the failure of a report on which the process that reads ended, twice."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that somebody gives: the name that it came with, and its bytes, read once."""

    name: str
    stream: IO[bytes]


@dataclass(frozen=True, kw_only=True)
class Paste:
    """A text that somebody pasted, and what they say of it; ``published`` is an ISO prefix."""

    text: str
    url: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What somebody (``author``) gives to a case at a time (ISO 8601 in UTC).

    ``weigh`` brings nothing: the case is derived anew. ``feeds`` are addresses too. ``outlet`` and
    ``published`` (an ISO prefix) are those of the files that tell none themselves.
    """

    case_id: str
    author: str
    at: str
    kind: Kind = "add"
    files: Iterable[Upload] = ()
    addresses: Iterable[str] = ()
    texts: Iterable[Paste] = ()
    feeds: Iterable[str] = ()
    outlet: str = ""
    published: str = ""


class Spooled(Struct, frozen=True, kw_only=True):
    """One file of an order: its path within the order's folder, and the location that is shown."""

    path: str
    location: str


class Order(Struct, frozen=True, kw_only=True):
    """An order as it waits in the spool; never changed. ``number`` gives the turn.

    ``failures`` are of what was refused at once; ``outlet`` and ``published`` are as in ``Given``.
    """

    id: str
    number: int
    case_id: str
    author: str
    at: str
    kind: Kind
    files: tuple[Spooled, ...] = ()
    addresses: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    outlet: str = ""
    published: str = ""


class Mark(Struct, frozen=True, kw_only=True):
    """What happened to an order so far.

    ``crashes`` tells what was in hand each time the process ended on it ("" when unknown),
    ``skipped`` what is not tried again.
    """

    begun: bool = False
    stopped: bool = False
    cancelled: bool = False
    crashes: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


class Job(Struct, frozen=True, kw_only=True):
    """How far an order is, at one moment; ``version`` rises with every change.

    ``stage`` is start, load, ingest, extract, trace, fuse, weigh or history; ``done`` of ``total``
    steps of it are done, None where nobody knows how many there are. ``location`` is what is in
    hand. ``added`` documents are new in the case. ``failures`` are the first of ``failed``.
    ``error`` with ``error_kind`` and ``hint`` says why the order failed; ``spent`` tells that
    nothing of it is left to be tried again.
    """

    id: str
    number: int
    case_id: str
    kind: Kind
    author: str
    at: str
    state: State = "waiting"
    stage: str = ""
    done: int = 0
    total: int | None = None
    location: str = ""
    added: int = 0
    failed: int = 0
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    error_kind: str = ""
    hint: str = ""
    spent: bool = False
    ended_at: str = ""
    version: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more happens to the order by itself."""
        return self.state in ("done", "failed", "cancelled")


SHOWN_FAILURES = 100
"""Failures and notes that a job carries at most; the case's ledger has every failure."""


def job_of(order: Order) -> Job:
    """Return an order as a job that waits for its turn."""
    return Job(
        id=order.id,
        number=order.number,
        case_id=order.case_id,
        kind=order.kind,
        author=order.author,
        at=order.at,
        failed=len(order.failures),
        failures=order.failures[:SHOWN_FAILURES],
    )
