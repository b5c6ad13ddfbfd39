"""Where the process that reads begins; what it needs is imported there, never in the server."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from whence.run.config import Config


def main(pipe: "Connection", config: "Config") -> None:
    """Work orders off, as they come through the pipe, until it is closed."""
    from whence.run.intake.worker import Worker  # noqa: PLC0415 - the readers load there alone

    Worker(pipe, config).run()
