"""Proof that a form was sent from one of our own pages (CSRF)."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import urlsplit

FIELD = "csrf"
HEADER = "x-csrf-token"
_BYTES = 32


def fresh() -> str:
    """Return a new secret that nobody can guess."""
    return secrets.token_urlsafe(_BYTES)


def token(secret: str) -> str:
    """Return a token for a secret, another one each time.

    Masked, so that the length of compressed pages tells nothing of it (BREACH).
    """
    mask = secrets.token_bytes(_BYTES)
    return urlsafe_b64encode(mask + _mixed(mask, secret)).decode()


def proves(given: str, secret: str) -> bool:
    """Tell whether a token was made for this secret."""
    try:
        raw = urlsafe_b64decode(given.encode())
    except ValueError:
        return False
    mask, mixed = raw[:_BYTES], raw[_BYTES:]
    return bool(secret) and len(mask) == _BYTES and compare_digest(mixed, _mixed(mask, secret))


def elsewhere(headers: Mapping[str, str]) -> bool:
    """Tell whether a browser says that another site's page has it send this.

    Older browsers have no word for the site, but name the origin. Theirs is "null" on our own pages
    too, which tell no referrer, so that "null" says nothing.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin", "null")
    return origin != "null" and _host(origin) != _host(f"//{headers.get('host', '')}")


def _host(address: str) -> str:
    """Return the host without its port, which a proxy may change; "" where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket too many: no browser writes that
        return ""


def _mixed(mask: bytes, secret: str) -> bytes:
    hidden = sha256(secret.encode()).digest()
    return bytes(one ^ other for one, other in zip(mask, hidden, strict=True))
