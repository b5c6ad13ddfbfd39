"""Random tokens, shown once: the library keeps a hash alone, which is of no use to a thief."""

from hashlib import sha256
from hmac import new
from secrets import token_urlsafe
from typing import Final

_BYTES: Final = 32
"""256 bits: nobody guesses one, so a fast hash without salt hides it well enough."""


def drawn(prefix: str = "") -> str:
    """Return a new token, in characters that an address may have."""
    return prefix + token_urlsafe(_BYTES)


def hashed(raw: str) -> str:
    """Return the SHA-256 of a token in hexadecimal, under which it is kept."""
    return sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def derived(raw: str, purpose: str) -> str:
    """Return a secret that goes with a token: whoever reads the library cannot make it."""
    return new(raw.encode("utf-8", "surrogatepass"), purpose.encode(), sha256).hexdigest()
