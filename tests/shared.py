"""Where the development data lies: it belongs to its publishers and is not part of the project."""

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent


def data_root() -> Path:
    """Return the folder of development data, from WHENCE_DATA or beside the checkout."""
    named = os.environ.get("WHENCE_DATA")
    return Path(named) if named else _ROOT.parent / "shared"


def require(relative: str) -> Path:
    """Return a path of the development data, or skip the test with the reason."""
    path = data_root() / relative
    if not path.exists():
        pytest.skip(f"development data absent: {path} (set WHENCE_DATA to its folder)")
    return path
