"""A word as part of a party's name, and the word lists by which it is known."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load

Tag = Literal["state", "demonym", "capital", "head", "modifier", "name", "title", "other"]
_POSSESSIVES = ("'s", "’s", "‘s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a fixed phrase at [start, end): what it can be, and its plain text.

    ``state`` is the country that a state word, demonym or capital stands for. ``possessive`` is
    True for "X's". ``capital_letter`` tells names from common words where the case still does.
    ``group`` marks a name that a reader knows for that of a body or an armed group, ``person`` a
    word in one that it knows for a person's.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    state: str = ""
    possessive: bool = False
    capital_letter: bool = False
    group: bool = False
    person: bool = False


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the word lists of ``lexicon/parties.yaml`` by name."""
    table = load("parties", dict[str, list[str]], LEXICON)
    return {name: frozenset(entries) for name, entries in table.items()}


def plain(text: str) -> tuple[str, bool]:
    """Return a word without its possessive ending, and whether it had one."""
    for ending in _POSSESSIVES:
        if text.endswith(ending) and len(text) > len(ending):
            return (text[:-1] if ending.startswith("s") else text[: -len(ending)]), True
    return text, False


def adjectival(word: str) -> bool:
    """Tell a word whose ending makes it an adjective of a creed, a people or a place."""
    lower = word.casefold()
    ending = len(lower) > 5 and lower.endswith(("ist", "ic", "ian", "ish", "ern"))
    return ending or lower in lexicon()["modifiers"]
