"""The log of what was done to accounts: rows are added, and none is ever changed."""

from typing import Final

from msgspec import Struct
from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from whence.store.accounts.moments import whole
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS, AUDIT

_LONGEST: Final = 200

MOST: Final = 1000
"""Rows that are read at a time."""


class Act(Struct, frozen=True, kw_only=True):
    """Who does something, when (ISO 8601 in UTC), and from which network address.

    ``by`` is an account's id; "" is whoever runs the program on the library's own machine, who may
    do everything, or a person who is not logged in.
    """

    by: str
    at: str
    address: str = ""


class Noted(Struct, frozen=True, kw_only=True):
    """One row of the log; ``account_id`` and ``name`` are of who acted, "" of nobody known.

    ``subject`` is the name or label that it was done to, ``outcome`` what it came to: ``ok``,
    ``refused``, the role that was given, or the kind of link that was used. ``id`` rises.
    """

    id: int
    at: str
    account_id: str
    name: str
    address: str
    action: str
    subject: str
    outcome: str


class Audit:
    """The log of one library."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def note(self, act: Act, action: str, subject: str = "", outcome: str = "ok") -> None:
        """Add a row; never give it a secret."""
        with self._store.writing() as connection:
            put(connection, act, action, subject, outcome)

    def read(self, limit: int = 100, before: int | None = None) -> tuple[Noted, ...]:
        """Return the last ``limit`` rows, at most ``MOST``, before one of an id; latest first."""
        wanted = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(max(0, min(limit, MOST)))
        if before is not None:
            wanted = wanted.where(AUDIT.c.id < max(0, min(before, 2**62)))
        with self._store.reading() as connection:
            rows = connection.execute(wanted).all()
        return tuple(Noted(**row._mapping) for row in rows)


def put(
    connection: Connection, act: Act, action: str, subject: str = "", outcome: str = "ok"
) -> None:
    """Add a row to the log in a transaction that is going on."""
    name = connection.execute(select(ACCOUNTS.c.name).where(ACCOUNTS.c.id == act.by)).scalar()
    row = {
        "at": whole(act.at), "account_id": act.by, "name": name or "",
        "address": plain(act.address), "action": action, "subject": plain(subject),
        "outcome": plain(outcome),
    }  # fmt: skip
    connection.execute(insert(AUDIT), row)


def plain(text: str) -> str:
    """Return a text that every database keeps: escapes for what cannot be printed, and an end."""
    cut = text[:_LONGEST]
    return cut if cut.isprintable() else ascii(cut)[1:-1]
