"""What a run leaves behind: files in a folder, a summary or JSON on stdout."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.run.config import Config

F = TypeVar("F", bound=Callable[..., object])

FORMATS = ("html", "md", "json")
DEFAULT_FOLDER = Path("whence-report")


def format_option(command: F) -> F:
    """Add ``--format``, which may be given several times, to a command."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help="Only this kind of file; may be given several times. All three otherwise.",
    )(command)


@dataclass(frozen=True)
class Issue:
    """Which files go where, and what is printed."""

    out: Path | None
    formats: tuple[str, ...]
    as_json: bool
    quiet: bool

    @property
    def folder(self) -> Path | None:
        """Where files go: nowhere when only JSON was asked for."""
        return self.out or (None if self.as_json else DEFAULT_FOLDER)


def issue(case: "Case", config: "Config", wanted: Issue) -> None:
    """Write the files and print the summary, or the JSON, to stdout.

    Raises:
        OutputError: when a file cannot be written.
    """
    from whence.publish import publish
    from whence.run.outputs import write

    files = publish(case, config.publish)
    endings = wanted.formats or FORMATS
    chosen = {name: raw for name, raw in files.items() if name.rpartition(".")[2] in endings}
    written = write(wanted.folder, chosen) if wanted.folder is not None else ()
    if wanted.as_json:
        sys.stdout.buffer.write(files["case.json"])
        sys.stdout.buffer.flush()
    elif not wanted.quiet:
        _summarise(case)
        click.echo(f"\nThe whole report: {written[0]}")


def _summarise(case: "Case") -> None:
    from rich.console import Console

    from whence.publish import terminal

    terminal.render(case, Console())
