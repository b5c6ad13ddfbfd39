"""Stable identifiers: the same content has the same id on every machine and in every run."""

from hashlib import sha256

_SEPARATOR = "\x1f"


def stable_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 12 hexadecimal digits of the SHA-256 over ``parts``.

    Parts are joined by the ASCII unit separator, so that ("ab", "c") and ("a", "bc") differ.
    """
    joined = _SEPARATOR.join(str(part) for part in parts)
    return f"{prefix}-{sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
