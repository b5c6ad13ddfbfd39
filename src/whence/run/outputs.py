"""Results on disk: written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from whence.errors import OutputError


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, which is made when it is missing, and return their paths.

    Each file is written beside its place and then renamed, so that a reader, or a run that is
    stopped half-way, never sees half a file.

    Raises:
        OutputError: when the folder cannot be made or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_write_one(folder / name, content) for name, content in files.items())
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror or error}") from error


def _write_one(path: Path, content: bytes) -> Path:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        # mkstemp gives 0600; a report is an ordinary file under the user's own mask.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
