"""Who is logged in: a random token in the browser, its hash in the library (OWASP ASVS, V3)."""

from contextlib import suppress
from typing import Final
from uuid import uuid4

from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, Select, and_, delete, insert, select, update
from sqlalchemy.engine import Connection

from whence.errors import LoginRefused, StoreError
from whence.model.account import Account
from whence.store.accounts.audit import Act, plain, put
from whence.store.accounts.choosing import fit
from whence.store.accounts.moments import later, since, whole
from whence.store.accounts.opaque import derived, drawn, hashed
from whence.store.accounts.passwords import Passwords
from whence.store.accounts.proving import Proving, confirmed
from whence.store.accounts.rows import (
    COLUMNS,
    account_of,
    administrators,
    locked,
    log_out_all,
)
from whence.store.accounts.tries import forget
from whence.store.sql import SqlStore
from whence.store.tables import ACCOUNTS, SESSIONS

IDLE: Final = 12 * 3600
"""Seconds without a request after which a session ends."""

ABSOLUTE: Final = 7 * 86_400
"""Seconds after which a session ends, whatever is done in it."""

SLIDE: Final = 60
"""Seconds after which a session is noted as heard of again: not every request is a write."""

_OVER: Final = "the session is over"
_HINT: Final = "log in again"


class Session(Struct, frozen=True, kw_only=True):
    """A person who is logged in, with the role that they have now.

    ``csrf`` is a secret that forms carry, another one for every token; "" in lists. Times are ISO
    8601 in UTC, ``address`` is the one from which it began.
    """

    id: str
    account: Account
    csrf: str
    address: str
    began_at: str
    seen_at: str


class Sessions:
    """The sessions of one library."""

    def __init__(self, store: SqlStore, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords
        self._proving = Proving(store, passwords)

    def log_in(self, name: str, password: str, address: str, at: str) -> tuple[str, Session]:
        """Return a new session with its token, which is shown this once.

        Raises:
            LoginRefused: when name and password do not fit, or the account is not active.
            TooManyTries: when it must be waited first.
        """
        stranger = Act(by="", at=at, address=address)
        proved = self._proving.proved(name, password, stranger, "login")
        raw, account = drawn(), proved.account
        began = {"address": plain(address), "began_at": whole(at), "seen_at": whole(at)}
        row = {"id": f"session-{uuid4().hex}", "account_id": account.id, **began}
        with self._store.writing() as connection:
            # Meanwhile the password may have been set anew, to keep out who knew the old one.
            held = confirmed(connection, proved)
            if held:
                connection.execute(insert(SESSIONS), row | {"token_sha256": hashed(raw)})
                put(connection, Act(by=account.id, at=at, address=address), "login", account.name)
        if not held:
            self._proving.refuse(stranger, "login", account)
        self._tidy(at)
        found = self.session(raw, at)
        if found is None:
            raise LoginRefused(_OVER, _HINT)
        return raw, found

    def session(self, raw: str, at: str) -> Session | None:
        """Return the session of a token, None when it is over; it lasts on from here."""
        with self._store.reading() as connection:
            row = _row(connection, raw, at)
        if row is None:
            return None
        if since(row["seen_at"], at) >= SLIDE:
            # Who may look must not be kept out by a full disk, or by somebody's long write.
            with suppress(StoreError), self._store.writing() as connection:
                seen = update(SESSIONS).where(SESSIONS.c.id == row["session_id"])
                later_on = seen.where(SESSIONS.c.seen_at < whole(at))
                connection.execute(later_on.values(seen_at=whole(at)))
        return _session(row, derived(raw, "csrf"))

    def sessions(self, account_id: str, at: str) -> tuple[Session, ...]:
        """Return the sessions of a person that are not over, the latest first."""
        with self._store.reading() as connection:
            wanted = _joined().where(SESSIONS.c.account_id == account_id, _alive(at))
            rows = connection.execute(wanted.order_by(SESSIONS.c.began_at.desc())).mappings()
            return tuple(_session(row, "") for row in rows)

    def change_password(self, raw: str, old: str, new: str, at: str, address: str = "") -> str:
        """Set the password of whoever is logged in, end their other sessions, and rotate this one.

        The new token of the session is returned; its old one is of no more use.

        Raises:
            LoginRefused: when the old password is wrong, or the session is over.
            PasswordRefused: when the new one is none.
            TooManyTries: when it must be waited first.
        """
        session = self.session(raw, at)
        if session is None:
            raise LoginRefused(_OVER, _HINT)
        account = session.account
        act = Act(by=account.id, at=at, address=address)
        fitting = fit(new, account.name)
        proved = self._proving.proved(account.name, old, act, "password")
        kept = self._passwords.hash(fitting)
        with self._store.writing() as connection:
            if not confirmed(connection, proved):
                raise LoginRefused
            number = ACCOUNTS.c.password_number + 1
            changed = update(ACCOUNTS).where(ACCOUNTS.c.id == account.id)
            connection.execute(changed.values(password=kept, password_number=number))
            log_out_all(connection, account.id, but=session.id)
            put(connection, act, "password", account.name)
            return _rotated(connection, raw, at)

    def confirm(self, raw: str, password: str, at: str, address: str = "") -> None:
        """Make sure that whoever is logged in is there: before what is not lightly undone.

        Raises:
            LoginRefused: when the password is wrong, or the session is over.
            TooManyTries: when it must be waited first.
        """
        session = self.session(raw, at)
        if session is None:
            raise LoginRefused(_OVER, _HINT)
        act = Act(by=session.account.id, at=at, address=address)
        proved = self._proving.proved(session.account.name, password, act, "confirm")
        with self._store.writing() as connection:
            held = confirmed(connection, proved)
        if not held:
            raise LoginRefused

    def log_out(self, raw: str, at: str, address: str = "") -> None:
        """End the session of a token; nothing is done when it is over already."""
        with self._store.writing() as connection:
            row = _row(connection, raw, at)
            ended = delete(SESSIONS).where(SESSIONS.c.token_sha256 == hashed(raw))
            if connection.execute(ended).rowcount and row is not None:
                act = Act(by=row["account_id"], at=at, address=address)
                put(connection, act, "logout", account_of(row).name)

    def end(self, session_id: str, account_id: str, act: Act) -> bool:
        """End one session of a person; return whether it was there.

        Raises:
            AccountRefused: when whoever acts is neither that person nor an administrator.
        """
        if not session_id.isprintable():
            return False
        with self._store.writing() as connection:
            account = _theirs(connection, account_id, act)
            own = and_(SESSIONS.c.id == session_id, SESSIONS.c.account_id == account_id)
            gone = connection.execute(delete(SESSIONS).where(own)).rowcount == 1
            if gone:
                put(connection, act, "logout", account.name)
            return gone

    def log_out_everywhere(self, account_id: str, act: Act) -> None:
        """End all sessions of a person.

        Raises:
            UnknownId: when there is no such account.
            AccountRefused: when whoever acts is neither that person nor an administrator.
        """
        with self._store.writing() as connection:
            account = _theirs(connection, account_id, act)
            log_out_all(connection, account_id)
            put(connection, act, "logout_everywhere", account.name)

    def _tidy(self, at: str) -> None:
        with self._store.writing() as connection:
            forget(connection, at)
            over = select(SESSIONS.c.id).where(~_alive(at)).with_for_update(skip_locked=True)
            connection.execute(delete(SESSIONS).where(SESSIONS.c.id.in_(over)))


def _theirs(connection: Connection, account_id: str, act: Act) -> Account:
    if act.by != account_id:
        administrators(connection, act)
    return locked(connection, account_id)


def _alive(at: str) -> ColumnElement[bool]:
    began = SESSIONS.c.began_at > later(at, -ABSOLUTE)
    return and_(began, SESSIONS.c.seen_at > later(at, -IDLE))


def _joined() -> "Select[tuple[object, ...]]":
    columns = (
        SESSIONS.c.id.label("session_id"),
        SESSIONS.c.account_id,
        SESSIONS.c.address,
        SESSIONS.c.began_at,
        SESSIONS.c.seen_at,
    )
    return select(*columns, *COLUMNS).join(ACCOUNTS, ACCOUNTS.c.id == SESSIONS.c.account_id)


def _row(connection: Connection, raw: str, at: str) -> RowMapping | None:
    wanted = _joined().where(
        SESSIONS.c.token_sha256 == hashed(raw), _alive(at), ACCOUNTS.c.active.is_(True)
    )
    return connection.execute(wanted).mappings().first()


def _session(row: RowMapping, csrf: str) -> Session:
    return Session(
        id=row["session_id"], account=account_of(row), csrf=csrf, address=row["address"],
        began_at=row["began_at"], seen_at=row["seen_at"],
    )  # fmt: skip


def _rotated(connection: Connection, raw: str, at: str) -> str:
    """Return a new token for a session; the old one is none any more."""
    new = drawn()
    same = and_(SESSIONS.c.token_sha256 == hashed(raw), _alive(at))
    values = {"token_sha256": hashed(new), "seen_at": whole(at)}
    if connection.execute(update(SESSIONS).where(same).values(values)).rowcount != 1:
        raise LoginRefused(_OVER, _HINT)
    return new
