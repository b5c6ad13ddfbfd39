"""Who watches a run: told of progress and failures while it goes on."""

from typing import Protocol

from whence.model.document import Failure


class Watcher(Protocol):
    """Is told what a run is doing; what it does with that never changes the result."""

    def started(self, stage: str, total: int | None) -> None:
        """A stage begins, with ``total`` steps, or None when nobody knows yet how many."""

    def advanced(self) -> None:
        """One step of the current stage is done."""

    def failed(self, failure: Failure) -> None:
        """An input could not be read; the run goes on without it."""

    def noted(self, text: str) -> None:
        """Something that a person should know and that is no failure."""

    def crashed(self, location: str, error: Exception) -> None:
        """Whence itself failed on one document: a defect.

        Raise to stop the run, return to go on without the document (it becomes a Failure row).
        """


class Silent:
    """Watches without a word and stops at the first defect: for tests and for callers in code."""

    def started(self, stage: str, total: int | None) -> None:
        """Pass over it."""

    def advanced(self) -> None:
        """Pass over it."""

    def failed(self, failure: Failure) -> None:
        """Pass over it: the case holds the row."""

    def noted(self, text: str) -> None:
        """Pass over it."""

    def crashed(self, location: str, error: Exception) -> None:
        """Raise the error, with the document's name added to it."""
        error.add_note(f"while reading {location}")
        raise error
