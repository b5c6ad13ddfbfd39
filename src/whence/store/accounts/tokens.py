"""Tokens with which programs come in: of one person, for a time, with no more than a role."""

from contextlib import suppress
from typing import Final
from uuid import uuid4

import msgspec
from msgspec import Struct
from sqlalchemy import delete, insert, or_, select, update

from whence.errors import AccountRefused, StoreError, UnknownId
from whence.model.account import Account, Role, lesser
from whence.store.accounts.audit import Act, put
from whence.store.accounts.moments import later, since, whole
from whence.store.accounts.naming import named, refuse_unknown
from whence.store.accounts.opaque import drawn, hashed
from whence.store.accounts.rows import COLUMNS, account_of, administrators, locked
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS, TOKENS

PREFIX: Final = "whence_"
"""What every token begins with, so that scanners find one in the wrong place."""

LONGEST: Final = 366
"""Days for which a token may hold."""

_SLIDE: Final = 60


class ApiToken(Struct, frozen=True, kw_only=True):
    """A token without its secret; ``last_used_at`` is right to the minute."""

    id: str
    account_id: str
    label: str
    role_cap: Role
    created_at: str
    expires_at: str
    last_used_at: str | None


class Tokens:
    """The tokens of one library."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def issue(self, account_id: str, label: str, role_cap: Role, days: int, act: Act) -> str:
        """Return a new token of a person, shown this once.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is not that person, the account is not active, or
                label, role or days are none.
        """
        called = named(label, "label for a token")
        refuse_unknown(role_cap)
        if not 1 <= days <= LONGEST:
            raise AccountRefused(f"a token holds for 1 to {LONGEST} days", "give another number")
        if act.by not in ("", account_id):
            raise AccountRefused("nobody has a token of somebody else")
        token = ApiToken(
            id=f"token-{uuid4().hex}", account_id=account_id, label=called, role_cap=role_cap,
            created_at=whole(act.at), expires_at=later(act.at, days * 86_400), last_used_at=None,
        )  # fmt: skip
        raw = drawn(PREFIX)
        with self._store.writing() as connection:
            if not locked(connection, account_id).active:
                raise AccountRefused("an account that is not active has no tokens")
            row = {"token_sha256": hashed(raw), **msgspec.structs.asdict(token)}
            connection.execute(insert(TOKENS), row)
            put(connection, act, "token", called, role_cap)
        return raw

    def bearer(self, raw: str, at: str) -> Account | None:
        """Return whose token it is, with no more than its role; None when it does not hold."""
        columns = (TOKENS.c.id.label("token_id"), TOKENS.c.role_cap, TOKENS.c.last_used_at)
        wanted = (
            select(*columns, *COLUMNS)
            .join(ACCOUNTS, ACCOUNTS.c.id == TOKENS.c.account_id)
            .where(TOKENS.c.token_sha256 == hashed(raw), TOKENS.c.expires_at > whole(at))
        )
        with self._store.reading() as connection:
            active = wanted.where(ACCOUNTS.c.active.is_(True))
            row = connection.execute(active).mappings().first()
        if row is None:
            return None
        used = row["last_used_at"]
        if used is None or since(used, at) >= _SLIDE:
            self._used(row["token_id"], whole(at))
        account = account_of(row)
        return msgspec.structs.replace(account, role=lesser(account.role, row["role_cap"]))

    def list(self, account_id: str) -> tuple[ApiToken, ...]:
        """Return the tokens of a person, the latest first; those that have run out too."""
        wanted = select(TOKENS).where(TOKENS.c.account_id == account_id)
        with self._store.reading() as connection:
            rows = connection.execute(wanted.order_by(TOKENS.c.created_at.desc())).all()
        names = ApiToken.__struct_fields__
        return tuple(msgspec.convert({n: row._mapping[n] for n in names}, ApiToken) for row in rows)

    def revoke(self, token_id: str, act: Act) -> None:
        """Let a token in no more.

        Raises:
            UnknownId: when there is no such token.
            AccountRefused: when whoever acts is neither its owner nor an administrator.
        """
        own = TOKENS.c.id == token_id
        with self._store.writing() as connection:
            wanted = select(TOKENS.c.account_id, TOKENS.c.label).where(own)
            row = connection.execute(wanted).first() if token_id.isprintable() else None
            if row is None:
                raise UnknownId(f"no token has the id {token_id!r}", "the list shows the ids")
            if act.by != row.account_id:
                administrators(connection, act)
            connection.execute(delete(TOKENS).where(own))
            put(connection, act, "revoke", row.label)

    def _used(self, token_id: str, at: str) -> None:
        fresh = or_(TOKENS.c.last_used_at.is_(None), TOKENS.c.last_used_at < at)
        used = update(TOKENS).where(TOKENS.c.id == token_id, fresh).values(last_used_at=at)
        # Who may look must not be kept out by a full disk, or by somebody's long write.
        with suppress(StoreError), self._store.writing() as connection:
            connection.execute(used)
