"""The embedded gazetteer: states, first-order regions, counties and towns, loaded on first use."""

from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from whence.extract.lexicon import LEXICON
from whence.extract.place.areas import Areas, kind_of
from whence.extract.place.atlas import Atlas, Place, PlaceKind
from whence.extract.place.spelling import fold, key
from whence.extract.place.words import words
from whence.names.countries import countries

__all__ = [
    "LONGEST",
    "Place",
    "PlaceKind",
    "atlas",
    "capital_of",
    "country_names",
    "demonyms",
    "fold",
    "hamlets",
    "is_capital_city",
    "lookup",
]

LONGEST = 5
"""Words in the longest name that is looked up."""
_ORDER = {"country": 0, "city": 1, "region": 2, "county": 3}


@cache
def country_names() -> dict[str, str]:
    """Return the English short name of every country by its ISO code."""
    return {country.iso: name for name, country in countries().items()}


@cache
def demonyms() -> dict[str, str]:
    """Return the ISO code for every folded demonym ("iraqi")."""
    table: dict[str, str] = {}
    for country in countries().values():
        for word in country.demonyms:
            table.setdefault(fold(word), country.iso)
    return table


@cache
def atlas() -> Atlas:
    """Return the gazetteer of the package."""
    return Atlas((files(LEXICON) / "gazetteer.bin").read_bytes())


@cache
def _areas() -> Areas:
    return Areas(atlas())


def called(wanted: str, worded: bool = False) -> tuple[Place, ...]:
    """Return the regions that papers call by a folded name which the gazetteer has not.

    "Kunar Province" is Kunar, "Borno" is Borno State; ``worded`` says that the word for what it is
    stands behind the name.
    """
    told, kind = _areas().called(wanted, worded), kind_of(wanted)
    if told or not kind:
        return told
    named = lookup(wanted.removesuffix(kind).strip())
    return tuple(one for one in named if one.kind == "region")


@cache
def _small() -> Atlas:
    return Atlas((files(LEXICON) / "hamlets.bin").read_bytes())


@lru_cache(maxsize=50_000)
def hamlets(name: str) -> tuple[Place, ...]:
    """Return the small places and parts of cities of this name that mail is addressed to.

    Beside the towns that ``lookup`` finds they are meant only where the text is about their region:
    how many people live there is not known, and their names are anybody's.
    """
    return tuple(_small().find(name))


@cache
def _capitals() -> dict[str, Place]:
    """Return the capital of every state by ISO code, with its point where the gazetteer has it."""
    found = {place.country: place for place in _seats()}
    return {
        country.iso: replace(
            found.get(country.iso, Place("city", "", country.iso)), name=country.capital
        )
        for country in countries().values()
        if country.capital
    }


@cache
def _seats() -> frozenset[Place]:
    """Return the capitals as the gazetteer spells them."""
    seats: set[Place] = set()
    for country in countries().values():
        names = (country.capital, *country.capital_aliases)
        found = [place for name in names for place in atlas().find(name)]
        there = [p for p in found if p.country == country.iso and p.kind == "city"]
        if there:
            seats.add(max(there, key=lambda p: p.population))
    return frozenset(seats)


@cache
def _capital_keys() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for country in countries().values():
        for word in filter(None, (country.capital, *country.capital_aliases)):
            table.setdefault(key(word), _capitals()[country.iso])
    return table


@cache
def _states() -> dict[str, Place]:
    table: dict[str, Place] = {}
    for name, country in countries().items():
        latitude, longitude = country.seat
        state = Place("country", name, country.iso, latitude=latitude, longitude=longitude)
        for word in (name, *country.aliases):
            table.setdefault(key(word), state)
    return table


def capital_of(country: str) -> Place | None:
    """Return the capital of a country by its ISO code."""
    return _capitals().get(country)


def is_capital_city(place: Place) -> bool:
    """Tell whether a place is the capital of its state."""
    return _capitals().get(place.country) == place


_ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar", "at", "ad", "az"})
_ARABIC = frozenset(
    ("DZ", "BH", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM", "PS", "QA", "SA", "SD", "SY")
).union(("TN", "AE", "YE"))
"""Countries whose towns are told with an Arabic article or without it: "El Arish"."""
_SHORTEST = 5
"""Letters from which a word is looked for with an article."""
_LITTLE = 15_000
"""People below which a town is known by few who know the region of its name."""
_KNOWN = 50_000
"""People from which a town is looked for with an article that a text leaves out."""


@lru_cache(maxsize=50_000)
def lookup(name: str) -> tuple[Place, ...]:
    """Return every place of this name, the likeliest first.

    A country comes before a capital, a capital before other towns, those before regions and
    counties; within a kind the more populous comes first.
    """
    wanted = key(name)
    article, _, bare = wanted.partition(" ")
    found = atlas().find(name)
    if article in _ARTICLES and bare and not found:
        other = (one for word in _articles(bare) for one in atlas().find(f"{word} {bare}"))
        every = dict.fromkeys((*lookup(bare), *other))
        return tuple(one for one in every if one.country in _ARABIC)
    if not found and wanted.isalpha() and len(wanted) >= _SHORTEST:
        found = _with_article(wanted)
    own = wanted in _states() or wanted in _capital_keys()  # "Niger" is no state of Nigeria
    if not own and all(_is_small(place) for place in found):
        found = [*found, *(one for one in called(wanted) if one not in found)]
    first = [table[wanted] for table in (_states(), _capital_keys()) if wanted in table]
    rest = [place for place in found if place not in _seats()]
    seats = [_capitals()[place.country] for place in found if place in _seats()]
    rest += [place for place in seats if place not in first]
    rest.sort(key=lambda p: (_ORDER[p.kind], -p.population, p.area, p.name))
    return (*first, *rest)


def _with_article(wanted: str) -> list[Place]:
    """Return the towns in Arabic that papers write without article and final h: "Hilla"."""
    stems = (wanted, f"{wanted}h") if wanted.endswith("a") else (wanted,)
    articles = _articles(wanted)
    names = [*stems[1:], *(f"{article} {stem}" for stem in stems for article in articles)]
    every = (place for name in names for place in atlas().find(name))
    return [
        one
        for one in every
        if one.country in _ARABIC and (one.population >= _KNOWN or one.kind == "region")
    ]


def _is_small(place: Place) -> bool:
    """Tell whether a place is a town that few know, of a land whose papers state the region."""
    own = place.country in words().local_heads
    return place.kind == "city" and place.population < _LITTLE and not own


def _articles(word: str) -> tuple[str, ...]:
    """Return the articles that a word may have in Arabic: "Ad Diwaniyah", "As Samawah"."""
    return ("al", *sorted(one for one in _ARTICLES - {"al", "el"} if word[0] == one[1]))


def is_land(word: str) -> bool:
    """Tell whether a word is a country or its people."""
    return word in demonyms() or any(place.kind == "country" for place in lookup(fold(word)))
