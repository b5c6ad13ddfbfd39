"""A library in PostgreSQL, for a team."""

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from whence.errors import ExtraMissing, StoreError, StoreFull, StoreLocked, StoreReadOnly
from whence.store.schema import ready
from whence.store.sql import SqlStore, told

_FULL = ("53100", "53200")
_READ_ONLY = ("25006", "42501")
_BUSY = ("55P03", "40P01", "40001", "57014")
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
        place = url.render_as_string(hide_password=True).replace("+psycopg", "")
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": _SECONDS})
    except ImportError as error:
        raise ExtraMissing("a library on PostgreSQL", "postgres") from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(_hidden(address), "it is no address of a database", _FORM) from error
    store = SqlStore(engine, place, why, _forget)
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
    if state == "" or state.startswith("08"):
        hint = "is the server running, and are host, port, user and password right?"
        return StoreError(place, f"the server cannot be reached ({said})", hint)
    return StoreError(place, said)


def _hidden(address: str) -> str:
    """Return an address that cannot be read, without what may be a password in it."""
    return address.partition("://")[0] + "://..."


def _forget(engine: Engine) -> None:
    """Do nothing: old rows go when the server's own housekeeping (VACUUM) comes by."""
    del engine
