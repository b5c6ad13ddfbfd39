"""What the tests in a browser need from the machine: Chromium, and axe-core from npm."""

import os
import shutil
from pathlib import Path
from typing import Final

NAMED: Final = "WHENCE_TEST_CHROMIUM"
"""The variable that names a Chromium other than the one on the path."""

AXE: Final = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

HOW: Final = (
    "no {} here: scripts/test installs it for root; else 'apt install chromium npm' and "
    f"'npm ci --prefix tests/browser', or name a Chromium: {NAMED}=/path/to/chromium"
)

ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """Return the program of the browser, None where there is none."""
    if named := os.environ.get(NAMED):
        return named
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)
