"""The desk: where orders are given, asked for, taken back. What a server needs of the intake."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

from msgspec.structs import replace
from platformdirs import user_data_path

from whence.errors import UnknownId
from whence.run import clock
from whence.run.config import Config
from whence.run.intake import disk
from whence.run.intake.board import Board, Listener
from whence.run.intake.filling import limits_of
from whence.run.intake.foreman import Foreman
from whence.run.intake.orders import Given, Job, job_of
from whence.run.intake.spool import Spool
from whence.run.library import place_of
from whence.store.sealing import digest

GRACE: Final = 20.0
"""Seconds that the document in hand is given when its order is cancelled."""

_PASSWORD: Final = re.compile(r"(?<=//)([^/@:]*):[^/@]*@")


def folder_of(config: Config) -> Path:
    """Return the folder in which orders for the library of the settings wait.

    Each library has one of its own: an order waits for its case, and must not meet another's.
    """
    place = place_of(config)
    if "://" in place:
        place = _PASSWORD.sub(r"\1@", place)  # a new password is no new library
    else:
        place = str(Path(place).expanduser().absolute())
    given = config.intake.folder
    root = Path(given).expanduser() if given else user_data_path("whence") / "intake"
    return root / digest(place.encode())[:16]


class Intake:
    """Takes orders to read reports into cases and works them off in a process of its own.

    ``folder`` is where they wait, that of the settings unless given; ``now`` gives the time. All
    methods may be called from any thread. Nothing is read, and no process runs, before ``start``
    and an order.

    Raises:
        StoreLocked: when another process has the folder.
        OutputError: when it cannot be written.
    """

    def __init__(
        self, config: Config, folder: Path | None = None, now: Callable[[], str] = clock.now
    ) -> None:
        place = folder or folder_of(config)
        with disk.told(place):
            disk.made(place)
        self._lock = disk.Lock(place)
        try:
            self._spool = Spool(place, limits_of(config))
        except BaseException:
            self._lock.release()
            raise
        self._board = Board()
        self._foreman = Foreman(config, self._spool, self._board, now)
        self._now = now
        self._giving = Lock()

    @property
    def pid(self) -> int | None:
        """The id of the process that reads, None while none runs."""
        return self._foreman.pid

    def start(self) -> None:
        """Go on with what lies in the spool, and begin to work."""
        self._spool.clean()
        self._spool.prune(self._now())
        ended = {job.id: job for job in self._spool.results()}
        for job in ended.values():
            self._board.put(job)
        for order in self._spool.orders():
            if order.id in ended:
                continue
            job = self._board.put(job_of(order))
            if self._spool.mark(order.id).cancelled:
                self._cancelled(job)
            else:
                self._foreman.add(order)
        self._foreman.start()

    def put(self, given: Given) -> Job:
        """Take an order; once this returns, nothing of it gets lost.

        What is refused is among the job's failures. Of two orders to derive one case anew, both
        waiting, the first is both.

        Raises:
            OutputError: when it cannot be written; nothing of it is kept then.
        """
        if given.kind == "weigh":
            with self._giving:
                same = self._foreman.waiting_weigh(given.case_id)
                return self._board.job(same.id) if same else self._put(given)
        return self._put(given)

    def job(self, key: str) -> Job:
        """Return an order as it stands.

        Raises:
            UnknownId: when there is none, or it was long ago.
        """
        return self._board.job(key)

    def jobs(self, case_id: str | None = None) -> tuple[Job, ...]:
        """Return all orders, or those of a case, in the order in which they were given."""
        return self._board.jobs(case_id)

    def latest(self, key: str, after_version: int = 0, timeout: float = 15.0) -> Job:
        """Return an order once its version is another, or as it stands after ``timeout`` seconds.

        Raises:
            UnknownId: when there is none.
        """
        return self._board.latest(key, after_version, timeout)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have every change of every order told to ``listener``; what is returned ends that.

        It is called in another thread and must not take long: an event loop's
        ``call_soon_threadsafe`` is meant.
        """
        return self._board.listen(listener)

    def cancel(self, key: str, seconds: float = GRACE) -> Job:
        """Take an order back, or give a failed one up; what was kept already stays in the case.

        One that is worked on ends after the document in hand, or by force after ``seconds``.

        Raises:
            UnknownId: when there is none.
        """
        job = self._board.job(key)
        if job.state in ("done", "cancelled"):
            return job
        if job.state == "failed":
            return self._cancelled(job)
        self._spool.note(key, cancelled=True)
        if self._foreman.take_back(key, seconds) or job.state == "stopped":
            return self._cancelled(job)
        return self._board.job(key)

    def again(self, key: str) -> Job:
        """Try a failed order again, with the files that were given.

        Raises:
            UnknownId: when there is none, or nothing of it is left to be tried.
        """
        job = self._board.job(key)
        with self._giving:
            found = [order for order in self._spool.orders() if order.id == key]
            if job.state != "failed" or not found:
                raise UnknownId(f"nothing is left of order {key} to be tried", "give it anew")
            self._spool.reopen(key)
            job = self._board.put(job_of(found[0]))
            self._foreman.add(found[0])
        return job

    def stop(self, seconds: float = GRACE) -> None:
        """End after the document in hand, or by force after ``seconds``.

        The order that is worked on is then "stopped"; it and those that wait go on with the next
        start.
        """
        self._foreman.stop(seconds)
        self._lock.release()

    def _put(self, given: Given) -> Job:
        order = self._spool.put(given)
        job = self._board.put(job_of(order))
        self._foreman.add(order)
        return job

    def _cancelled(self, job: Job) -> Job:
        over = replace(job, state="cancelled", ended_at=self._now())
        self._spool.finish(over)
        return self._board.put(over)
