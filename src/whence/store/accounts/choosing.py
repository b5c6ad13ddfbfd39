"""What may be a new password: the rules of OWASP ASVS 4.0.3, section 2.1.

Any characters will do and none is asked for (2.1.4, 2.1.9); 12 characters at least and 128 at most
(2.1.1, 2.1.2); none of the very common ones (2.1.7), which are told by what is left of them.
"""

import re
from functools import cache
from typing import Final
from unicodedata import normalize

from msgspec import Struct

from whence.errors import PasswordRefused
from whence.model.vocabulary import load
from whence.store.accounts.naming import folded

SHORTEST: Final = 12
"""Characters that a password must have, blanks in a row counted as one."""

LONGEST: Final = 128
"""Characters that a password may have."""

_LEFT: Final = 6
"""Characters that must be left once common words, rows of keys and repetitions are taken out."""

_ROW: Final = 4
"""Keys in a row that are no choice; fewer come about by chance."""

_PART: Final = 4
"""Characters of a part of the name that a password may not hold; shorter ones are in many words."""

_AGAIN = re.compile(r"(.+?)\1+", re.DOTALL)


class Weak(Struct, frozen=True, kw_only=True):
    """What passwords are commonly made of: words, rows of keys, letters in disguise."""

    words: tuple[str, ...]
    rows: tuple[str, ...]
    letters: dict[str, str | int | None]


def normal(password: str) -> str:
    """Return a password as it is hashed, alike from every keyboard (NIST SP 800-63B, 5.1.1)."""
    return normalize("NFKC", password)


def fit(password: str, name: str) -> str:
    """Return a new password of the person called ``name``, as it is hashed.

    Raises:
        PasswordRefused: when it is too short, too long, common, or holds the name.
    """
    if len(password) > LONGEST or len(normal(password)) > LONGEST:
        raise PasswordRefused(f"the password has more than {LONGEST} characters", "take fewer")
    if any("\ud800" <= character <= "\udfff" for character in password):
        raise PasswordRefused("the password holds half a character", "type it again")
    text = normal(password)
    if len(re.sub(" +", " ", text)) < SHORTEST:
        raise PasswordRefused(f"the password has fewer than {SHORTEST} characters")
    if _holds(text, name):
        raise PasswordRefused("the password holds your name")
    if left(text) < _LEFT:
        raise PasswordRefused("the password is made of what very many passwords are made of")
    return text


def left(password: str) -> int:
    """Return the number of characters that are not common words, rows of keys or repetitions."""
    weak = load("weak", Weak, "whence.store.accounts")
    text = password.casefold()
    undisguised = text.translate(str.maketrans(weak.letters))
    found = _common().finditer(undisguised) if len(undisguised) == len(text) else ()
    for word in reversed(list(found)):
        text = text[: word.start()] + text[word.end() :]
    text = _rows().sub("", text)
    return len(_AGAIN.sub(r"\1", text))


def _holds(password: str, name: str) -> bool:
    text = password.casefold()
    whole = folded(name)
    parts = [part for part in whole.split() if len(part) >= _PART]
    return any(part in text for part in [*parts, whole, whole.replace(" ", "")] if len(part) > 2)


@cache
def _common() -> re.Pattern[str]:
    words = load("weak", Weak, "whence.store.accounts").words
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@cache
def _rows() -> re.Pattern[str]:
    rows = load("weak", Weak, "whence.store.accounts").rows
    found = {
        part
        for row in [*rows, *(row[::-1] for row in rows)]
        for start in range(len(row))
        for stop in range(start + _ROW, len(row) + 1)
        for part in [re.escape(row[start:stop])]
    }
    return re.compile("|".join(sorted(found, key=len, reverse=True)))
