"""Who keeps what a run takes in and reads, while it goes on: so that nothing is lost when it stops.

A run asks its keeper what was read before, and reads only the rest.
"""

from collections.abc import Sequence
from typing import Protocol

from whence.ingest import Capture
from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.report import Report


class Keeper(Protocol):
    """Is given everything that a run takes in, as soon as it is there."""

    def took(self, capture: Capture, document: Document) -> Document | Failure:
        """Keep a capture and its document; return what the run is to go on with.

        That is the document as it was kept first, or a failure where it may not be kept.
        """

    def read_before(self, document: Document, reader: str) -> Report | None:
        """Return what this reader (name@version) made of the document, if it would do so again."""

    def outdated(self, documents: Sequence[Document]) -> int:
        """Return how many of these were read earlier, though otherwise than now."""

    def decided(self, documents: Sequence[Document]) -> tuple[Judgement, ...]:
        """Return what people decided earlier about a case of these documents."""

    def made(self, report: Report, reader: str) -> None:
        """Keep what was read in a document."""

    def failed(self, failure: Failure) -> None:
        """Keep that something could not be read."""


class Unkept:
    """Keeps nothing: for runs in memory."""

    def took(self, capture: Capture, document: Document) -> Document | Failure:
        """Go on with the document."""
        del capture
        return document

    def read_before(self, document: Document, reader: str) -> Report | None:
        """Nothing was read before."""
        del document, reader
        return None

    def outdated(self, documents: Sequence[Document]) -> int:
        """Nothing was read before."""
        del documents
        return 0

    def decided(self, documents: Sequence[Document]) -> tuple[Judgement, ...]:
        """Nothing was decided earlier."""
        del documents
        return ()

    def made(self, report: Report, reader: str) -> None:
        """Pass over it."""

    def failed(self, failure: Failure) -> None:
        """Pass over it."""
