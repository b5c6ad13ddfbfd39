"""Numbers out of addresses: whatever else stands there counts as not asked for."""

from typing import Final

_DIGITS: Final = 9


def number(text: str, default: int) -> int:
    """Return a whole number of at most nine digits, else ``default``."""
    told = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if told else default
