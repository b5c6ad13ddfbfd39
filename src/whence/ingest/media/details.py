"""What a media file says of itself, as short printable strings."""

import re
from collections.abc import Iterable

_MOST = 60
_LONGEST_NAME = 60
_LONGEST_VALUE = 300


def details_of(said: Iterable[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    """Return names and values as strings: 60 at most, of 60 and 300 characters, each once.

    What is no text or number, or is empty, is passed over.
    """
    kept: dict[tuple[str, str], None] = {}
    for name, value in said:
        pair = (_printable(name)[:_LONGEST_NAME].strip(), _told(value)[:_LONGEST_VALUE].strip())
        if all(pair):
            kept[pair] = None
        if len(kept) == _MOST:
            break
    return tuple(kept)


def _told(value: object) -> str:
    if isinstance(value, bytes):
        # comments in EXIF begin with eight bytes that name their characters (CIPA DC-008, 4.6.5)
        text = value[: 4 * _LONGEST_VALUE].removeprefix(b"ASCII\x00\x00\x00").rstrip(b"\x00 ")
        return _printable(text.decode("ascii")) if re.fullmatch(rb"[ -~]+", text) else ""
    if isinstance(value, str):
        return _printable(value[: 4 * _LONGEST_VALUE])
    if isinstance(value, tuple | list):
        return " ".join(_told(one) for one in value[:16])
    try:
        return f"{float(value):.10g}"  # type: ignore[arg-type]  # fractions of the library's own
    except (TypeError, ValueError, ArithmeticError):
        return ""


def _printable(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
