"""Writes that survive a power cut, and a folder that one process has for itself."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from whence.errors import OutputError, StoreLocked


def made(folder: Path) -> Path:
    """Return a folder, made when it is missing, that its owner alone may look into."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def new_file(path: Path) -> IO[bytes]:
    """Open a new file for writing that its owner alone may read."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def sync(file: IO[bytes]) -> None:
    """Return once what was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk."""
    if os.name == "nt":  # there a folder cannot be opened, and renaming is logged by itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Return once the names in a folder, and in those within it, are on the disk."""
    for parent, _, _ in os.walk(folder):
        sync_folder(Path(parent))


def write(path: Path, content: bytes) -> None:
    """Write a small file whole or not at all, durably."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    with new_file(beside) as file:
        file.write(content)
        sync(file)
    beside.replace(path)
    sync_folder(path.parent)


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what a disk refuses into an OutputError.

    Raises:
        OutputError: when something cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(f"{place}: {error.strerror or error}") from error


class Lock:
    """A folder for one process alone, until it lets go or ends, however it ends.

    Raises:
        StoreLocked: when another process has it.
        OutputError: when nothing can be written there.
    """

    def __init__(self, folder: Path) -> None:
        # SQLite locks files on every system, and the system takes the lock from the dead.
        self._held = sqlite3.connect(
            folder / "lock", timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._held.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise OutputError(f"{folder}: {error}") from error
            reason = "another workbench takes in reports here"
            hint = "end that one, or name another [intake] folder in whence.toml"
            raise StoreLocked(str(folder), reason, hint) from error

    def release(self) -> None:
        """Let others have the folder."""
        self._held.close()
