"""One stage in a pipe: read the records, do the stage's work, write all records."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from whence.errors import MissingInput

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.run.config import Config
    from whence.run.watch import Watcher
    from whence.run.world import World

F = TypeVar("F", bound=Callable[..., object])
CASE_FILE = "case.json"
"""What a run calls the case in its folder."""


def stream_argument(command: F) -> F:
    """Add the optional argument RECORDS, a JSON-lines file or ``-`` for stdin."""
    return click.argument("records", default="-", metavar="[RECORDS]")(command)


def read_case(records: str) -> "Case":
    """Read a case: a stream from a file or from stdin, a case.json, or the folder it lies in.

    Raises:
        MissingInput: when there is no such file.
        MalformedRecord: when a line is not a record, or the file no case.
    """
    from whence import __version__
    from whence.model.case import Run
    from whence.run.clock import now
    from whence.run.stream import decode, read_whole

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


def write_case(case: "Case") -> None:
    """Write every record of the case to stdout as JSON lines."""
    from whence.run.stream import encode

    for line in encode(case):
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


@contextmanager
def surroundings(config: "Config", watcher: "Watcher") -> Iterator["World"]:
    """Give the world as it is: the time, stdin, and a fetcher that is closed afterwards."""
    from whence.ingest import FetchLimits, PublicFetcher
    from whence.run.clock import now
    from whence.run.world import World

    fetcher = PublicFetcher(now, FetchLimits(max_bytes=config.ingest.max_bytes))
    try:
        yield World(at=now(), watcher=watcher, stdin=sys.stdin.buffer, fetcher=fetcher)
    finally:
        fetcher.close()
