"""Results on disk: written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from whence.errors import OutputError

_ELSEWHERE = "name another folder with --out, or move that file"


def check(folder: Path) -> None:
    """Refuse a folder that cannot be written to before the work is done, and make nothing.

    Raises:
        OutputError: when a file is in the way, or the folder (or where it would lie) is closed.
    """
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise OutputError(f"{folder}: a file is in the way of the folder", _ELSEWHERE)
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: nothing can be written to {there}", _ELSEWHERE)


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, which is made when it is missing, and return their paths.

    Each file is written beside its place and then renamed, so that a reader, or a run that is
    stopped half-way, never sees half a file.

    Raises:
        OutputError: when the folder cannot be made or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_all({folder / name: content for name, content in files.items()})
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError(f"{folder}: a file is in the way of the folder", _ELSEWHERE) from error
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror or error}") from error


def _write_all(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write all before renaming any: files of two different runs never stand side by side."""
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            _write_beside(path, content, waiting)
        for path, temporary in waiting.items():
            temporary.replace(path)
    except BaseException:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)
        raise
    return tuple(files)


def _write_beside(path: Path, content: bytes, waiting: dict[Path, Path]) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    waiting[path] = Path(temporary)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    # mkstemp gives 0600; a report is an ordinary file under the user's own mask.
    mask = os.umask(0)
    os.umask(mask)
    Path(temporary).chmod(0o666 & ~mask)
