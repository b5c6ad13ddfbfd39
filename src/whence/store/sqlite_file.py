"""The file that an SQLite library lies in: whether it can be used, and what went wrong with it."""

import errno
import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.exc import DBAPIError

from whence.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)

_SCARCE = 1_000_000
"""Fewer free bytes than this, and a failed write is put down to the lack of room."""

_ELSEWHERE = "copy the library, with the files beside it, to a folder that you may write to"


def described(path: Path) -> str:
    """Return a path as errors tell it: what cannot be printed is written as an escape."""
    text = str(path)
    return text if text.isprintable() else ascii(text)[1:-1]


def looked_at(path: Path) -> bool:
    """Return whether the library may be written to; its folder is made when it is missing.

    Raises:
        StoreError: when there can be no library at this path; the class tells why.
    """
    place, folder = described(path), path.absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except ValueError as error:
        raise StoreError(place, "no path can be like that") from error
    except OSError as error:
        raise refused(place, "its folder cannot be made", error) from error
    try:
        held = path.stat()
    except FileNotFoundError:
        _made_private(path)
        return True
    except ValueError as error:
        raise StoreError(place, "no path can be like that") from error
    except OSError as error:
        raise refused(place, "it cannot be opened", error) from error
    if not stat.S_ISREG(held.st_mode):
        raise StoreError(place, "it is no file")
    if not os.access(path, os.R_OK):
        raise StoreError(place, "it may not be read", "change its permissions")
    return os.access(path, os.W_OK) and os.access(folder, os.W_OK | os.X_OK)


def _made_private(path: Path) -> None:
    """Make the empty file of a new library for its owner alone: SQLite would ask the mask."""
    with suppress(OSError):  # SQLite tells what is in the way
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_address(path: Path) -> str:
    """Return the URI under which SQLite opens a library that is there, and makes none."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode=rw"


def read_address(path: Path) -> str:
    """Return the URI under which SQLite reads, and never writes, a library.

    Where somebody writes, or was killed while writing, a log lies beside the library, and reading
    must take it in. Where none lies the file stands still, and is read as it is: the index that
    SQLite would keep beside it cannot be made in a folder that may not be written to.
    """
    file = str(path.absolute())
    alive = Path(f"{file}-shm").exists() or any(
        log.exists() and log.stat().st_size
        for log in (Path(f"{file}-wal"), Path(f"{file}-journal"))
    )
    return f"file:{quote(os.fsencode(file))}?" + ("mode=ro" if alive else "immutable=1")


def why(error: DBAPIError, place: str) -> StoreError:
    """Return what a driver's error means to the person who uses the library."""
    return meant(error.orig, place)


def meant(error: BaseException | None, place: str) -> StoreError:
    """Return what SQLite's own error means to the person who uses the library."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    said = str(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(place, "others kept writing to it")
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _scarce(place)):
        return StoreFull(place, "the disk is full")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreReadOnly(place, "it may not be written to")
    if code == sqlite3.SQLITE_CANTOPEN:
        return _unopened(place)
    undecoded = code == 0 and said.startswith("Could not decode")
    if undecoded or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(place, f"it is no whole library ({said})")
    return StoreError(place, said)


def _unopened(place: str) -> StoreError:
    path = Path(place).absolute()
    if _scarce(place):
        return StoreFull(place, "the disk is full")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        if path.exists():
            left = "what was written last lies in a log beside it, which cannot be read from here"
            return StoreReadOnly(place, left, _ELSEWHERE)
        return StoreReadOnly(place, "its folder may not be written to")
    return StoreReadOnly(place, "it may not be opened")


def refused(place: str, what: str, error: OSError) -> StoreError:
    """Return what the system's refusal means to the person who uses the library."""
    reason = f"{what} ({error.strerror})"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull(place, reason)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreReadOnly(place, reason)
    return StoreError(place, reason)


def _scarce(place: str) -> bool:
    try:
        held = os.statvfs(Path(place).absolute().parent)
    except OSError:
        return False
    return held.f_bavail * held.f_frsize < _SCARCE
