"""Libraries by their address: a file's path, or what begins with ``postgresql://``."""

from collections.abc import Sequence
from pathlib import Path

from whence.model.ledger import Comment, Opened
from whence.store.ledger import Ledger, decoded, new_case
from whence.store.postgres import open_postgres
from whence.store.protocol import Store
from whence.store.sealing import Draft, faults
from whence.store.sql import SqlStore
from whence.store.sqlite import open_sqlite

AT = "2024-05-06T07:08:09Z"


def opened(address: str) -> SqlStore:
    """Open a library, in whatever process this is; the caller closes it."""
    return open_postgres(address) if "://" in address else open_sqlite(Path(address))


def comment(text: str, at: str = AT, author: str = "Ana") -> Draft:
    """Return the least that can be appended."""
    return Draft(kind="comment", author=author, at=at, payload=Comment(text=text))


def case(store: Store, name: str = "bridge") -> Ledger:
    """Open a new case in a library."""
    return new_case(store, Opened(name=name, question="Who blew it up?"), "Ana", AT)


def texts(ledger: Ledger) -> list[str]:
    """Return the comments of a case, in order."""
    found = ledger.read(kinds={"comment"})
    said = (decoded(sealed) for sealed in found)
    return [one.text for one in said if isinstance(one, Comment)]


def wrong(ledger: Ledger) -> Sequence[str]:
    """Return everything that does not fit in a case's chain, up to its head."""
    found: list[str] = []
    before = None
    for sealed in ledger.read():
        found += [f"#{sealed.entry.seq}: {fault}" for fault in faults(sealed, before)]
        before = sealed.entry
    head = ledger.head()
    if before is None or (before.seq, before.hash, before.at) != (head.seq, head.hash, head.at):
        found.append("the chain does not end at the head")
    return found


def library(path: Path) -> Path:
    """Make a library of one case with one comment."""
    store = open_sqlite(path)
    case(store).append([comment("kept")])
    store.close()
    return path
