"""The states of the world: names, codes, demonyms, capitals."""

from functools import cache

from msgspec import Struct

from whence.model.vocabulary import load


class Country(Struct, frozen=True, kw_only=True):
    """What ``vocabulary/countries.yaml`` says of one state; ``iso`` is its alpha-2 code."""

    iso: str
    capital: str
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capital_aliases: tuple[str, ...] = ()


@cache
def countries() -> dict[str, Country]:
    """Return the countries of the world by their English short name."""
    return load("countries", dict[str, Country])
