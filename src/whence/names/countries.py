"""The states of the world, and words for them: names, demonyms and capitals in a phrase."""

from functools import cache, lru_cache

from msgspec import Struct

from whence.model.location import Location
from whence.model.vocabulary import load
from whence.names.spelling import words

_LONGEST = 6


class Country(Struct, frozen=True, kw_only=True):
    """What ``vocabulary/countries.yaml`` says of one state; ``iso`` is its alpha-2 code.

    ``seat`` is latitude and longitude of the capital, which has no name ("") where half the world
    is called so.
    """

    iso: str
    seat: tuple[float, float]
    capital: str = ""
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capital_aliases: tuple[str, ...] = ()


@cache
def countries() -> dict[str, Country]:
    """Return the states of the world by their English short name."""
    return load("countries", dict[str, Country])


@cache
def _names() -> dict[str, str]:
    """Return the English name of every state by ISO code."""
    return {row.iso: name for name, row in countries().items()}


@cache
def _states() -> dict[tuple[str, ...], str]:
    """Return ISO code by words for the state itself."""
    return {
        words(alias): row.iso for name, row in countries().items() for alias in (name, *row.aliases)
    }


@cache
def _capitals() -> dict[tuple[str, ...], str]:
    return {
        words(name): row.iso
        for row in countries().values()
        for name in (row.capital, *row.capital_aliases)
        if name and words(name) not in _states()
    }


@cache
def _demonyms() -> dict[tuple[str, ...], str]:
    return {words(name): row.iso for row in countries().values() for name in row.demonyms}


def state_name(iso: str) -> str:
    """Return the English name of the state with this ISO 3166-1 alpha-2 code.

    Raises:
        KeyError: when no state has it.
    """
    return _names()[iso]


@cache
def of_the_land(name: str) -> tuple[str, ...]:
    """Return the names of a state and of its people; only the name given where it is no state."""
    row = countries().get(name)
    return (name,) if row is None else (name, *row.aliases, *row.demonyms)


def land(iso: str) -> Location | None:
    """Return a whole state as a place, its point the capital's; None for other codes."""
    name = _names().get(iso)
    if name is None:
        return None
    latitude, longitude = countries()[name].seat
    return Location(
        latitude=latitude, longitude=longitude, precision="country", name=name, country=iso
    )


def every_state() -> tuple[str, ...]:
    """Return the English names of all states, in alphabetical order."""
    return tuple(sorted(_names().values()))


def state(phrase: str) -> str | None:
    """Return the ISO code when the whole phrase names a state, or its capital as an actor."""
    key = words(phrase)
    if key[:1] == ("the",):
        key = key[1:]
    return _states().get(key) or _capitals().get(key)


def demonym(phrase: str) -> str | None:
    """Return the ISO code when the whole phrase is a word for a state's people or things."""
    return _demonyms().get(words(phrase))


@lru_cache(maxsize=1024)  # the same few names are asked about again and again
def split(phrase: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part plain words into those that are no word for a state, and the ISO codes of the rest.

    A capital is a place here, not a state: "Baghdad police" stay the police of that city.
    """
    left: list[str] = []
    codes: list[str] = []
    position = 0
    while position < len(phrase):
        for length in range(min(_LONGEST, len(phrase) - position), 0, -1):
            key = phrase[position : position + length]
            code = _demonyms().get(key) or _states().get(key)
            if code is not None:
                codes.append(code)
                position += length
                break
        else:
            left.append(phrase[position])
            position += 1
    return tuple(left), tuple(codes)
