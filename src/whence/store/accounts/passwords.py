"""Passwords as the library keeps them: argon2id hashes (RFC 9106)."""

from secrets import token_urlsafe
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from whence.store.accounts.choosing import LONGEST, normal

AT_ONCE: Final = 4
"""Hashes made at the same time: each takes 64 MiB, and anybody may ask for one."""


class Passwords:
    """Hashes passwords and compares them; ``hasher`` is argon2-cffi's, RFC 9106's second choice."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(AT_ONCE)
        # What an unknown name's password is compared with, so that it takes as long as another's.
        self._nobody = self._hasher.hash(token_urlsafe())

    def hash(self, password: str) -> str:
        """Return the hash of a password that is fit, with its salt and parameters."""
        with self._turns:
            return self._hasher.hash(_bytes(password))

    def agrees(self, password: str, kept: str | None) -> bool:
        """Tell whether a password is the one that was kept; with None as slowly, and never."""
        with self._turns:
            try:
                self._hasher.verify(self._nobody if kept is None else kept, _bytes(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    def anew(self, password: str, kept: str) -> str | None:
        """Return a new hash when the one kept was made with other parameters than today's."""
        return self.hash(password) if self._hasher.check_needs_rehash(kept) else None


def _bytes(password: str) -> bytes:
    # No password is that long: what is compared is another one then, and no work is made by it.
    short = "" if len(password) > LONGEST else normal(password)
    return short.encode("utf-8", "surrogatepass")
