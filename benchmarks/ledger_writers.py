"""How many appends a case takes from several processes that write to it at once.

    python -m benchmarks.ledger_writers --writers 1 8 --postgres postgresql://me@/empty

Every writer appends comments one by one, each durably, behind whatever the head is by then; the
clock runs from when all have opened the case until the last is done. ``tries`` is how often an
entry was sealed on the average (1: nobody was ever faster), ``slowest`` the longest wait for one
append. The chain is read afterwards and must be whole.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from whence.model.ledger import Comment, Entry, Opened
from whence.store.ledger import Ledger, new_case, open_case
from whence.store.postgres import open_postgres
from whence.store.protocol import Batch
from whence.store.sealing import Draft, faults
from whence.store.sql import SqlStore
from whence.store.sqlite import open_sqlite

AT = "2031-03-08T12:00:00Z"


class Row(NamedTuple):
    """What came out: seconds in all, tries for an append, seconds of the slowest append."""

    seconds: float
    tries: float
    slowest: float


def opened(address: str) -> SqlStore:
    """Open a library by its path or its address."""
    return open_postgres(address) if "://" in address else open_sqlite(Path(address))


def measured(address: str, writers: int, each: int) -> Row:
    """Let so many processes append so many entries each to a new case; verify the chain."""
    store = opened(address)
    ledger = new_case(store, Opened(name=f"writers {uuid4().hex}"), "nobody", AT)
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(writers + 1)
    with context.Pool(writers, _prepare, (ready,)) as pool:
        rows = pool.starmap_async(_write, [(address, ledger.name, each)] * writers, chunksize=1)
        ready.wait()
        started = time.perf_counter()
        told: Sequence[tuple[int, float]] = rows.get()
        seconds = time.perf_counter() - started
    _verify(ledger, writers * each + 1)
    store.close()
    tries = sum(one[0] for one in told) / (writers * each)
    return Row(seconds, tries, max(one[1] for one in told))


_ready: list[Barrier] = []


def _prepare(ready: Barrier) -> None:
    _ready.append(ready)


def _write(address: str, name: str, each: int) -> tuple[int, float]:
    store = opened(address)
    asked, append = 0, store.append

    def counted(batch: Batch) -> None:
        nonlocal asked
        asked += 1
        append(batch)

    store.append = counted  # type: ignore[method-assign]
    ledger, slowest = open_case(store, name), 0.0
    _ready[0].wait()
    for number in range(each):
        started = time.perf_counter()
        draft = Draft(kind="comment", author="nobody", at=AT, payload=Comment(text=str(number)))
        ledger.append([draft])
        slowest = max(slowest, time.perf_counter() - started)
    store.close()
    return asked, slowest


def _verify(ledger: Ledger, expected: int) -> None:
    before: Entry | None = None
    for sealed in ledger.read():
        wrong = list(faults(sealed, before))
        if wrong:
            raise SystemExit(f"#{sealed.entry.seq}: {wrong}")
        before = sealed.entry
    if before is None or before.seq != expected or before.hash != ledger.head().hash:
        raise SystemExit("entries were lost")


def main() -> None:
    """Measure SQLite, and PostgreSQL where one is named; print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--writers", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--each", type=int, default=500, help="appends of each writer")
    parser.add_argument("--postgres", metavar="ADDRESS", help="an empty database, as well")
    parser.add_argument("--folder", type=Path, help="where the SQLite file is made")
    given = parser.parse_args()
    head = ("store", "writers", "entries", "seconds", "per second", "tries", "slowest")
    print("{:<10} {:>8} {:>8} {:>8} {:>11} {:>6} {:>8}".format(*head))
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        places = {"SQLite": f"{folder}/library.db", "PostgreSQL": given.postgres}
        for store, address in places.items():
            for writers in given.writers if address else ():
                row = measured(address, writers, given.each)
                count = writers * given.each
                print(
                    f"{store:<10} {writers:>8} {count:>8,} {row.seconds:>8.2f}"
                    f" {count / row.seconds:>11,.0f} {row.tries:>6.2f} {row.slowest:>8.2f}"
                )


if __name__ == "__main__":
    main()
