"""Disks that are small, and folders that may not be written to, not even by root."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.wanting import absent


@contextmanager
def small(folder: Path, size: int) -> Iterator[None]:
    """Mount a disk of so many bytes on a folder; skip where nothing can be mounted."""
    if not _done("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        _done("umount", str(folder))


@contextmanager
def shown(folder: Path, where: Path) -> Iterator[None]:
    """Show a folder a second time, for reading; skip where that cannot be, fail in CI."""
    if not _done("mount", "--bind", str(folder), str(where)):
        absent("nothing can be mounted here")
    try:
        assert _done("mount", "-o", "remount,bind,ro", str(where))
        yield
    finally:
        _done("umount", str(where))


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    """Make a folder one that may not be written to, for root as well."""
    if os.geteuid() == 0:
        with shown(folder, folder):
            yield
        return
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def _done(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
