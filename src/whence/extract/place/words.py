"""The words for places: heads of facilities, prepositions, what is a name and no place."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Token
from whence.model.vocabulary import load

_JOINT = 3
"""Letters of a small word within a name ("aux", "sur", "e")."""


class PlaceWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/places.yaml``."""

    heads: frozenset[str]
    common_heads: frozenset[str]
    departures: frozenset[str]
    parts: frozenset[str]
    settlements: frozenset[str]
    villages: frozenset[str]
    foreign: frozenset[str]
    villagers: frozenset[str]
    linking: frozenset[str]
    sites: frozenset[str]
    site_kinds: frozenset[str]
    beyond: frozenset[str]
    joints: frozenset[str]
    inner: frozenset[str]
    crossings: frozenset[str]
    state_parts: frozenset[str]
    bound: frozenset[str]
    settlements_of: frozenset[str]
    ways: frozenset[str]
    routes: frozenset[str]
    vehicles: frozenset[str]
    liveries: frozenset[str]
    house_crimes: frozenset[str]
    articles: frozenset[str]
    taken: frozenset[str]
    wards: frozenset[str]
    onto: frozenset[str]
    clinics: frozenset[str]
    treating: tuple[str, ...]
    dying: frozenset[str]
    perished: frozenset[str]
    hurt: frozenset[str]
    stricken: frozenset[str]
    happened: frozenset[str]
    occurring: frozenset[str]
    borders: frozenset[str]
    quarters: frozenset[str]
    region_nouns: frozenset[str]
    waters: frozenset[str]
    vessels: frozenset[str]
    vessel_events: frozenset[str]
    coasts: frozenset[str]
    seas: frozenset[str]
    off_verbs: frozenset[str]
    locative: frozenset[str]
    strong: frozenset[str]
    directions: frozenset[str]
    compass: frozenset[str]
    measures: frozenset[str]
    roughly: frozenset[str]
    spelled: frozenset[str]
    ordinary: frozenset[str]
    given: frozenset[str]
    forces: frozenset[str]
    town_forces: frozenset[str]
    has_police: frozenset[str]
    force_gap: frozenset[str]
    persons: frozenset[str]
    owned: frozenset[str]
    people: frozenset[str]
    dwellers: frozenset[str]
    local_heads: frozenset[str]
    media: frozenset[str]
    courts: frozenset[str]
    stays: frozenset[str]
    offices: frozenset[str]
    rulers: frozenset[str]
    acting: frozenset[str]
    shaken: frozenset[str]
    shaking: frozenset[str]
    besetting: frozenset[str]
    joined: frozenset[str]
    answers: frozenset[str]
    headline: frozenset[str]
    labels: frozenset[str]
    examined: frozenset[str]
    examinations: tuple[str, ...]
    kin: frozenset[str]
    crediting: frozenset[str]
    onslaughts: frozenset[str]
    natives: frozenset[str]
    entered: frozenset[str]
    wide_nouns: frozenset[str]
    speakers: frozenset[str]
    earlier: frozenset[str]
    fallen_on: frozenset[str]
    divisions: frozenset[str]
    bonds: frozenset[str]
    lands: frozenset[str]
    conveyed: frozenset[str]
    whose: tuple[str, ...]
    called_by_towns: frozenset[str]
    public_heads: frozenset[str]
    public_kinds: frozenset[str]
    institutions: dict[str, tuple[str, ...]]


@cache
def words() -> PlaceWords:
    """Return the table of place words."""
    return load("places", PlaceWords, LEXICON)


def bare(token: Token) -> str:
    """Return the token's text without a possessive ending."""
    for ending in ("’s", "'s", "‘s"):
        if token.text.endswith(ending) and len(token.text) > 2:
            return token.text[:-2]
    return token.text


def is_word(text: str) -> bool:
    """Tell whether something is a word of letters, or several joined: "Sang-e", "Port-au-Prince".

    "Tarvo-backed" is no name.
    """
    parts = text.split("-")
    joined = all(part[:1].isupper() or len(part) <= _JOINT for part in parts)
    return all(part.isalpha() for part in parts) and (len(parts) == 1 or joined)


def titled(name: str) -> str:
    """Return a name as it is told, where the head of a report has it in capitals."""
    return " ".join(map(_cased, name.split())) if name.isupper() else name


def _cased(word: str) -> str:
    """Return a word of a name without its capitals: "Lac-aux-Hérons" of "LAC-AUX-HÉRONS"."""
    first, *more = word.split("-")
    small = (part.lower() if part.lower() in words().joints else part.title() for part in more)
    return "-".join((first.title(), *small))


def is_possessive(token: Token) -> bool:
    """Tell whether the token ends in a possessive "'s"."""
    return bare(token) != token.text


def straight(token: Token) -> str:
    """Return the token's lower form with plain apostrophes ("sheriff's")."""
    return token.lower.replace("’", "'").replace("‘", "'")


_ARTICLE = re.compile(r"(?:[ae][dlnrstz]|[ae]sh|[ae]dh|ath|eth|ul)-[A-ZÀ-Ý]")
"""What an Arabic name may open with amid a sentence: "al-Bab", "ez-Zor"."""


def is_capital(token: Token) -> bool:
    """Tell whether the token is a word with a capital, which an article may open ("al-Bab")."""
    return token.text[:1].isupper() or _ARTICLE.match(token.text) is not None
