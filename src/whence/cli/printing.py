"""Where tables and summaries are printed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def printer() -> "Console":
    """Return a console for the standard output that raises BrokenPipeError as any stream does.

    Left to itself it would end the program, with a code that means something else.
    """
    from rich.console import Console

    class Printer(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Printer()
