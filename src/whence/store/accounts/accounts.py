"""The accounts of a library, all parts of them together."""

from dataclasses import dataclass

from argon2 import PasswordHasher

from whence.store.accounts.audit import Audit
from whence.store.accounts.links import Links
from whence.store.accounts.passwords import Passwords
from whence.store.accounts.people import People
from whence.store.accounts.seen import Seen
from whence.store.accounts.sessions import Sessions
from whence.store.accounts.tokens import Tokens
from whence.store.sql import SqlStore


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """Who may come into a library, and what they did there.

    Every change is one transaction, and holds whoever else changes something at the same time.
    Any call may raise a ``StoreError``, and ValueError where a time is none.
    """

    people: People
    links: Links
    sessions: Sessions
    tokens: Tokens
    audit: Audit
    seen: Seen


def accounts_of(store: SqlStore, hasher: PasswordHasher | None = None) -> Accounts:
    """Return the accounts in a library's database; made once, as it takes a hash to make them.

    ``hasher`` is argon2-cffi's own (RFC 9106's second choice: 64 MiB) unless another one is given.
    """
    passwords = Passwords(hasher)
    return Accounts(
        people=People(store),
        links=Links(store, passwords),
        sessions=Sessions(store, passwords),
        tokens=Tokens(store),
        audit=Audit(store),
        seen=Seen(store),
    )
