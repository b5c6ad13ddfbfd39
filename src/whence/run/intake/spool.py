"""The spool: what was given lies here, whole and durably, until the library has it.

``new`` holds what is being written, ``orders`` what waits or failed, ``results`` what came of it.
An order is there once its folder was renamed from ``new`` to ``orders``.
"""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar
from uuid import uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from whence.run.intake import disk
from whence.run.intake.filling import Filling, Limits
from whence.run.intake.orders import Given, Job, Mark, Order

S = TypeVar("S", bound=Struct)

_KEPT: Final = timedelta(days=1)
_log = logging.getLogger(__name__)
_order = msgspec.json.Decoder(Order)
_mark = msgspec.json.Decoder(Mark)
_job = msgspec.json.Decoder(Job)


class Spool:
    """The spool in a folder, which is made when it is missing.

    Raises:
        OutputError: when the folder cannot be made; every method that writes may raise it.
    """

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._limits = limits
        self._new, self._orders = folder / "new", folder / "orders"
        self._results = folder / "results"
        with disk.told(folder):
            for one in (folder, self._new, self._orders, self._results):
                disk.made(one)
            disk.sync_folder(folder)
        self._marking = Lock()
        numbers = [order.number for order in self.orders()]
        numbers += [job.number for job in self.results()]
        self._numbers = count(max(numbers, default=0) + 1)

    def put(self, given: Given) -> Order:
        """Take what is given; once this returns it survives a power cut.

        What is refused (too large, nothing that is read, no address) is among the order's
        failures. Bytes are read from the streams as they are written: at most a megabyte is in
        memory.

        Raises:
            OutputError: when it cannot be written; nothing of it stays then.
        """
        key = uuid4().hex
        place = self._new / key
        try:
            with disk.told(place):
                disk.made(place)
                order = Filling(place, self._limits).order(given, key, next(self._numbers))
                disk.write(place / "order.json", msgspec.json.encode(order))
                disk.sync_tree(place)
                place.rename(self._orders / key)
                disk.sync_folder(self._orders)
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        return order

    def folder(self, key: str) -> Path:
        """Return where an order and its files lie."""
        return self._orders / key

    def orders(self) -> tuple[Order, ...]:
        """Return what lies in the spool, in the order in which it was given."""
        found = _read(self._orders.glob("*/order.json"), _order)
        return tuple(sorted(found, key=lambda order: order.number))

    def mark(self, key: str) -> Mark:
        """Return what happened to an order so far."""
        return next(iter(_read([self._orders / key / "mark.json"], _mark)), Mark())

    def note(self, key: str, **fields: Any) -> None:
        """Write down what happened to an order that lies here; other fields stay as they were."""
        path = self._orders / key / "mark.json"
        with self._marking, disk.told(path), suppress(FileNotFoundError):  # it was worked off
            disk.write(path, msgspec.json.encode(replace(self.mark(key), **fields)))

    def results(self) -> tuple[Job, ...]:
        """Return what came of orders, in the order in which they were given."""
        found = _read(self._results.glob("*.json"), _job)
        return tuple(sorted(found, key=lambda job: job.number))

    def finish(self, job: Job, keep: bool = False) -> None:
        """Write down what came of an order; its files go, unless they are to be kept."""
        path = self._results / f"{job.id}.json"
        with disk.told(path):
            disk.write(path, msgspec.json.encode(job))
        if not keep:
            self._discard(job.id)

    def reopen(self, key: str) -> None:
        """Forget what came of an order that still lies here, and what happened to it."""
        with disk.told(self._results):
            disk.write(self._orders / key / "mark.json", msgspec.json.encode(Mark(begun=True)))
            (self._results / f"{key}.json").unlink(missing_ok=True)
            disk.sync_folder(self._results)

    def clean(self) -> None:
        """Take away half-written orders, and files that were worked off; call it before all else.

        The files of a failed order stay.
        """
        for half in self._new.iterdir():
            shutil.rmtree(half, ignore_errors=True)
        for job in self.results():
            if job.state != "failed":
                self._discard(job.id)

    def prune(self, now: str) -> set[str]:
        """Take old results away, and return whose; those of failed orders stay with their files."""
        loose = [job for job in self.results() if not self.folder(job.id).exists()]
        first = max(len(loose) - self._limits.results, 0)
        old = {
            job.id
            for place, job in enumerate(loose)
            if place < first or not _younger(job.ended_at, now)
        }
        for key in old:
            (self._results / f"{key}.json").unlink(missing_ok=True)
        return old

    def _discard(self, key: str) -> None:
        folder = self.folder(key)
        if not folder.exists():
            return
        # Renamed before it is emptied: half an order must not be found as a whole one.
        gone = self._new / key
        try:
            folder.rename(gone)
        except OSError as error:
            _log.warning("%s stays in the spool: %s", key, error)
            return
        shutil.rmtree(gone, ignore_errors=True)


def _younger(ended_at: str, now: str) -> bool:
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(ended_at) < _KEPT
    except (ValueError, TypeError):
        return False


def _read(paths: Iterable[Path], decoder: msgspec.json.Decoder[S]) -> Iterator[S]:
    """Yield what stands in files; those that are not there, or not whole, are passed over."""
    for path in paths:
        try:
            yield decoder.decode(path.read_bytes())
        except FileNotFoundError:
            continue
        except (OSError, msgspec.DecodeError) as error:
            _log.warning("%s cannot be read: %s", path, error)
