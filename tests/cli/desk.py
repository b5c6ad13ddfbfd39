"""A library of cases, and the commands on it."""

import json
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.cli.pages import invoke
from whence.cli import exits

RULES = ("--reader", "rules")


class Desk:
    """A library in a folder, and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library.db"

    def ask(self, *arguments: object) -> Result:
        return invoke(*map(str, arguments), "--library", self.library)

    def __call__(self, *arguments: object) -> str:
        result = self.ask(*arguments)
        assert result.exit_code == exits.OK, result.stderr
        return result.stdout

    def rows(self, *arguments: object) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*arguments, "--json").splitlines()]
