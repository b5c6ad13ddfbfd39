"""What the commands that question a case share: the case, JSON, the picture, the terminal."""

import os
import sys
from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from whence.cli.library import library_options
from whence.cli.piping import read_case
from whence.cli.printing import printer

if TYPE_CHECKING:
    from msgspec import Struct
    from rich.console import Console

    from whence.publish.index import Index

F = TypeVar("F", bound=Callable[..., object])
_ROWS = 60


def case_argument(command: F) -> F:
    """Add the argument CASE, and the options that say in which library a case of its name lies.

    It is a folder of a run, its case.json, a stream (stdin for ``-``), or the name of a case.
    """
    return click.argument("case", default="-", metavar="[CASE]")(library_options(command))


def output_options(command: F) -> F:
    """Add ``--json`` and ``--svg``."""
    for option in (
        click.option(
            "--svg", "picture", type=click.Path(path_type=Path), metavar="FILE",
            help="Write the picture of it to FILE.",
        ),
        click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one row each."),
    ):  # fmt: skip
        command = option(command)
    return command


def open_case(case: str) -> "Index":
    """Return a case ready to be asked.

    Raises:
        MissingInput: when there is no such file.
        MalformedRecord: when it is no case.
        NothingRead: when it holds no document, or was not traced.
    """
    from whence.errors import NothingRead
    from whence.publish.index import Index

    found = read_case(case)
    if not found.documents:
        raise NothingRead("the case holds no document", "make one: whence run reports/ --out CASE")
    if not found.trace.origins:
        raise NothingRead("no origin was traced in it", "run 'whence trace' before")
    return Index(found)


def print_json(rows: "Sequence[Struct]") -> None:
    """Print each row as one line of JSON."""
    import msgspec

    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def write_picture(
    index: "Index", path: Path, title: str, only: Container[str] | None = None
) -> None:
    """Write the sourcing picture; ``only`` are the ids of the facts and claims in it.

    Raises:
        OutputError: when the file cannot be written.
    """
    from whence.publish.svg import standalone
    from whence.publish.views.graph import graph
    from whence.run.outputs import write

    drawn = standalone.draw(graph(index, _ROWS, only=only), title)
    (written,) = write(path.parent, {path.name: drawn})
    click.echo(f"The picture: {written}", err=True)


def terminal() -> "Console":
    """Return a console for tables: as wide as the terminal, or wide enough where there is none.

    COLUMNS, where it is set, says how wide.
    """
    from whence.publish.queries.text import PLAIN_WIDTH

    console = printer()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PLAIN_WIDTH
    return console
