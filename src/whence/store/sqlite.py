"""A library in one SQLite file: the default, on an analyst's own machine."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Engine, NullPool, create_engine, event
from sqlalchemy.engine import Connection

from whence.errors import StoreReadOnly
from whence.store.fulltext.fts5 import Fts5Words
from whence.store.fulltext.sql_index import forget
from whence.store.schema import ready
from whence.store.sql import Erasing, SqlStore, told
from whence.store.sqlite_copy import kept_beside
from whence.store.sqlite_file import described, looked_at, meant, read_address, why

BUSY_MS = 60_000
"""How long a writer waits for another's transaction, in milliseconds."""

_READERS_MS = 500
"""How long the emptying of the log waits for readers, in milliseconds."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # an entry that was told to be kept survives a power cut
    "PRAGMA secure_delete = ON",  # what is taken out is overwritten
)

_LOG = "WAL"
"""Readers and a writer at once; a killed writer leaves no trace."""

_NO_LOG = "DELETE"
"""What is written is in the file itself, and nothing of it beside it."""


def open_sqlite(path: Path, *, lone: bool = False) -> SqlStore:
    """Open the library in a file, which is made, with its folder, when it is missing.

    Where the file or its folder may not be written to it can still be read. A ``lone`` one is
    whole in its one file after everything written, to be carried away; readers wait for writers.

    Raises:
        StoreError: when it cannot be opened; the class tells why.
    """
    place = described(path)
    engine = _writing(path, _NO_LOG if lone else _LOG) if looked_at(path) else _reading(path)
    store = SqlStore(engine, place, why, Erasing(partial(forget, Fts5Words()), _forget))
    try:
        with told(place, why):
            ready(engine, place, lambda revision: kept_beside(path, revision))
    except BaseException:
        engine.dispose()
        raise
    return store


@contextmanager
def backup_file(path: Path) -> Iterator[SqlStore]:
    """Give the library in a file that is copied to, whole in that file alone.

    Where the copy fails a new file is taken away, so that nobody takes it for a backup; one that
    was there keeps what it had, and what is new and whole.

    Raises:
        StoreError: when it cannot be opened; the class tells why.
    """
    new = not path.exists()
    try:
        with closing(open_sqlite(path, lone=True)) as store:
            yield store
    except BaseException:
        for name in (path.name, f"{path.name}-journal") if new else ():
            with suppress(OSError):
                path.with_name(name).unlink()
        raise


def _writing(path: Path, journal: str) -> Engine:
    url = URL.create("sqlite", database=str(path.absolute()))
    engine = create_engine(url, hide_parameters=True)  # errors are told and logged
    event.listen(engine, "connect", partial(_connected, journal))
    event.listen(engine, "begin", _begun)
    return engine


def _reading(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(read_address(path), uri=True, check_same_thread=False)

    url = URL.create("sqlite", database=str(path.absolute()))
    # Each read looks anew whether somebody else writes: no connection is kept.
    engine = create_engine(url, creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", _connected_for_reading)
    event.listen(engine, "begin", _begun_for_reading)
    return engine


def _connected(journal: str, connection: sqlite3.Connection, record: object) -> None:
    _connected_for_reading(connection, record)
    for pragma in (f"PRAGMA journal_mode = {journal}", *_PRAGMAS):
        connection.execute(pragma).close()


def _connected_for_reading(connection: sqlite3.Connection, _record: object) -> None:
    # Transactions are begun by _begun alone: the driver's own habit would begin them too late.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}").close()


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("whence_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begun_for_reading(connection: Connection) -> None:
    # SQLite itself would refuse at the first change, and begin as if nothing were wrong.
    if connection.get_execution_options().get("whence_writes"):
        place = described(Path(connection.engine.url.database or ""))
        raise StoreReadOnly(place, "it may not be written to")
    connection.exec_driver_sql("BEGIN")


def _forget(engine: Engine) -> None:
    """Empty the write-ahead log, in which erased bytes may stand still.

    While others read it stays; whoever is last to close the library then empties it.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        # Whoever reads may read for long, and may be the very process that waits here.
        cursor.execute(f"PRAGMA busy_timeout = {_READERS_MS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            cursor.close()
    except sqlite3.Error as error:
        raise meant(error, os.fspath(engine.url.database or "")) from error
    finally:
        raw.close()
