"""Whether a name and a password fit: slowly, so many times, and the same for names unknown."""

from typing import NoReturn

from msgspec import Struct
from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from whence.errors import LoginRefused, TooManyTries
from whence.model.account import Account
from whence.store.accounts.audit import Act, put
from whence.store.accounts.naming import folded
from whence.store.accounts.passwords import Passwords
from whence.store.accounts.rows import COLUMNS, account_of
from whence.store.accounts.tries import begun, keys_of, succeeded
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS


class Proved(Struct, frozen=True, kw_only=True):
    """A person who gave the right password; ``number`` is the one that the password had then."""

    account: Account
    keys: tuple[str, ...]
    number: int
    kept: str
    renewed: str | None


class Proving:
    """Compares passwords for one library."""

    def __init__(self, store: SqlStore, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords

    def proved(self, name: str, password: str, act: Act, action: str) -> Proved:
        """Return whose name and password these are.

        Raises:
            TooManyTries: when it must be waited; nothing was looked at.
            LoginRefused: when they do not fit, or the account is not active.
        """
        same = folded(name)
        keys = keys_of(same or name, act.address)
        with self._store.writing() as connection:
            wait = begun(connection, keys, act.at)
        if wait:
            raise TooManyTries(wait)
        wanted = select(*COLUMNS, ACCOUNTS.c.password, ACCOUNTS.c.password_number)
        with self._store.reading() as connection:
            row = connection.execute(wanted.where(ACCOUNTS.c.folded == same)).mappings().first()
        account = None if row is None else account_of(row)
        agrees = self._passwords.agrees(password, None if row is None else row["password"])
        if row is None or account is None or not agrees or not account.active:
            self.refuse(act, action, account)
        return Proved(
            account=account, keys=keys, number=row["password_number"], kept=row["password"],
            renewed=self._passwords.anew(password, row["password"]),
        )  # fmt: skip

    def refuse(self, act: Act, action: str, account: Account | None) -> NoReturn:
        """Note that somebody was not let in, and raise LoginRefused.

        A name that nobody has is left out: it may be a password, typed in the wrong field.
        """
        with self._store.writing() as connection:
            put(connection, act, action, account.name if account else "", "refused")
        raise LoginRefused


def confirmed(connection: Connection, proved: Proved) -> bool:
    """Tell whether what was proved holds still, and forgive the failures before it if so."""
    wanted = select(ACCOUNTS.c.active, ACCOUNTS.c.password_number)
    own = ACCOUNTS.c.id == proved.account.id
    row = connection.execute(wanted.where(own).with_for_update()).one()
    if not row.active or row.password_number != proved.number:
        return False
    if proved.renewed is not None:
        same = update(ACCOUNTS).where(own, ACCOUNTS.c.password == proved.kept)
        connection.execute(same.values(password=proved.renewed))
    succeeded(connection, proved.keys)
    return True
