"""Where measuring data lies, whether it is there, and a fingerprint of what was measured."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

VARIABLE = "WHENCE_DATA"


class DataAbsentError(Exception):
    """The data of a measurement is not on this machine: nothing is wrong with Whence."""

    what = "data"
    """What is absent, as the first word of the message that a user reads."""


def root(given: Path | None) -> Path:
    """Return the folder of measuring data: the one given, or else the one of WHENCE_DATA.

    Raises:
        DataAbsentError: when neither names a folder that exists.
    """
    named = given or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is None:
        raise DataAbsentError(f"no data folder: give --data DIR or set {VARIABLE}")
    return require(named)


def require(path: Path) -> Path:
    """Return ``path``.

    Raises:
        DataAbsentError: when it does not exist.
    """
    if not path.exists():
        raise DataAbsentError(
            f"{path} does not exist; docs/evaluation.md says where to get each set"
        )
    return path


def fingerprint(paths: Iterable[Path]) -> str:
    """Return 12 hexadecimal digits over the names and contents of the files, in order of name."""
    digest = sha256()
    for path in sorted(paths, key=lambda path: (path.name, str(path))):
        digest.update(path.name.encode() + b"\x1f" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
