"""One document at a time: what goes wrong becomes a value, so that the others are still read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar

from whence import extract, ingest
from whence.errors import WhenceError
from whence.model.document import Document, Failure
from whence.model.reading import Reader, Reading
from whence.model.report import Report
from whence.run.limiting import OutOfTime, within

T = TypeVar("T")

TOO_SLOW = "too_slow"
"""The kind of failure of a document that took longer than it may."""

LANGUAGES = ("en",)
"""Languages that documents are read in; a page of another language is kept and not read."""


@dataclass(frozen=True)
class Crash:
    """A defect of Whence that one document brought to light, and the failure row it leaves."""

    location: str
    error: Exception
    failure: Failure


def ingest_one(
    capture: ingest.Capture | Failure, options: ingest.Options, seconds: float = 0
) -> Document | Failure | Crash:
    """Turn one capture into a document, or into the reason why there is none.

    It may take ``seconds`` of processor time; 0: as long as it takes.
    """
    if isinstance(capture, Failure):
        return capture
    try:
        return within(seconds, lambda: ingest.ingest(capture, options))
    except OutOfTime:
        return too_slow(capture.location, "ingest", seconds)
    except Exception as error:  # a value until the caller decides: see Watcher.crashed
        return _crash(capture.location, "ingest", error)


def read_one(
    document: Document, reader: Reader, options: extract.Options, seconds: float = 0
) -> Report | Failure | Crash:
    """Read one document, or tell why it is not read.

    It may take ``seconds`` of processor time; 0: as long as it takes.
    """
    return _guarded(document, lambda: extract.extract(document, reader, options), seconds)


@dataclass(frozen=True)
class Look:
    """What a reader sees in one document, as far as it is read; ``notices`` tell where it ends."""

    document: Document
    reading: Reading
    notices: tuple[str, ...]


def see_one(
    document: Document, reader: Reader, options: extract.Options, seconds: float = 0
) -> Look | Failure | Crash:
    """Return what a reader sees in one document, before anything is made of it."""

    def look() -> Look:
        part, notices = extract.bounded(document, options)
        return Look(part, reader.read(part), notices)

    return _guarded(document, look, seconds)


def too_slow(location: str, stage: Literal["ingest", "extract"], seconds: float) -> Failure:
    """Return the failure row of a document that took longer than it may."""
    return Failure(
        location=location,
        stage=stage,
        kind=TOO_SLOW,
        reason=f"it took more than {seconds:g} seconds of processor time: it is left out",
        hint="cut it to the article and give that, or raise [run] document_seconds in whence.toml",
    )


def _guarded(document: Document, work: Callable[[], T], seconds: float) -> T | Failure | Crash:
    if document.language not in (None, *LANGUAGES):
        return Failure(
            location=document.location,
            stage="extract",
            kind="language",
            reason=f"the text is in another language ({document.language})",
            hint="only English is read so far; the page is kept in the case. "
            "An English translation saved as a .txt file can be read",
        )
    try:
        return within(seconds, work)
    except OutOfTime:
        return too_slow(document.location, "extract", seconds)
    except WhenceError as error:
        return Failure(
            location=document.location,
            stage="extract",
            kind=error.kind,
            reason=error.message,
            hint=error.hint,
        )
    except Exception as error:  # a value until the caller decides: see Watcher.crashed
        return _crash(document.location, "extract", error)


def _crash(location: str, stage: Literal["ingest", "extract"], error: Exception) -> Crash:
    failure = Failure(
        location=location,
        stage=stage,
        kind="defect",
        reason=f"Whence failed on it: {type(error).__name__}: {error}",
        hint="a defect of Whence, please report it; --stop shows where it happened",
    )
    return Crash(location, error, failure)
