"""Regions as papers write them: "Borno" for Borno State, "Kunar Province" for Kunar, "Oromia"."""

from collections import defaultdict
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.place.atlas import Atlas, Place
from whence.extract.place.spelling import key
from whence.model.vocabulary import load

_SHORTEST = 5
"""Letters in the shortest name of a region that stands without the word for what it is."""


class _Words(Struct, frozen=True, kw_only=True):
    """What tells how regions are called (``lexicon/region_spellings.yaml``)."""

    types: frozenset[str]
    ordinary: frozenset[str]


@cache
def _words() -> _Words:
    return load("region_spellings", _Words, LEXICON)


@cache
def _spellings() -> dict[str, dict[str, list[str]]]:
    table = load("region_spellings", dict[str, dict[str, list[str]] | list[str]], LEXICON)
    return {code: rows for code, rows in table.items() if isinstance(rows, dict)}


def kind_of(wanted: str) -> str:
    """Return the word at the end of a folded name that says that it is a region's, "" without."""
    last = wanted.rpartition(" ")[2]
    return last if last in _words().types and last != wanted else ""


class Areas:
    """The regions of a gazetteer by the other names that papers have for them."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._short: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for country, region in atlas.regions():
            named, _, kind = key(region).rpartition(" ")
            if kind in _words().types:
                table = self._names if len(named) >= _SHORTEST else self._short
                table[named].append((country, region))
        for country, rows in _spellings().items():
            for region, others in rows.items():
                for other in others:
                    self._names[key(other)].append((country, region))

    def called(self, wanted: str, worded: bool = False) -> tuple[Place, ...]:
        """Return the regions that a folded name stands for; an ordinary word stands for none.

        Where the word for what it is stands behind it (``worded``) any name may be a region's.
        """
        if wanted in _words().ordinary and not worded:
            return ()
        rows = self._names.get(wanted, [])
        return tuple(
            one
            for country, region in ([*rows, *self._short.get(wanted, [])] if worded else rows)
            for one in self._atlas.find(region)
            if (one.kind, one.country, one.name) == ("region", country, region)
        )
