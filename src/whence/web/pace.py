"""How much one person, or one address, may ask to be done: kept in memory, gone with a restart."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock
from time import monotonic
from typing import Final

from whence.store.accounts.tries import network

_KNOWN: Final = 10_000
"""Keys kept: those that came last."""


class Pace:
    """Lets each key do ``most`` things at once, and ``most`` in ``seconds`` from then on.

    ``clock`` gives seconds from anywhere. May be used from any thread.
    """

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most = float(most)
        self._rate = most / seconds
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str) -> int:
        """Count one thing more and return 0, or the seconds until it may be done."""
        with self._lock:
            now = self._clock()
            left, then = self._left.pop(key, (self._most, now))
            left = min(self._most, left + (now - then) * self._rate)
            wait = 0 if left >= 1 else ceil((1 - left) / self._rate)
            self._left[key] = (left - 1 if not wait else left, now)
            while len(self._left) > _KNOWN:
                self._left.popitem(last=False)
        return wait


@dataclass(frozen=True, kw_only=True)
class Paces:
    """The bounds of a team's workbench: ``changes`` are all that is sent, ``orders`` reading jobs.

    A stranger counts by the network address.
    """

    strangers: Pace = field(default_factory=lambda: Pace(60, 60))
    changes: Pace = field(default_factory=lambda: Pace(120, 60))
    orders: Pace = field(default_factory=lambda: Pace(60, 3600))

    def wait(self, account_id: str, address: str, *, order: bool = False) -> int:
        """Count something that is sent and return 0, or the seconds until it may be."""
        if not account_id:
            return self.strangers.wait(network(address))
        wait = self.changes.wait(account_id)
        return wait or (self.orders.wait(account_id) if order else 0)
