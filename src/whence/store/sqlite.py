"""A library in one SQLite file: the default, on an analyst's own machine."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from whence.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)
from whence.store.schema import ready
from whence.store.sql import SqlStore, told

_BUSY_MS = 30_000
"""How long a writer waits for another's transaction, in milliseconds."""

_SCARCE = 1_000_000
"""Fewer free bytes than this, and a failed write is put down to the lack of room."""

_PRAGMAS = (
    f"PRAGMA busy_timeout = {_BUSY_MS}",
    "PRAGMA journal_mode = WAL",  # readers and a writer at once; a killed writer leaves no trace
    "PRAGMA synchronous = FULL",  # an entry that was told to be kept survives a power cut
    "PRAGMA secure_delete = ON",  # what is taken out is overwritten
)


def open_sqlite(path: Path) -> SqlStore:
    """Open the library in a file, which is made, with its folder, when it is missing.

    Raises:
        StoreError: when it cannot be opened; the class tells why.
    """
    place = str(path)
    existed = path.exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(place, f"its folder cannot be made ({error.strerror})") from error
    if existed and not path.is_file():
        raise StoreError(place, "it is no file")
    engine = create_engine(URL.create("sqlite", database=str(path.absolute())))
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    store = SqlStore(engine, place, why, _forget)
    try:
        with told(place, why):
            ready(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return store


def why(error: DBAPIError, place: str) -> StoreError:
    """Return what a driver's error means to the person who uses the library."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    said = str(error.orig)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(place, "others kept writing to it")
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _scarce(place)):
        return StoreFull(place, "the disk is full")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreReadOnly(place, "it may not be written to")
    if code == sqlite3.SQLITE_CANTOPEN:
        return _unopened(place)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(place, f"it is no whole library ({said})")
    return StoreError(place, said)


def _unopened(place: str) -> StoreError:
    folder = Path(place).absolute().parent
    if _scarce(place):
        return StoreFull(place, "the disk is full")
    if not os.access(folder, os.W_OK | os.X_OK):
        return StoreReadOnly(place, "its folder may not be written to")
    return StoreReadOnly(place, "it may not be opened")


def _scarce(place: str) -> bool:
    try:
        held = os.statvfs(Path(place).absolute().parent)
    except OSError:
        return False
    return held.f_bavail * held.f_frsize < _SCARCE


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    # Transactions are begun by _begun alone: the driver's own habit would begin them too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get("whence_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _forget(engine: Engine) -> None:
    """Empty the write-ahead log, in which erased bytes may stand still."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()
