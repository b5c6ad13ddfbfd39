"""Inside the process that reads: orders come through a pipe, one by one, and are worked off.

It may be killed at any moment: every document is in the library before the next is taken in hand.
"""

import os
import signal
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final, NoReturn

import msgspec
from msgspec.structs import replace

from whence.errors import WhenceError
from whence.ingest import FetchLimits, PublicFetcher
from whence.model.reading import Reader
from whence.run import registry
from whence.run.clock import now
from whence.run.config import Config
from whence.run.intake.messages import Broke, Ended, Halt, ToDesk, Work, encode, to_process
from whence.run.intake.orders import Order
from whence.run.intake.telling import Halted, Teller
from whence.run.intake.working import Means, names_of, worked_off
from whence.run.library import open_library
from whence.store.ledger import open_case

_DEFECT: Final = "a defect of Whence, please report it; the server's log shows where it happened"


class Worker:
    """Works orders off and tells of them; the reader stays loaded from one to the next."""

    def __init__(self, pipe: Connection, config: Config) -> None:
        self._pipe = pipe
        # One process reads: others would outlive it when it is killed.
        self._config = replace(config, run=replace(config.run, jobs=1))
        self._orders: SimpleQueue[Work] = SimpleQueue()
        self._halted: set[str] = set()
        self._readers: dict[str, Reader] = {}

    def run(self) -> NoReturn:
        """Work until the desk lets go of the pipe; that ends the process."""
        # Ctrl-C in a terminal reaches every process: the desk alone answers it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        Thread(target=self._listen, daemon=True).start()
        while True:
            work = self._orders.get()
            self._tell(self._ended(work))

    def _listen(self) -> None:
        try:
            while True:
                message = to_process.decode(self._pipe.recv_bytes())
                if isinstance(message, Halt):
                    self._halted.add(message.id)
                else:
                    self._orders.put(message)
        except (EOFError, OSError):
            os._exit(0)  # the desk is gone, or wants no more; what is half-done is done again

    def _tell(self, message: ToDesk) -> None:
        try:
            self._pipe.send_bytes(encode(message))
        except OSError:
            os._exit(0)

    def _ended(self, work: Work) -> Ended:
        """Work an order off, and return how it ended."""
        try:
            self._work_off(work)
        except Halted:
            return Ended(how="halted")
        except WhenceError as error:
            return Ended(how="failed", error=error.message, error_kind=error.kind, hint=error.hint)
        except Exception as error:  # the next order may fare better
            told = "".join(traceback.format_exception(error))
            self._tell(Broke(location="", traceback=told))
            said = f"Whence failed on it: {type(error).__name__}: {error}"
            return Ended(how="failed", error=said, error_kind="defect", hint=_DEFECT)
        return Ended(how="done")

    def _work_off(self, work: Work) -> None:
        folder = Path(work.folder)
        order = msgspec.json.decode((folder / "order.json").read_bytes(), type=Order)
        names = names_of(order, folder)
        teller = Teller(self._tell, lambda: work.id in self._halted, names)
        fetcher = PublicFetcher(now, FetchLimits(max_bytes=self._config.ingest.max_bytes))
        means = Means(config=self._config, now=now, fetcher=fetcher, reader=self._reader)
        store = open_library(self._config, made=False)
        try:
            worked_off(order, work, open_case(store, order.case_id), teller, means)
        finally:
            store.close()
            fetcher.close()

    def _reader(self, name: str) -> Reader:
        if name not in self._readers:
            self._readers[name] = registry.reader(name)
        return self._readers[name]
