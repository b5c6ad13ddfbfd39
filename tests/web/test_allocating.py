"""Memory is given back where the C library can."""

import platform
import subprocess
import sys


def test_heaps_are_shared_where_glibc_is() -> None:
    """In a process of its own: it holds for the rest of a process's life."""
    told = subprocess.run(
        [sys.executable, "-c", "from whence.web.allocating import frugal; print(frugal())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(platform.libc_ver()[0] == "glibc")
