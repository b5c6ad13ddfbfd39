"""Links that are used once: an invitation makes an account, a reset gives it a new password."""

from typing import Any, Final, Literal
from uuid import uuid4

import msgspec
from msgspec import Struct
from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from whence.errors import AccountRefused, LinkRefused
from whence.model.account import Account, Role
from whence.store.accounts.audit import Act, put
from whence.store.accounts.choosing import fit
from whence.store.accounts.moments import later, whole
from whence.store.accounts.naming import folded, named, refuse_unknown
from whence.store.accounts.opaque import drawn, hashed
from whence.store.accounts.passwords import Passwords
from whence.store.accounts.rows import administrators, found, locked, log_out_all
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS, LINKS, TOKENS

INVITED: Final = 7 * 86_400
"""Seconds for which an invitation holds."""

RESET: Final = 86_400
"""Seconds for which a password reset holds."""


class Link(Struct, frozen=True, kw_only=True):
    """An open link, without its token; ``account_id`` is "" of an invitation.

    ``made_by`` is the id of the administrator who made it, "" when it was made on the library's
    own machine.
    """

    kind: Literal["invitation", "reset"]
    account_id: str
    name: str
    role: Role
    made_by: str
    made_at: str
    expires_at: str


class Links:
    """The open links of one library."""

    def __init__(self, store: SqlStore, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords

    def invite(self, name: str, role: Role, act: Act) -> str:
        """Return a token with which ``name`` can make an account; an older one holds no more.

        Raises:
            AccountRefused: when whoever acts is no administrator, or the name is none or in use.
        """
        called = named(name)
        refuse_unknown(role)
        link = _link("invitation", act, INVITED, name=called, role=role)
        with self._store.writing() as connection:
            administrators(connection, act)
            if found(connection, ACCOUNTS.c.folded == folded(called)) is not None:
                raise _taken(called)
            raw = _opened(connection, link)
            put(connection, act, "invite", called, role)
        return raw

    def reset(self, account_id: str, act: Act) -> str:
        """Return a token with which a person can set a new password; the old one holds till then.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is no administrator, or the account is not active.
        """
        with self._store.writing() as connection:
            administrators(connection, act)
            account = locked(connection, account_id)
            if not account.active:
                raise AccountRefused(f"{account.name} is not let in", "activate the account first")
            link = _link("reset", act, RESET, account.name, account.role, account_id)
            raw = _opened(connection, link)
            put(connection, act, "reset", account.name)
        return raw

    def links(self, at: str) -> tuple[Link, ...]:
        """Return the links that hold, oldest first."""
        wanted = select(LINKS).where(LINKS.c.expires_at > whole(at)).order_by(LINKS.c.made_at)
        with self._store.reading() as connection:
            return tuple(_link_of(row._mapping) for row in connection.execute(wanted))

    def look(self, raw: str, at: str) -> Link:
        """Return what a token is for, and leave it as it is.

        Raises:
            LinkRefused: when it does not hold.
        """
        with self._store.reading() as connection:
            return _held(connection, raw, at)

    def withdraw(self, name: str, act: Act) -> bool:
        """Take back the open links of a name; return whether there were any.

        Raises:
            AccountRefused: when whoever acts is no administrator.
        """
        with self._store.writing() as connection:
            administrators(connection, act)
            gone = connection.execute(delete(LINKS).where(LINKS.c.folded == folded(name)))
            if gone.rowcount:
                put(connection, act, "withdraw", name)
        return bool(gone.rowcount)

    def accept(self, raw: str, password: str, at: str, address: str = "") -> Account:
        """Use a link: make the account, or set its password, end its sessions and its tokens.

        Raises:
            LinkRefused: when it does not hold, or somebody else was faster.
            PasswordRefused: when the password is none; the link holds still.
            AccountRefused: when the name was taken meanwhile.
        """
        link = self.look(raw, at)
        kept = self._passwords.hash(fit(password, link.name))
        with self._store.writing() as connection:
            # The account comes first, as for whoever deactivates it: nobody waits in a circle.
            known = locked(connection, link.account_id) if link.kind == "reset" else None
            used = delete(LINKS).where(LINKS.c.token_sha256 == hashed(raw))
            if connection.execute(used).rowcount != 1:
                raise LinkRefused
            if known is None:
                account = _made(connection, link, kept, whole(at))
            else:
                account = _renewed(connection, known, kept)
            act = Act(by=account.id, at=at, address=address)
            put(connection, act, "accept", account.name, link.kind)
        return account


def _link(
    kind: Literal["invitation", "reset"],
    act: Act,
    seconds: int,
    name: str,
    role: Role,
    account_id: str = "",
) -> Link:
    return Link(
        kind=kind, account_id=account_id, name=name, role=role, made_by=act.by,
        made_at=whole(act.at), expires_at=later(act.at, seconds),
    )  # fmt: skip


def _opened(connection: Connection, link: Link) -> str:
    """Keep a new link, in the place of others for the same name, and return its token."""
    raw, same = drawn(), folded(link.name)
    connection.execute(delete(LINKS).where(LINKS.c.folded == same))
    connection.execute(delete(LINKS).where(LINKS.c.expires_at <= link.made_at))
    row = {"token_sha256": hashed(raw), "folded": same, **msgspec.structs.asdict(link)}
    connection.execute(insert(LINKS), row)
    return raw


def _held(connection: Connection, raw: str, at: str) -> Link:
    wanted = select(LINKS).where(LINKS.c.token_sha256 == hashed(raw))
    row = connection.execute(wanted.where(LINKS.c.expires_at > whole(at))).first()
    if row is None:
        raise LinkRefused
    return _link_of(row._mapping)


def _link_of(held: Any) -> Link:
    return msgspec.convert({name: held[name] for name in Link.__struct_fields__}, Link)


def _made(connection: Connection, link: Link, kept: str, at: str) -> Account:
    account = Account(
        id=f"person-{uuid4().hex}", name=link.name, role=link.role, active=True, created_at=at
    )
    row = {"folded": folded(link.name), "password": kept, "password_number": 1}
    try:
        connection.execute(insert(ACCOUNTS), msgspec.structs.asdict(account) | row)
    except IntegrityError as error:
        raise _taken(link.name) from error
    return account


def _renewed(connection: Connection, account: Account, kept: str) -> Account:
    if not account.active:
        raise LinkRefused
    number = ACCOUNTS.c.password_number + 1
    renewed = update(ACCOUNTS).where(ACCOUNTS.c.id == account.id)
    connection.execute(renewed.values(password=kept, password_number=number))
    log_out_all(connection, account.id)
    # Who asks for a reset may have lost the password to somebody who made themselves a token.
    connection.execute(delete(TOKENS).where(TOKENS.c.account_id == account.id))
    return account


def _taken(name: str) -> AccountRefused:
    return AccountRefused(f"there is an account called {name!r} already", "take another name")
