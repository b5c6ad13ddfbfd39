"""Memory that is given back: what a page took must not stay with the thread that made it."""

import ctypes
from typing import Final

_ARENA_MAX: Final = -8
_TRIM_THRESHOLD: Final = -1
_ARENAS: Final = 2
_KEPT: Final = 1_000_000
"""Bytes that may stay free at the end of the heap."""


def frugal() -> bool:
    """Have the C library share its heaps among threads and give back what is free.

    Left to itself glibc keeps up to eight heaps a core, each as large as the largest page that a
    thread of it ever made: three times the memory for a busy server. Returns whether it could be
    done; other C libraries than glibc have no need of it.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return False
    return all((mallopt(_ARENA_MAX, _ARENAS), mallopt(_TRIM_THRESHOLD, _KEPT)))
