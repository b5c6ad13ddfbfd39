"""Groups that the world knows under several names, whichever of them the reports use."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from whence.fuse.party.naming import Named, bare, named
from whence.model.vocabulary import load
from whence.names.spelling import fold

_BANDED = frozenset(("group", "body"))


def known(own: Named) -> Named:
    """Return a group under the key of its first name in ``armed_groups.yaml``, shown as told.

    What is in no row, as the "Reed League", is left as it is.
    """
    first = _firsts().get(fold(bare(own.bare))) if own.key[0] in _BANDED else None
    return own if first is None else replace(own, key=named(first, "group").key)


@cache
def _firsts() -> Mapping[str, str]:
    rows: tuple[tuple[str, ...], ...] = load("armed_groups", tuple[tuple[str, ...], ...])
    return {fold(bare(name)): row[0] for row in rows for name in row}
