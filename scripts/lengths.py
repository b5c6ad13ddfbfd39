"""Fail when a Python file is longer than 400 lines: a file that long holds two things."""

import sys
from pathlib import Path

LIMIT = 400
FOLDERS = ("src", "tests", "evaluation", "benchmarks", "scripts", "training")


def too_long(root: Path) -> list[str]:
    """Return one line for each file over the limit, in alphabetical order."""
    found = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            length = len(path.read_text(encoding="utf-8").splitlines())
            if length > LIMIT:
                found.append(f"{path.relative_to(root)}: {length} lines, at most {LIMIT}")
    return found


if __name__ == "__main__":
    complaints = too_long(Path(__file__).resolve().parent.parent)
    sys.exit("\n".join(complaints) or None)
