"""Which Whence made something: its version and what it went by, code, words and model together.

Rules change between two versions, too. What is kept in a case says what made it, and is made anew
by a Whence that would make it otherwise.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from whence import __version__

_FOLDER: Final = Path(__file__).parent.parent
_READING: Final = ("model", "names", "infer", "extract")
_DERIVING: Final = (*_READING, "trace", "fuse", "weigh", "run")
_LENGTH: Final = 12


@cache
def of_readings() -> str:
    """Return what makes readings of documents: "0.1.0+" and 12 hexadecimal digits."""
    return version(_FOLDER, _READING)


@cache
def of_snapshots() -> str:
    """Return what derives the rest from readings, and makes these, in the same form."""
    return version(_FOLDER, _DERIVING)


def version(folder: Path, rooms: tuple[str, ...]) -> str:
    """Return the version with a fingerprint of all files in these folders; names count."""
    found = sha256()
    for room in rooms:
        for file in sorted((folder / room).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                found.update(f"{file.relative_to(folder).as_posix()}\0".encode())
                found.update(sha256(file.read_bytes()).digest())
    return f"{__version__}+{found.hexdigest()[:_LENGTH]}"
