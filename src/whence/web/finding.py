"""Full-text search as the pages ask for it: the index brought up to date on the way."""

from collections.abc import Iterable
from threading import Lock
from typing import Final

import msgspec

from whence.errors import StoreReadOnly
from whence.model.document import Document
from whence.store.fulltext.search import Found, Hit, Search, catch_up, index_of, search
from whence.store.ledger import decoded
from whence.web.desk import Desk

_DOCUMENTS: Final = frozenset({"document"})

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


def outlets(desk: Desk, hits: Iterable[Hit]) -> dict[tuple[str, str], str]:
    """Return what the documents of hits are called, by case and document."""
    wanted = {(hit.case_id, hit.document_id) for hit in hits if hit.document_id}
    found = {}
    for case_id in {case_id for case_id, _ in wanted}:
        for sealed in desk.store.read(case_id, kinds=_DOCUMENTS):
            try:
                said = decoded(sealed)
            except msgspec.DecodeError:
                continue  # the search finds nothing in it either
            if isinstance(said, Document) and (case_id, said.id) in wanted:
                found[case_id, said.id] = said.name
    return found
