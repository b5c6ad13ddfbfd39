"""A copy of an SQLite library, whole and of one moment, also while others write to it."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from whence.store.sqlite_file import (
    described,
    looked_at,
    meant,
    read_address,
    refused,
    write_address,
)


def copy_to(path: Path, target: Path) -> None:
    """Copy the library at ``path`` to ``target``, which appears only when it is whole.

    Raises:
        StoreError: when the library cannot be read, or the copy not be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        # As private as the library, before there is anything in it.
        part.touch(mode=path.stat().st_mode & 0o777)
        _copied(path, part)
        part.replace(target)
    except OSError as error:
        raise refused(described(target), "it cannot be written", error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def kept_beside(path: Path, revision: str) -> Path:
    """Copy a library as ``library.db.0001`` beside it, before it is brought to another revision.

    A copy that is there already stays, and this one gets the next free number behind it.

    Raises:
        StoreError: when the library cannot be read, or the copy not be written.
    """
    target = path.with_name(f"{path.name}.{revision}")
    number = 2
    while target.exists():
        target = path.with_name(f"{path.name}.{revision}-{number}")
        number += 1
    copy_to(path, target)
    return target


def _copied(path: Path, target: Path) -> None:
    address = write_address(path) if looked_at(path) else read_address(path)
    try:
        source = sqlite3.connect(address, uri=True)
    except sqlite3.Error as error:
        raise meant(error, described(path)) from error
    try:
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
            _made_whole(copy)
        finally:
            copy.close()
    except sqlite3.Error as error:
        raise meant(error, described(target)) from error
    finally:
        source.close()


def _made_whole(copy: sqlite3.Connection) -> None:
    """Bring into the file itself all that lies in the journal beside it, and look it through.

    Raises:
        sqlite3.Error: when that cannot be done: the disk is full.
    """
    (mode,) = copy.execute("PRAGMA journal_mode=DELETE").fetchone()
    (state,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if (mode, state) != ("delete", "ok"):
        raise sqlite3.OperationalError(f"the copy is not whole ({mode}, {state})")
