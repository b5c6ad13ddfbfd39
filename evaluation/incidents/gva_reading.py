"""Every report of the gun-violence set, read by Whence once and kept for what builds on it."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from evaluation.corpora.gva import GvaReport
from evaluation.readers.by_name import reader
from evaluation.readers.reading import NotReadError, ReadPage, read_raw
from evaluation.readers.remembered import Remembered
from whence.ingest import Capture, Metadata
from whence.model.reading import Reader
from whence.run.executor import in_order


def read_all(
    rows: Sequence[GvaReport], by: str, memory: str | None, jobs: int = 2
) -> Iterator[tuple[GvaReport, ReadPage | None]]:
    """Yield each report with its document and its report, or None where there is no text in it.

    ``by`` names the reader; what it reads is kept in the folder ``memory`` where one is given.
    """
    yield from zip(rows, in_order(partial(_one, by=by, memory=memory), rows, jobs), strict=True)


def _one(row: GvaReport, by: str, memory: str | None) -> ReadPage | None:
    made = capture(row)
    try:
        return read_raw(made.location, made.raw, made.metadata, _reader(by, memory))
    except NotReadError:  # nothing but page furniture, or nothing at all
        return None


def capture(row: GvaReport) -> Capture:
    """Return a report as it is taken in, its headline being a part of it as a reader has it."""
    known = Metadata(
        url=row.url, outlet=row.outlet or None, title=row.title, published=row.published
    )
    page = f"{row.title}\n\n{row.text}"
    return Capture(location=f"{row.id}.txt", raw=page.encode("utf-8"), metadata=known)


@cache
def _reader(by: str, memory: str | None) -> Reader:
    """Make the reader of this process; it reads what it remembers without starting the model."""
    if memory is None:
        return reader(by)
    return Remembered(version(by), partial(reader, by), Path(memory))


@cache
def version(by: str) -> str:
    """Return a reader's name and version."""
    return reader(by).name
