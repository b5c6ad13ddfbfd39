"""A library in PostgreSQL, for a team."""

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError

from whence.errors import ExtraMissing, StoreError, StoreFull, StoreLocked, StoreReadOnly
from whence.store.fulltext.sql_index import forget
from whence.store.fulltext.tsvector import TsvectorWords
from whence.store.schema import ready
from whence.store.sql import Erasing, SqlStore, told

if TYPE_CHECKING:
    from psycopg import Connection

LOCK_MS = 60_000
"""How long a writer waits for another's transaction, in milliseconds."""

_FULL = ("53100", "53200")
_READ_ONLY = ("25006", "42501")
_BUSY = ("55P03", "40P01", "40001", "57014")
_CROWDED = ("53300", "53400")
_GONE = ("57P01", "57P02", "57P03")
_SECONDS = 10
"""How long to wait for a server that does not answer."""


def open_postgres(address: str) -> SqlStore:
    """Open the library in a database, such as ``postgresql://anna@db.example.org/whence``.

    Raises:
        ExtraMissing: when psycopg is not installed.
        StoreError: when the server cannot be reached, or will not have us.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        shown = url.difference_update_query(["password", "sslpassword"])
        place = shown.render_as_string(hide_password=True).replace("+psycopg", "")
        # A server may be set to other isolation, under which a moved head would be told otherwise.
        engine = create_engine(
            url,
            pool_pre_ping=True,
            hide_parameters=True,  # an error's text must hold no hash and no name
            isolation_level="READ COMMITTED",
            connect_args={"connect_timeout": _SECONDS},
        )
    except ImportError as error:
        raise ExtraMissing("a library on PostgreSQL", "postgres") from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(_hidden(address), "it is no address of a database", _FORM) from error
    event.listen(engine, "connect", _connected)
    store = SqlStore(engine, place, why, Erasing(partial(forget, TsvectorWords()), _forget))
    try:
        with told(place, why):
            ready(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return store


_FORM = "write it as postgresql://user:password@host:5432/database"


def why(error: DBAPIError, place: str) -> StoreError:
    """Return what a driver's error means to the person who uses the library."""
    state = getattr(error.orig, "sqlstate", None) or ""
    said = " ".join(str(error.orig).split())
    if state in _FULL:
        return StoreFull(place, "the server has no room left")
    if state in _READ_ONLY:
        return StoreReadOnly(place, f"it may not be written to ({said})")
    if state in _BUSY:
        return StoreLocked(place, "others kept writing to it")
    if state in _CROWDED:
        return StoreLocked(place, "the server takes no more connections")
    if isinstance(error, DataError):
        return StoreError(place, said)
    if state == "" or state.startswith("08") or state in _GONE:
        hint = "is the server running, and are host, port, user and password right?"
        return StoreError(place, f"the server cannot be reached ({said})", hint)
    return StoreError(place, said)


def _connected(connection: "Connection", _record: object) -> None:
    # Whoever holds a case's row without going on (a machine asleep) must not hold the others.
    connection.execute(f"SET lock_timeout = {LOCK_MS}".encode())
    connection.commit()


def _hidden(address: str) -> str:
    """Return an address that cannot be read, without what may be a password in it."""
    return address.partition("://")[0] + "://..."


def _forget(engine: Engine) -> None:
    """Do nothing: old rows go when the server's own housekeeping (VACUUM) comes by."""
    del engine
