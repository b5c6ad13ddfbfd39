"""Knowledge as data: YAML tables with a source per row, decoded into typed values on first use."""

from collections.abc import Hashable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


def load(name: str, row_type: type[T], package: str = "whence.model.vocabulary") -> T:
    """Decode ``name``.yaml of ``package`` into ``row_type``; the same call decodes once.

    Raises:
        FileNotFoundError: when there is no such table.
        msgspec.ValidationError: when the table does not fit the type.
    """
    return cast(T, _decoded(name, cast(Hashable, row_type), package))


@cache
def _decoded(name: str, row_type: Hashable, package: str) -> Any:
    raw = (files(package) / f"{name}.yaml").read_bytes()
    return msgspec.yaml.decode(raw, type=cast(Any, row_type))
