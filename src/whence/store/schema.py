"""Which revision a library's tables are of, and how they are brought to today's."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import Connection

from whence.errors import SchemaOutdated, StoreError, StoreReadOnly

CURRENT: Final = "0003"
"""The revision that this version of Whence reads and writes."""

KNOWN: Final = ("0001", "0002", "0003")
"""Every revision that can be brought to the current one, oldest first."""

_VERSION = "alembic_version"
_LOCK = 0x57_48_45_4E_43_45  # "WHENCE": the advisory lock under which PostgreSQL is upgraded


def ready(engine: Engine, place: str, keep: Callable[[str], object] = str) -> None:
    """Make the tables of a new library, or bring an older one's up to date.

    ``keep`` is called with an older library's revision before it is changed, to put a copy by.

    Raises:
        SchemaOutdated: when a newer version of Whence wrote it.
        StoreError: when the database holds something else.
    """
    with engine.connect() as connection, connection.begin():
        found = _revision(connection, place)
    if found == CURRENT:
        return
    try:
        _bring_up(engine, place, keep)
    except StoreReadOnly as error:
        if found is None:
            raise
        reason = f"it is of an older form ({found}), and may not be written to"
        hint = "copy it to where you may write: it is brought up to date when it is opened"
        raise StoreReadOnly(place, reason, hint) from error


def _bring_up(engine: Engine, place: str, keep: Callable[[str], object]) -> None:
    with engine.connect() as opened:
        connection = opened.execution_options(whence_writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            # Whoever waited for the lock finds the work done.
            found = _revision(connection, place)
            if found is not None and found != CURRENT:
                keep(found)
            if found != CURRENT:
                _upgrade(connection)


def _revision(connection: Connection, place: str) -> str | None:
    """Return the revision of the tables, None where there are none."""
    tables = set(inspect(connection).get_table_names())
    if _VERSION not in tables:
        if tables:
            raise _foreign(place)
        return None
    if not tables >= {"cases", "entries", "captures"}:
        raise _foreign(place)
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    revision = "" if found is None else str(found)
    if revision not in KNOWN:
        raise SchemaOutdated(place, revision, CURRENT)
    return revision


def _foreign(place: str) -> StoreError:
    hint = "give the library a file or a database of its own, with --library"
    return StoreError(place, "the database holds other tables, and no library", hint)


def _upgrade(connection: Connection) -> None:
    # Loaded for a new or an old library alone: it takes a quarter of a second.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    command.upgrade(config, "head")
