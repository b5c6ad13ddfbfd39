"""The case file: everything that was read and concluded, for machines and for replay."""

from collections.abc import Iterator
from math import isfinite

import msgspec

from whence.model.case import Case


def render(case: Case) -> bytes:
    """Return the case as indented JSON with sorted keys; ``schema`` names its version.

    Raises:
        ValueError: when a number is not finite: JSON has no word for it, and null would lie.
    """
    builtins = msgspec.to_builtins(case)
    for path in _not_finite(builtins, "case"):
        raise ValueError(f"not a finite number: {path}")
    packed = msgspec.json.encode(builtins, order="sorted")
    return msgspec.json.format(packed, indent=2) + b"\n"


def read(raw: bytes) -> Case:
    """Return the case of a case file.

    Raises:
        msgspec.ValidationError: when the file does not fit the schema.
        msgspec.DecodeError: when it is not JSON.
    """
    return msgspec.json.decode(raw, type=Case)


def _not_finite(value: object, path: str) -> Iterator[str]:
    if isinstance(value, float) and not isfinite(value):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _not_finite(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _not_finite(inner, f"{path}[{place}]")
