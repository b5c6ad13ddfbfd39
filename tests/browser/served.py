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
from playwright.sync_api import Browser

_READ: Final = 120_000
"""Milliseconds in which eight reports are read on a slow machine."""

_WHENCE: Final = (sys.executable, "-m", "whence")
_PATIENCE: Final = 30.0
_ENDED: Final = (0, 130)
"""What a program returns that was stopped with Ctrl-C and has cleared up."""


class Served(Struct, frozen=True):
    """A running workbench: its address without a slash at the end, its process, its library.

    ``invitation`` is the link for a team's first administrator, "" where there is none.
    """

    base: str
    process: "subprocess.Popen[str]"
    library: Path
    invitation: str = ""


def example(browser: Browser, folder: Path) -> Path:
    """Have the workbench read the example into a new library, by one click; return the file."""
    with served(folder / "library.db") as running:
        page = browser.new_page(base_url=running.base)
        page.goto("/new")
        page.get_by_role("button", name="Open the example case").click()
        page.locator("#work.done").wait_for(timeout=_READ)
        page.close()
    return folder / "library.db"


@contextmanager
def served(library: Path, *options: str) -> Iterator[Served]:
    """Serve a library at a free port until the end, which has to be a clean one.

    With ``--team`` among the options, to a team of which nobody has an account yet.
    """
    command = [*_WHENCE, "serve", "--no-browser", "--port", "0", "--library", str(library)]
    with subprocess.Popen(
        [*command, *options],
        env=_environment(library),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdout
            told = [process.stdout.readline() for _ in range(3 if "--team" in options else 1)]
            base = told[0].strip().rpartition(" ")[2].rstrip("/")
            if not base.startswith("http"):
                raise RuntimeError(f"the workbench did not start: {told!r}")
            yield Served(base, process, library, told[-1].strip() if told[1:] else "")
            process.send_signal(signal.SIGINT)
            if (code := process.wait(_PATIENCE)) not in _ENDED:
                raise RuntimeError(f"the workbench ended with {code}")
        finally:
            process.kill()


def copied(library: Path, folder: Path) -> Path:
    """Return a copy, in a folder, of a library in which nobody writes."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(library, folder / library.name))


def _environment(library: Path) -> dict[str, str]:
    # Output must not wait in a buffer; orders must not wait among the user's own.
    orders = {"WHENCE_INTAKE__FOLDER": str(library.parent / "intake")}
    return {**os.environ, "PYTHONUNBUFFERED": "1", "WHENCE_STORE__LIBRARY": "", **orders}
