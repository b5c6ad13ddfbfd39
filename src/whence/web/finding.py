"""Full-text search as the pages ask for it: the index brought up to date on the way."""

from threading import Lock
from typing import Final

from whence.errors import StoreReadOnly
from whence.store.fulltext.search import Found, Search, catch_up, index_of, search
from whence.web.desk import Desk

_indexing: Final = Lock()
"""One request at a time brings the index up to date; others look in what is there."""


def looked_up(desk: Desk, wanted: Search) -> Found:
    """Return what a search finds; what is not indexed yet is told, where another is at it.

    Raises:
        BadQuery: when nothing can be looked for.
        StoreError: when the library cannot be read.
    """
    index = index_of(desk.store)
    if _indexing.acquire(blocking=False):
        try:
            catch_up(desk.store, index)
        except StoreReadOnly:
            pass  # what is indexed is found; the rest is told
        finally:
            _indexing.release()
    return search(desk.store, index, wanted)
