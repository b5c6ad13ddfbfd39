"""The words for targets, and how names and owners are told in them."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Token
from whence.model.vocabulary import load


class TargetWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/targets.yaml``."""

    before: list[str]
    survived: list[str]
    attempts: frozenset[str]
    suffered: frozenset[str]
    hit: frozenset[str]
    weapons: frozenset[str]
    under: list[str]
    searching: frozenset[str]
    shooting: frozenset[str]
    police: frozenset[str]
    troops: frozenset[str]
    taken: list[str]
    deeds: frozenset[str]
    things: frozenset[str]
    persons: frozenset[str]
    occupations: frozenset[str]
    never: frozenset[str]
    conditions: dict[str, list[str]]
    maybe: frozenset[str]
    kinds: dict[str, list[str]]
    former: frozenset[str]
    formerly: dict[str, str]
    personal: frozenset[str]


@cache
def target_words() -> TargetWords:
    """Return the target words."""
    return load("targets", TargetWords, LEXICON)


def plain_word(token: Token) -> str:
    """Return the word without possessive and without an article ("al-Azmi's" is "azmi")."""
    word = token.lower.replace("’", "'").removesuffix("'s").replace("‑", "-")
    head, mark, rest = word.partition("-")
    return rest if mark and rest and head in {"al", "el", "ul", "as", "ad", "an", "ar"} else word


def is_name(token: Token) -> bool:
    """Tell whether the token is capitalised, with an article before it or not ("al-Azmi")."""
    text = token.text.replace("‑", "-")
    return text[0].isupper() or text.partition("-")[2][:1].isupper()
