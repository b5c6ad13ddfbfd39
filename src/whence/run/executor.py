"""Work spread over processes, with results in the order of the inputs."""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE = 32
"""Fewer items than this are worked on here: a new process costs more than it saves."""

AHEAD = 16
"""Items in hand for each process: bounds the memory, whatever the number of inputs."""


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield ``work(item)`` for every item, in their order, whatever the number of processes.

    Items are taken as they are needed. With ``jobs`` over 1, ``work`` and the items cross a
    process boundary: they must pickle.
    """
    waiting = iter(items)
    if jobs == 1:
        yield from map(work, waiting)
        return
    batch = list(islice(waiting, WORTHWHILE))
    if len(batch) < WORTHWHILE:
        yield from map(work, batch)
        return
    # "spawn" starts clean everywhere: a forked child would inherit the locks of our threads.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        while batch:
            with interrupts_held():
                results = pool.map(work, batch, chunksize=max(1, len(batch) // (4 * jobs)))
            yield from results
            batch = list(islice(waiting, AHEAD * jobs))


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes are started: they inherit that and never answer it.

    A terminal sends it to every process; only this one is to answer, without their tracebacks.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
