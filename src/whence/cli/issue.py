"""What a run leaves behind: files in a folder, a summary or JSON on stdout."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from whence.cli.printing import printer

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.run.config import Config

F = TypeVar("F", bound=Callable[..., object])

FORMATS = ("html", "md", "json", "incident", "csv-acled", "csv-ucdp", "geojson")
"""The formats of ``whence.publish``; said again here, so that --help imports click alone."""
DEFAULT_FOLDER = Path("whence-report")


def format_option(command: F) -> F:
    """Add ``--format``, which may be given several times, to a command."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help="Only this kind of file; may be given several times. All of them otherwise.",
    )(command)


def out_option(command: F) -> F:
    """Add ``--out``, a folder or ``-`` for stdout, to a command."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder to write to; - prints the file of one --format.",
    )(command)


@dataclass(frozen=True)
class Issue:
    """Which files go where, and what is printed."""

    out: Path | None
    formats: tuple[str, ...]
    as_json: bool
    quiet: bool

    @property
    def piped(self) -> bool:
        """Whether one file goes to stdout, and nothing else does."""
        return self.out == Path("-")

    @property
    def folder(self) -> Path | None:
        """Where files go: nowhere when only JSON, or one file on stdout, was asked for."""
        if self.piped:
            return None
        return self.out or (None if self.as_json else DEFAULT_FOLDER)

    def check(self) -> None:
        """Refuse formats that go nowhere, or that stdout cannot hold, before the work is done.

        Raises:
            click.BadParameter: when stdout would hold two things, or it is not said which.
        """
        if self.as_json and self.formats and self.out is None:
            raise click.BadParameter(
                "--json prints the case alone: give --out DIR for the files, or leave one out",
                param_hint="--format",
            )
        if self.piped and (len(self.formats) != 1 or self.as_json):
            raise click.BadParameter(
                "one file alone goes to stdout: name it with --format", param_hint="--out"
            )


def issue(case: "Case", config: "Config", wanted: Issue) -> None:
    """Write the files and print the summary, or the JSON, to stdout.

    Raises:
        OutputError: when a file cannot be written.
    """
    from whence.publish import publish
    from whence.run.outputs import write

    folder = wanted.folder
    needed = wanted.formats or FORMATS if folder is not None or wanted.piped else ()
    files = publish(case, config.publish, needed)
    if wanted.piped:
        _print(next(iter(files.values())))
        return
    written = write(folder, files) if folder is not None else ()
    if wanted.as_json:
        _print(files.get("case.json") or publish(case, config.publish, ("json",))["case.json"])
    elif not wanted.quiet:
        _summarise(case)
        click.echo(f"\nThe whole report: {written[0]}")


def _print(raw: bytes) -> None:
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()


def _summarise(case: "Case") -> None:
    from whence.publish import terminal

    terminal.render(case, printer())
