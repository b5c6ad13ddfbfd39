"""The process that reads, as the desk holds it."""

from multiprocessing import get_context

from whence.run.config import Config
from whence.run.executor import interrupts_held
from whence.run.intake import entry
from whence.run.intake.messages import ToDesk, ToProcess, encode, to_desk


class Gone(Exception):  # noqa: N818 - named by what happened, and always caught
    """The process is no more."""


class ReadingProcess:
    """A process of its own that reads, started at once.

    It ends when it is told to, when it is killed, and when the desk's process ends.
    """

    def __init__(self, config: Config) -> None:
        # "spawn" starts clean everywhere: a forked child would inherit the locks of our threads.
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=entry.main, args=(theirs, config), name="whence-intake", daemon=True
        )
        with interrupts_held():
            self._process.start()
        theirs.close()
        self.pid = self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.is_alive()

    def send(self, message: ToProcess) -> None:
        """Say something to the process.

        Raises:
            Gone: when it is no more.
        """
        try:
            self._pipe.send_bytes(encode(message))
        except OSError as error:
            raise Gone from error

    def receive(self, seconds: float) -> ToDesk | None:
        """Return what the process says next, None when it says nothing for so long.

        Raises:
            Gone: when it is no more, and all that it said was received.
        """
        try:
            if not self._pipe.poll(seconds):
                return None
            said: ToDesk = to_desk.decode(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise Gone from error
        return said

    def end(self, seconds: float = 5.0) -> int | None:
        """End the process, by force when it does not, and return its exit code."""
        self._pipe.close()
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode
        self._process.close()
        return code

    def kill(self) -> int | None:
        """End the process at once."""
        self._process.kill()
        return self.end()
