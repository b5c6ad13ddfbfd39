"""Writers that run in processes of their own, cheap to start and free to be killed."""

import multiprocessing
import os
import random
import signal
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import NamedTuple

import msgspec

from tests.store.libraries import AT, case, comment, opened, texts
from whence.errors import StoreError
from whence.model.document import Block, Document
from whence.model.ledger import Captured
from whence.store.ledger import Beside, Ledger, open_case
from whence.store.protocol import Batch
from whence.store.sealing import Draft, digest
from whence.store.sql import SqlStore

_NOBODY = 65534


class Told(NamedTuple):
    """What a writer says that it has committed: a document's number and its two entries."""

    number: int
    seqs: tuple[int, ...]
    hashes: tuple[str, ...]


def started(target: Callable[..., None], *given: object) -> tuple[ForkServerProcess, Connection]:
    """Start a writer; it is given a pipe after the arguments, whose other end is returned."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.writers", "psycopg"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(*given, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def heard(pipe: Connection) -> Iterator[object]:
    """Yield what a writer has said, whole messages only, until it is gone."""
    try:
        while True:
            yield pipe.recv()
    except (EOFError, OSError):
        pipe.close()


def comments(address: str, who: str, count: int, pipe: Connection) -> None:
    """Append so many comments to the case ``bridge``, one by one; tell how often it was tried."""
    store = opened(address)
    ledger, tries = open_case(store, "bridge"), Tries(store)
    for number in range(count):
        ledger.append([comment(f"{who} {number}", author=who)])
    pipe.send(tries.made)
    store.close()


class Tries:
    """Counts how often a store is asked to append."""

    def __init__(self, store: SqlStore) -> None:
        self.made = 0
        self._append = store.append
        store.append = self.append  # type: ignore[method-assign]

    def append(self, batch: Batch) -> None:
        self.made += 1
        self._append(batch)


def page(number: int) -> bytes:
    """Return the bytes of an invented page: up to 64 KiB, the same ones each time."""
    chance = random.Random(number)
    return b"<p>The bridge fell.</p>" + chance.randbytes(chance.randrange(1 << 16))


def document(number: int, raw: bytes) -> Document:
    """Return an invented document with a number as its location."""
    text = f"The bridge fell, says report {number}."
    return Document(
        id=Document.identify(text, str(number)), location=str(number), media_type="text/html",
        text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        raw_sha256=digest(raw), raw_size=len(raw),
    )  # fmt: skip


def imported(ledger: Ledger) -> list[int]:
    """Return the numbers of the documents that a case holds, in order."""
    found = ledger.read(kinds={"document"})
    decoder = msgspec.json.Decoder(Document)
    return [int(decoder.decode(one.payload).location) for one in found if one.payload is not None]


def import_one(ledger: Ledger, number: int) -> Told:
    """Append a document with its capture, all or nothing."""
    raw = page(number)
    capture = Captured(sha256=digest(raw), size=len(raw), location=str(number))
    entries = ledger.append(
        [
            Draft(kind="capture", author="Ana", at=AT, payload=capture),
            Draft(kind="document", author="Ana", at=AT, payload=document(number, raw)),
        ],
        Beside(captures={digest(raw): raw}),
    )
    return Told(number, tuple(e.seq for e in entries), tuple(e.hash for e in entries))


def documents(address: str, count: int, pipe: Connection) -> None:
    """Import the documents up to ``count`` that the case ``bridge`` does not hold yet."""
    try:
        store = opened(address)
        ledger = open_case(store, "bridge")
        held = set(imported(ledger))
        pipe.send("going on")
        for number in range(count):
            if number not in held:
                pipe.send(import_one(ledger, number))
        store.close()
        pipe.send("done")
    except StoreError as error:
        pipe.send(error.kind)


def dying(address: str, pipe: Connection) -> None:
    """Be killed in the middle of an append, with the head moved and its locks held."""
    store = opened(address)
    ledger = open_case(store, "bridge")

    def killed(*_: object) -> None:
        pipe.send("within")
        os.kill(os.getpid(), signal.SIGKILL)

    store._take_captures = killed  # type: ignore[method-assign, assignment]
    ledger.append([comment("never")])


def visiting(address: str, pipe: Connection) -> None:
    """Read the case ``bridge``, and append to it, as a user who has no rights of his own."""
    if os.geteuid() == 0:
        # Everything is loaded before: Python's own folders may be root's alone.
        with tempfile.TemporaryDirectory() as folder:
            store = opened(f"{folder}/library.db")
            case(store)
            store.close()
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    try:
        store = opened(address)
    except StoreError as error:
        pipe.send(f"{error.kind}: {error.reason}")
        return
    ledger = open_case(store, "bridge")
    pipe.send(texts(ledger))
    try:
        ledger.append([comment("mine")])
    except StoreError as error:
        pipe.send(error.kind)
    store.close()


def opening(address: str, name: str, pipe: Connection) -> None:
    """Open a library that may be new, and a case in it."""
    store = opened(address)
    case(store, name)
    store.close()
    pipe.send("done")
