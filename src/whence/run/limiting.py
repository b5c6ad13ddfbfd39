"""A limit on the processor time that one document takes, so that none holds all others up.

Only what Python does is interrupted: the limit acts between two of its steps and within a search by
a regular expression. One call into a C library that never comes back is not; for that a process
would have to be killed, and what it has in hand be done again.
"""

import signal
import sys
from collections.abc import Callable
from threading import current_thread, main_thread
from types import FrameType
from typing import Final, TypeVar

T = TypeVar("T")

_AGAIN: Final = 1.0
"""Seconds until it is interrupted again: a first time may be lost where Python passes over it."""


class OutOfTime(BaseException):
    """A document took too long. No ``Exception``: nobody on the way may take it for his own."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what the work gives, unless it takes more than ``seconds``; 0: no limit.

    They are of processor time, so that a machine that is busy, or was asleep, changes nothing.
    There is no limit on Windows and outside the main thread of a process, where none can be set.

    Raises:
        OutOfTime: when the time is over.
    """
    if sys.platform == "win32" or not seconds or current_thread() is not main_thread():
        return work()
    signal.signal(signal.SIGPROF, _over)
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            return work()
        finally:
            _rest()
    except OutOfTime:
        _rest()  # it may have come before the first rest began
        raise


def _over(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime


def _rest() -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)
        # Not the default: a signal still on its way would end the process.
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
