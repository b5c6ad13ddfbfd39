"""A team of invented people, and threads that do something at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from argon2 import PasswordHasher
from sqlalchemy import select

from whence.model.account import Account, Role
from whence.store.accounts.accounts import Accounts, accounts_of
from whence.store.accounts.audit import Act
from whence.store.accounts.moments import later
from whence.store.sql import SqlStore
from whence.store.tables import METADATA

T = TypeVar("T")

AT = "2031-03-08T09:00:00+00:00"
HOUR = 3600.0
DAY = 24 * HOUR

PASSWORD = "quay lantern eleven otters"  # noqa: S105 - an invented one
ANOTHER = "thirty kettles by the weir"

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""A real argon2id, with so little work that hundreds of tests can ask for it."""


def at(seconds: float) -> str:
    """Return the moment so many seconds after the tests begin."""
    return later(AT, seconds)


def by(account: Account | None = None, seconds: float = 0) -> Act:
    """Return an act of a person, or of the library's own machine."""
    return Act(by=account.id if account else "", at=at(seconds), address="192.0.2.7")


def cheap(store: SqlStore) -> Accounts:
    """Return the accounts of a library, with cheap hashes."""
    return accounts_of(store, CHEAP)


def joined(accounts: Accounts, name: str, role: Role = "analyst") -> Account:
    """Invite somebody, who accepts."""
    return accounts.links.accept(accounts.links.invite(name, role, by()), PASSWORD, AT)


def logged_in(accounts: Accounts, name: str, seconds: float = 0) -> str:
    """Return the token of a new session of a person."""
    raw, _ = accounts.sessions.log_in(name, PASSWORD, "192.0.2.7", at(seconds))
    return raw


def actions(accounts: Accounts) -> list[tuple[str, str, str, str]]:
    """Return name, action, subject and outcome of the log's rows, oldest first."""
    rows = reversed(accounts.audit.read())
    return [(row.name, row.action, row.subject, row.outcome) for row in rows]


def at_once(*calls: Callable[[], T]) -> Sequence[T | Exception]:
    """Make calls in threads that start together, and return what each gave or raised."""
    barrier = Barrier(len(calls))

    def made(call: Callable[[], T]) -> T | Exception:
        barrier.wait()
        try:
            return call()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(made, calls))


def everything(store: SqlStore) -> str:
    """Return all that the tables of accounts hold, as one text."""
    kept = [table for name, table in METADATA.tables.items() if name.startswith("account")]
    assert len(kept) == 7
    with store.reading() as connection:
        return repr([connection.execute(select(table)).all() for table in kept])
