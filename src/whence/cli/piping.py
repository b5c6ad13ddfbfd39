"""One stage in a pipe: read the records, do the stage's work, write all records."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from whence.cli.library import NAMED
from whence.cli.settings import asked
from whence.errors import MissingInput

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.run.config import Config
    from whence.run.keeping import Keeper
    from whence.run.watch import Watcher
    from whence.run.world import World

F = TypeVar("F", bound=Callable[..., object])
CASE_FILE = "case.json"
"""What a run calls the case in its folder."""


def stream_argument(command: F) -> F:
    """Add the optional argument RECORDS, a JSON-lines file or ``-`` for stdin."""
    return click.argument("records", default="-", metavar="[RECORDS]")(command)


def read_case(records: str) -> "Case":
    """Read a case: a stream, a case.json, the folder it lies in, or one of the library by its name.

    Where a file or folder has the name too, ``case:NAME`` means the case, and so does a library
    that the command names.

    Raises:
        MissingInput: when there is no such file, and no such case.
        MalformedRecord: when a line is not a record, or the file no case.
    """
    from whence import __version__
    from whence.model.case import Run
    from whence.run.clock import now
    from whence.run.stream import decode, read_whole

    if in_library(records):
        return _from_library(records)
    unnamed = Run(at=now(), whence=__version__, reader="", inputs=())
    if records == "-":
        return decode(sys.stdin.buffer, "stdin", unnamed)
    path = Path(records) / CASE_FILE if Path(records).is_dir() else Path(records)
    try:
        if path.suffix == ".json":
            return read_whole(path.read_bytes(), records)
        with path.open("rb") as lines:
            return decode(lines, records, unnamed)
    except OSError as error:
        raise MissingInput(records, error.strerror or str(error)) from error


def in_library(records: str) -> bool:
    """Tell whether a case of the library is meant, not a file, a folder or stdin."""
    if records == "-":
        return False
    named = records.startswith(NAMED) or asked("library") is not None
    return named or not holds_a_case(Path(records))


def holds_a_case(path: Path) -> bool:
    """Tell whether there is a file, or a folder with a case in it: one of reports has none."""
    return (path / CASE_FILE).exists() if path.is_dir() else path.exists()


def _from_library(name: str) -> "Case":
    """Return a case of the library by its name, as it holds now.

    Raises:
        MissingInput: when the library has none of that name either.
    """
    from whence.cli.library import configured, named, opened_library
    from whence.errors import UnknownCase
    from whence.run.case.deriving import case_of
    from whence.run.case.state import state_of
    from whence.run.clock import now

    config = configured(asked("library"), None)
    try:
        with opened_library(config) as store:
            return case_of(state_of(named(store, name)), config, now())
    except UnknownCase as error:
        reason = "no file, folder or case is called so"
        if Path(name).is_dir():
            reason = f"no {CASE_FILE} lies in that folder, and no case is called so"
        raise MissingInput(name, reason, error.hint) from error


def write_case(case: "Case") -> None:
    """Write every record of the case to stdout as JSON lines."""
    from whence.run.stream import encode

    for line in encode(case):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


@contextmanager
def surroundings(
    config: "Config", watcher: "Watcher", keeper: "Keeper | None" = None
) -> Iterator["World"]:
    """Give the world as it is: the time, stdin, and a fetcher that is closed afterwards.

    ``keeper`` keeps what is taken in; without one nothing is kept.
    """
    from whence.ingest import FetchLimits, PublicFetcher
    from whence.run.clock import now
    from whence.run.keeping import Unkept
    from whence.run.world import World

    fetcher = PublicFetcher(now, FetchLimits(max_bytes=config.ingest.max_bytes))
    try:
        yield World(
            at=now(),
            watcher=watcher,
            keeper=keeper or Unkept(),
            stdin=sys.stdin.buffer,
            fetcher=fetcher,
        )
    finally:
        fetcher.close()
