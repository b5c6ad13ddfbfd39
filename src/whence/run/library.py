"""The library of cases that the settings name."""

from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from whence.errors import StoreError, UnknownCase
from whence.run.config import Config
from whence.store.protocol import Store

FILE_NAME: Final = "library.db"
_DATABASES: Final = ("postgresql://", "postgres://")


def place_of(config: Config) -> str:
    """Return the library's file, or the address of its database."""
    return config.store.library or str(user_data_path("whence") / FILE_NAME)


def open_library(config: Config, *, made: bool = True) -> Store:
    """Open the library; unless ``made``, one that is not there yet is not made.

    Raises:
        UnknownCase: when there is no library yet and none is to be made.
        StoreError: when it cannot be opened.
    """
    place = place_of(config)
    if place.startswith(_DATABASES):
        from whence.store.postgres import open_postgres  # noqa: PLC0415 - psycopg is an extra

        return open_postgres("postgresql://" + place.partition("://")[2])
    if "://" in place:
        hint = "a library is a file, or an address such as postgresql://user@host/whence"
        raise StoreError(place.partition("://")[0] + "://...", "no such kind of library", hint)
    try:
        path = Path(place).expanduser()
    except RuntimeError as error:
        raise StoreError(place, "there is no such home folder") from error
    if not made and _missing(path):
        hint = "'whence case new NAME' opens a case, and 'whence run' does so by itself"
        raise UnknownCase(f"there is no case library yet ({path})", hint)
    from whence.store.sqlite import open_sqlite  # noqa: PLC0415 - SQLAlchemy takes its time

    return open_sqlite(path)


def _missing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError:
        return False  # it may be there: opening it tells why it cannot be looked at
