"""What a person sees on stderr: progress, one line per failure, errors with their hint."""

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from whence.cli import exits
from whence.errors import WhenceError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from whence.model.document import Failure


def show_error(error: WhenceError) -> None:
    """Print an error and, on the same line, what to do next."""
    _line("error", "red", error.message, error.hint)


def show_defect(error: BaseException) -> None:
    """Print the traceback of a defect and whom to tell."""
    click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    _line("defect", "red", f"Whence failed: {type(error).__name__}: {error}", _TELL)


_TELL = "this is a defect; please report it with the lines above"


class Console:
    """A watcher for the terminal; as a context manager it takes its progress bar away again.

    ``quiet`` leaves out progress and notes, never failures. With ``keep_going`` a defect on one
    document costs that document alone. ``failures`` and ``defects`` count what went wrong.
    """

    def __init__(self, *, quiet: bool = False, keep_going: bool = True) -> None:
        self._quiet = quiet
        self._keep_going = keep_going
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self.failures = 0
        self.defects = 0

    @property
    def exit_code(self) -> int:
        """The code for what was told so far: a defect counts more than an unread input."""
        if self.defects:
            return exits.DEFECT
        return exits.PARTIAL if self.failures else exits.OK

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console as Terminal
            from rich.progress import Progress

            self._progress = Progress(console=Terminal(stderr=True), transient=True)
            self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def started(self, stage: str, total: int | None) -> None:
        """Begin a new bar."""
        if self._progress is not None:
            if self._task is not None:
                self._progress.remove_task(self._task)
            self._task = self._progress.add_task(stage, total=total)

    def advanced(self) -> None:
        """Move the bar by one step."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def failed(self, failure: "Failure") -> None:
        """Print the input, the reason and what to do next, on one line."""
        self.failures += 1
        _line("not read", "yellow", f"{failure.location}: {failure.reason}", failure.hint)

    def noted(self, text: str) -> None:
        """Print a note, unless quiet."""
        if not self._quiet:
            _line("note", "cyan", text, "")

    def crashed(self, location: str, error: Exception) -> None:
        """Count the defect, or raise it when the run is to stop at the first."""
        self.defects += 1
        if not self._keep_going:
            error.add_note(f"while reading {location}")
            raise error


def clean_line(text: str) -> str:
    """Return a text in one line; what may come from a page brings no control to a terminal."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def _line(label: str, colour: str, text: str, hint: str) -> None:
    said = clean_line(text)
    advice = f" ({hint})" if hint else ""
    click.echo(f"{click.style(label, fg=colour, bold=True)}: {said}{advice}", err=True)
