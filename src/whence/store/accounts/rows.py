"""What several parts of accounts read and change in a transaction that is going on."""

import msgspec
from sqlalchemy import ColumnElement, RowMapping, delete, or_, select
from sqlalchemy.engine import Connection

from whence.errors import AccountRefused, StoreDamaged, UnknownId
from whence.model.account import Account
from whence.store.accounts.audit import Act
from whence.store.tables import ACCOUNTS, LINKS, SESSIONS

COLUMNS = tuple(ACCOUNTS.c[name] for name in Account.__struct_fields__)
"""What an ``Account`` is made of."""


def account_of(row: RowMapping) -> Account:
    """Return the account of a row that has ``COLUMNS`` among others.

    Raises:
        StoreDamaged: when a value is none that an account can have.
    """
    held = dict(zip(Account.__struct_fields__, (row[column] for column in COLUMNS), strict=True))
    try:
        return msgspec.convert(held, Account)
    except msgspec.ValidationError as error:
        raise StoreDamaged("the library", f"an account in it is none ({error})") from error


def found(connection: Connection, which: ColumnElement[bool]) -> Account | None:
    """Return the account that fits, if there is one."""
    row = connection.execute(select(*COLUMNS).where(which)).mappings().first()
    return None if row is None else account_of(row)


def locked(connection: Connection, account_id: str) -> Account:
    """Return an account that nobody else changes until the transaction ends.

    Raises:
        UnknownId: when there is none.
    """
    # SQLite has one writer at a time; PostgreSQL is told which rows are waited for.
    wanted = select(*COLUMNS).where(ACCOUNTS.c.id == account_id).with_for_update()
    row = connection.execute(wanted).mappings().first() if account_id.isprintable() else None
    if row is None:
        raise UnknownId(f"no account has the id {account_id!r}", "the list of people shows the ids")
    return account_of(row)


def administrators(connection: Connection, act: Act) -> frozenset[str]:
    """Return the ids of the active administrators, none of whom changes meanwhile.

    Raises:
        AccountRefused: when whoever acts is none of them.
    """
    wanted = select(ACCOUNTS.c.id).where(ACCOUNTS.c.role == "admin", ACCOUNTS.c.active.is_(True))
    # In one order, so that two who wait for each other's rows cannot be.
    rows = connection.execute(wanted.order_by(ACCOUNTS.c.id).with_for_update())
    ids = frozenset(rows.scalars())
    if act.by and act.by not in ids:
        raise AccountRefused("only an administrator may do this")
    return ids


def log_out_all(connection: Connection, account_id: str, but: str = "") -> None:
    """End a person's sessions, all but the one with that id."""
    ended = delete(SESSIONS).where(SESSIONS.c.account_id == account_id, SESSIONS.c.id != but)
    connection.execute(ended)


def void_links(connection: Connection, account_id: str) -> None:
    """Take back what a person has invited or reset, and the reset of their own password."""
    by_them = or_(LINKS.c.made_by == account_id, LINKS.c.account_id == account_id)
    connection.execute(delete(LINKS).where(by_them))
