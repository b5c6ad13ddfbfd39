"""The people of a team: who they are, what they may do, whether they are let in."""

from sqlalchemy import select, update

from whence.errors import AccountRefused
from whence.model.account import Account, Role
from whence.store.accounts.audit import Act, put
from whence.store.accounts.naming import folded, refuse_unknown
from whence.store.accounts.rows import (
    COLUMNS,
    account_of,
    administrators,
    found,
    locked,
    log_out_all,
    void_links,
)
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS


class People:
    """The accounts of one library."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def people(self) -> tuple[Account, ...]:
        """Return every account, in the order of the names; those no longer let in too."""
        with self._store.reading() as connection:
            rows = connection.execute(select(*COLUMNS).order_by(ACCOUNTS.c.folded)).mappings()
            return tuple(account_of(row) for row in rows)

    def account(self, account_id: str) -> Account | None:
        """Return the account with an id, None when there is none."""
        if not account_id.isprintable():
            return None
        with self._store.reading() as connection:
            return found(connection, ACCOUNTS.c.id == account_id)

    def named(self, name: str) -> Account | None:
        """Return the account with a name, written in whatever case, None when there is none."""
        with self._store.reading() as connection:
            return found(connection, ACCOUNTS.c.folded == folded(name))

    def set_role(self, account_id: str, role: Role, act: Act) -> Account:
        """Give a person another role; they are logged out, and links that they made are void.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is no administrator, or nobody would be one after.
        """
        refuse_unknown(role)
        with self._store.writing() as connection:
            admins = administrators(connection, act)
            before = locked(connection, account_id)
            if before.role == role:
                return before
            _keep_one(admins, account_id)
            connection.execute(
                update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(role=role)
            )
            log_out_all(connection, account_id)
            void_links(connection, account_id)
            put(connection, act, "role", before.name, role)
            return locked(connection, account_id)

    def deactivate(self, account_id: str, act: Act) -> Account:
        """Let a person in no more, by password, session, token or link.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is no administrator, or nobody would be one after.
        """
        return self._switch(account_id, act, active=False)

    def activate(self, account_id: str, act: Act) -> Account:
        """Let a person in again, with the role and password that they had.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is no administrator.
        """
        return self._switch(account_id, act, active=True)

    def _switch(self, account_id: str, act: Act, *, active: bool) -> Account:
        with self._store.writing() as connection:
            admins = administrators(connection, act)
            before = locked(connection, account_id)
            if before.active == active:
                return before
            _keep_one(admins, account_id)
            changed = update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(active=active)
            connection.execute(changed)
            log_out_all(connection, account_id)
            void_links(connection, account_id)
            put(connection, act, "activate" if active else "deactivate", before.name)
            return locked(connection, account_id)


def _keep_one(admins: frozenset[str], account_id: str) -> None:
    if admins == {account_id}:
        hint = "make somebody else an administrator first"
        raise AccountRefused("the last active administrator must stay one", hint)
