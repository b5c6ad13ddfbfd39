"""Writers are killed at any moment: what they said was kept is kept, and the next one goes on."""

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import pytest

from tests.store.libraries import case, comment, opened, texts, wrong
from tests.store.server import OwnServer
from tests.store.writers import Told, documents, heard, imported, page, started
from whence.store.ledger import Ledger
from whence.store.sealing import digest, faults
from whence.store.sql import SqlStore

KILLS = 200
LONGEST = 0.05
"""Seconds that a writer is left at most once it has opened the case."""

READY = "ready to accept connections"


class Watch:
    """Follows a case from outside: entry by entry, each looked at once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.hashes: dict[int, str] = {}
        self._last = next(ledger.read()).entry
        self.hashes[1] = self._last.hash

    def look(self) -> None:
        """Read on: every new entry must follow the one before, every document be whole."""
        # What a killed writer has sent to a server may still be committed while this looks.
        head = self.ledger.head()
        kinds = []
        for sealed in self.ledger.read(after=self._last.seq):
            assert list(faults(sealed, self._last)) == []
            self._last = sealed.entry
            self.hashes[sealed.entry.seq] = sealed.entry.hash
            kinds.append(sealed.entry.kind)
        assert self.hashes[head.seq] == head.hash
        # A capture never stands without its document.
        both = [kind for kind in kinds if kind != "comment"]
        assert both == ["capture", "document"] * (len(both) // 2)

    def holds(self, told: Told) -> bool:
        """Tell whether the case holds what a writer said that it had committed."""
        pairs = zip(told.seqs, told.hashes, strict=True)
        return all(self.hashes.get(seq) == hash_ for seq, hash_ in pairs)


def whole(ledger: Ledger, count: int) -> None:
    """Assert that a case holds so many documents, each once, in a whole chain."""
    assert imported(ledger) == list(range(count))
    assert wrong(ledger) == []
    expected = sorted((digest(page(number)), page(number)) for number in range(count))
    assert list(ledger.store.captures(ledger.case_id)) == expected


def killed_after(address: str, count: int, delay: float) -> tuple[list[Told], bool]:
    """Start a writer, kill it; return what it said, and whether it was killed at work."""
    process, pipe = started(documents, address, count)
    if delay > 0 and pipe.poll(30):
        time.sleep(delay)
    with suppress(ProcessLookupError):
        process.kill()
    said = list(heard(pipe))
    process.join()
    at_work = process.exitcode == -signal.SIGKILL
    assert at_work or said[-1:] == ["done"]
    process.close()
    return [message for message in said if isinstance(message, Told)], at_work


def test_nothing_is_lost_by_killing_writers(sql_address: str, sql_library: SqlStore) -> None:
    ledger, chance = case(sql_library), random.Random(7)
    watch, count, kills, slowest = Watch(ledger), 100, 0, 0.0
    while kills < KILLS:
        # Some are killed before they have opened the library.
        told, at_work = killed_after(sql_address, count, chance.uniform(-0.005, LONGEST))
        watch.look()
        assert all(watch.holds(one) for one in told)
        kills += at_work
        if not at_work or len(imported(ledger)) == count:
            count += 100
        started_at = time.monotonic()
        ledger.append([comment(str(kills))])
        slowest = max(slowest, time.monotonic() - started_at)
    process, pipe = started(documents, sql_address, count)
    assert all(isinstance(message, (Told, str)) for message in heard(pipe))
    process.join()
    process.close()
    whole(ledger, count)
    assert slowest < 10, "a killed writer held a lock"


@contextmanager
def writing(server: OwnServer, address: str, count: int) -> Iterator[list[object]]:
    """Run a writer while the block does something to the server; give what it said, at last."""
    process, pipe = started(documents, address, count)
    said: list[object] = []
    while len(said) < 20:
        said.append(pipe.recv())
    yield said
    said += heard(pipe)
    process.join(30)
    assert process.exitcode == 0
    process.close()


@pytest.mark.parametrize("victim", ["server", "backend"])
def test_nothing_is_lost_when_the_server_dies(own_postgres: OwnServer, victim: str) -> None:
    with own_postgres.database() as address:
        store = opened(address)
        ledger = case(store)
        watch = Watch(ledger)
        with writing(own_postgres, address, 100_000) as said:
            if victim == "server":
                own_postgres.stop(signal.SIGQUIT)
                own_postgres.start()
            else:
                kill_backend(own_postgres, address)
        assert said[0] == "going on"
        assert said[-1] == "store"
        # The connections that the store had are dead: it makes new ones by itself.
        watch.look()
        told = [one for one in said if isinstance(one, Told)]
        assert len(told) >= 19
        assert all(watch.holds(one) for one in told)
        process, pipe = started(documents, address, len(told) + 5)
        list(heard(pipe))
        process.join()
        process.close()
        ledger.append([comment("after")])
        assert texts(ledger) == ["after"]
        whole(ledger, len(told) + 5)
        store.close()


def kill_backend(server: OwnServer, address: str) -> None:
    """Kill the server's process of the one that writes; the server then restarts all."""
    starts = server.log.count(READY)
    with psycopg.connect(address) as connection:
        row = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() ORDER BY xact_start DESC NULLS LAST, query_start DESC"
        ).fetchone()
        assert row is not None
    os.kill(row[0], signal.SIGKILL)
    until = time.monotonic() + 30
    while server.log.count(READY) == starts and time.monotonic() < until:
        time.sleep(0.02)
