"""The workbench as a user starts it: a process of its own, over a library of its own."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct

_ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLE: Final = _ROOT / "examples" / "pilot-station" / "reports"
QUESTION: Final = "Who struck the pilot station?"
_WHENCE: Final = (sys.executable, "-m", "whence")
_PATIENCE: Final = 30.0
_ENDED: Final = (0, 130)
"""What a program returns that was stopped with Ctrl-C and has cleared up."""


class Served(Struct, frozen=True):
    """A running workbench: its address without a slash at the end, its process, its library."""

    base: str
    process: "subprocess.Popen[str]"
    library: Path


def whence(library: Path, *arguments: str) -> None:
    """Run a command on a library, with the reader that ships."""
    command = [*_WHENCE, *arguments, "--library", str(library)]
    subprocess.run(command, env=_environment(), check=True, capture_output=True, text=True)


def example(folder: Path, name: str = "Pilot station") -> Path:
    """Make a library of one case, the example that ships, and return its file."""
    library = folder / "library.db"
    whence(library, "case", "new", name, "--question", QUESTION)
    whence(library, "case", "add", name, str(EXAMPLE), "--jobs", "1", "--quiet")
    return library


@contextmanager
def served(library: Path, *options: str) -> Iterator[Served]:
    """Serve a library at a free port until the end, which has to be a clean one."""
    command = [*_WHENCE, "serve", "--no-browser", "--port", "0", "--library", str(library)]
    with subprocess.Popen(
        [*command, *options],
        env=_environment(),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            told = process.stdout.readline() if process.stdout else ""
            base = told.strip().rpartition(" ")[2].rstrip("/")
            if not base.startswith("http"):
                raise RuntimeError(f"the workbench did not start: {told!r}")
            yield Served(base, process, library)
            process.send_signal(signal.SIGINT)
            if (code := process.wait(_PATIENCE)) not in _ENDED:
                raise RuntimeError(f"the workbench ended with {code}")
        finally:
            process.kill()


def copied(library: Path, folder: Path) -> Path:
    """Return a copy of a library that nobody has open."""
    return Path(shutil.copy(library, folder / library.name))


def _environment() -> dict[str, str]:
    # Output must not wait in a buffer, and no settings of the user's count.
    return {**os.environ, "PYTHONUNBUFFERED": "1", "WHENCE_STORE__LIBRARY": ""}
