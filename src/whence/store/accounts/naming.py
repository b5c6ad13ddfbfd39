"""The names of accounts: what may be one, and which of them are the same."""

from typing import Final
from unicodedata import normalize

from whence.errors import AccountRefused
from whence.model.account import ROLES

LONGEST: Final = 80
"""Characters that a name, or the label of a token, may have."""


def named(given: str, what: str = "name for an account") -> str:
    """Return a name in composed letters, with single blanks.

    Raises:
        AccountRefused: when it is none, too long, or holds what cannot be printed.
    """
    name = normalize("NFC", " ".join(given.split()))
    if len(name) > LONGEST:
        raise AccountRefused(f"{name[:40]}... is too long a {what}", "give a word or a few")
    if not name or not name.isprintable():
        raise AccountRefused(f"{given!r} is no {what}", "give a word or a few")
    return name


def folded(given: str) -> str:
    """Return what two names have in common that are the same; "" of what can be no name."""
    if len(given) > 4 * LONGEST:
        return ""
    # Folding may leave what is to be normalised again, and the other way round (Unicode 3.13).
    text = normalize("NFKC", normalize("NFKC", given).casefold())
    text = " ".join(text.split())
    return text if text.isprintable() else ""


def refuse_unknown(role: str) -> None:
    """Raise AccountRefused when a role is none."""
    if role not in ROLES:
        raise AccountRefused(f"{role!r} is no role", f"take one of {', '.join(ROLES)}")
