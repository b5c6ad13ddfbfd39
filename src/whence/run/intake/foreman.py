"""Gives orders to the process that reads, one by one, and deals with what becomes of it."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from signal import SIGTERM
from threading import Condition, Thread
from typing import Final, Literal

from msgspec.structs import replace

from whence.errors import FetchError, NothingRead, WhenceError
from whence.run.config import Config
from whence.run.intake import progress
from whence.run.intake.board import Board
from whence.run.intake.messages import Began, Broke, Ended, Halt, InHand, ToDesk, Work
from whence.run.intake.orders import ENDED, Order
from whence.run.intake.process import Gone, ReadingProcess
from whence.run.intake.spool import Spool

_TICK: Final = 0.1
"""Seconds after which it is looked whether the order in hand is to end."""

_TWICE: Final = 2
_MOST_CRASHES: Final = 6
_MEMORY: Final = "its files are kept, and it can be tried again; is there enough memory?"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Halting:
    """Why the order in hand is to end, and until when (monotonic seconds) by itself."""

    why: Literal["stopped", "cancelled"]
    until: float


class Foreman:
    """A thread that works orders off. Its methods may be called from any other."""

    def __init__(self, config: Config, spool: Spool, board: Board, now: Callable[[], str]) -> None:
        self._config = config
        self._spool = spool
        self._board = board
        self._now = now
        self._turn = Condition()
        self._waiting: deque[Order] = deque()
        self._current: Order | None = None
        self._halting: _Halting | None = None
        self._stopping = False
        self._process: ReadingProcess | None = None
        self._in_hand = self._stage = ""
        self._exit: int | None = None
        self._thread = Thread(target=self._run, name="whence-intake", daemon=True)

    @property
    def pid(self) -> int | None:
        """The id of the process that reads, None when none runs."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def add(self, order: Order) -> None:
        """Take an order, to be worked off after those before it."""
        with self._turn:
            self._waiting.append(order)
            self._turn.notify_all()

    def waiting_weigh(self, case_id: str) -> Order | None:
        """Return the order that waits to derive a case, if there is one: it is not begun yet."""
        with self._turn:
            found = (one for one in self._waiting if (one.kind, one.case_id) == ("weigh", case_id))
            return next(found, None)

    def take_back(self, key: str, seconds: float) -> bool:
        """Take an order back: at once when it waits (True), else after its document in hand.

        The process is killed when that takes more than ``seconds``.
        """
        with self._turn:
            for order in self._waiting:
                if order.id == key:
                    self._waiting.remove(order)
                    return True
            if self._current is not None and self._current.id == key and not self._halting:
                self._halting = _Halting("cancelled", time.monotonic() + seconds)
            return False

    def stop(self, seconds: float) -> None:
        """End after the document in hand, or by force after ``seconds``; return once it is over."""
        with self._turn:
            self._stopping = True
            why = self._halting.why if self._halting else "stopped"
            self._halting = _Halting(why, time.monotonic() + seconds)
            self._turn.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            order = self._next()
            if order is None:
                self._rest()
                continue
            try:
                self._work(order)
            except Exception as error:  # one order's trouble is not the next one's
                _log.exception("order %s was not worked off", order.id)
                self._give_up(order, error)
            with self._turn:
                self._current = None
                if not self._stopping:
                    self._halting = None
        self._rest()

    def _next(self) -> Order | None:
        """Return the next order; None when there was none for long, or all is to end."""
        idle = self._config.intake.idle_seconds if self._process else None
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._stopping, idle)
            if self._stopping or not self._waiting:
                return None
            self._current = self._waiting.popleft()
            return self._current

    def _rest(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _work(self, order: Order) -> None:
        resumed = self._spool.mark(order.id).begun
        self._spool.note(order.id, begun=True, stopped=False)
        while True:
            skip = self._spool.mark(order.id).skipped
            folder = str(self._spool.folder(order.id))
            work = Work(id=order.id, folder=folder, resumed=resumed, skip=skip)
            ended = self._attempt(order, work)
            halting = self._halting
            if halting is not None and (ended is None or ended.how == "halted"):
                self._halted(order, halting)
                return
            ended = ended or self._crashed(order)
            if ended is not None:
                self._finish(order, ended)
                return
            resumed = True

    def _attempt(self, order: Order, work: Work) -> Ended | None:
        """Return how an order ended, None when the process did."""
        self._in_hand, self._stage, self._exit = "", "start", None
        try:
            process = self._hired()
            self._board.put(progress.begun(order, self._board.job(order.id)))
            process.send(work)
            told = False
            while True:
                halting = self._halting
                if halting is not None and not told:
                    process.send(Halt(id=work.id))
                    told = True
                if halting is not None and time.monotonic() > halting.until:
                    process.kill()
                    self._process = None
                    return None
                said = process.receive(_TICK)
                if isinstance(said, Ended):
                    return said
                if isinstance(said, Broke):
                    _log.error("order %s: %s\n%s", work.id, said.location, said.traceback)
                elif said is not None:
                    self._hear(work.id, said)
        except Gone:
            gone, self._process = self._process, None
            self._exit = gone.end() if gone else None
            return None

    def _hear(self, key: str, said: ToDesk) -> None:
        if isinstance(said, InHand):
            self._in_hand = said.key
        elif isinstance(said, Began):
            self._in_hand, self._stage = "", said.stage
        self._board.put(progress.after(self._board.job(key), said))

    def _hired(self) -> ReadingProcess:
        if self._process is not None and not self._process.alive:
            self._rest()
        if self._process is None:
            self._process = ReadingProcess(self._config)
        return self._process

    def _crashed(self, order: Order) -> Ended | None:
        """Note that the process ended on an order; None when it is to be tried again.

        What it ended on twice is left out from then on.
        """
        if self._exit == -SIGTERM:  # somebody ended it, and most likely all of us next
            return None
        at = self._in_hand or f"({self._stage})"
        _log.error("the process that reads ended (%s) at %s", self._exit, at)
        mark = self._spool.mark(order.id)
        crashes = (*mark.crashes, at)
        twice = crashes.count(at) >= _TWICE
        if (twice and not self._in_hand) or len(crashes) >= _MOST_CRASHES:
            self._spool.note(order.id, crashes=crashes)
            job = self._board.job(order.id)
            said = f"the process that reads ended at {job.location or job.stage}, again"
            return Ended(how="failed", error=said, error_kind=ENDED, hint=_MEMORY)
        skipped = (*mark.skipped, at) if twice else mark.skipped
        self._spool.note(order.id, crashes=crashes, skipped=skipped)
        return None

    def _halted(self, order: Order, halting: _Halting) -> None:
        if halting.why == "stopped":
            self._spool.note(order.id, stopped=True)
            self._board.change(order.id, state="stopped", location="")
            return
        job = replace(self._board.job(order.id), state="cancelled", ended_at=self._now())
        self._spool.finish(job)
        self._board.put(job)

    def _finish(self, order: Order, ended: Ended) -> None:
        job = progress.over(self._board.job(order.id), ended, self._now())
        # What could not be kept may be tried again, and a site may answer the next time. Where all
        # was looked at, there is no use.
        asked = any(failure.kind == FetchError.kind for failure in job.failures)
        job = replace(job, spent=job.error_kind == NothingRead.kind and not asked)
        self._spool.finish(job, keep=job.state == "failed" and not job.spent)
        self._board.put(job)
        self._board.drop(self._spool.prune(self._now()))

    def _give_up(self, order: Order, error: Exception) -> None:
        """Tell that an order failed here: it stays in the spool, for the next start."""
        self._rest()
        hint = error.hint if isinstance(error, WhenceError) else "the server's log has more"
        said = error.message if isinstance(error, WhenceError) else f"Whence failed: {error}"
        self._board.change(
            order.id, state="failed", error=said, error_kind="defect", hint=hint,
            ended_at=self._now(),
        )  # fmt: skip
