"""The example: invented reports of an invented incident, to try the workbench with."""

from pathlib import Path
from typing import Final

NAME: Final = "Pilot station (example)"
QUESTION: Final = "Who was behind the drone attack on the pilot station?"
_HERE: Final = Path(__file__).parent


def reports() -> tuple[Path, ...]:
    """Return the example's files: of the package, or of the checkout that it runs from."""
    checkout = _HERE.parent.parent.parent / "examples" / "pilot-station" / "reports"
    folder = _HERE / "example"
    return tuple(sorted((folder if folder.is_dir() else checkout).iterdir()))
