"""A party as a phrase of the text: its extent, the name proper and what kind it is."""

import re
from dataclasses import dataclass

from whence.extract.parties.words import Word, lexicon
from whence.model.claim import PartyKind


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase that can name a party, as word indexes and as offsets.

    Words [first, last) make up the whole phrase with its determiner; ``start`` and ``end`` are the
    offsets of the name proper and ``name`` its text. ``known`` is False for a capitalised name that
    nothing tells apart from a place or a title.

    ``definite`` marks "the armed group", which may take up a group named before, or describe one.
    ``anaphor`` marks "the group", which takes up somebody named before; ``negative`` "no group"
    and "any group", which name nobody; ``capital`` a city that may stand for its state; ``owner``
    the X of "X's army" and ``adjective`` the word for a state before a noun: no actors there.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: PartyKind
    known: bool = True
    anaphor: bool = False
    negative: bool = False
    capital: bool = False
    owner: bool = False
    adjective: bool = False
    definite: bool = False


def name_end(word: Word, text: str) -> int:
    """Return where a word ends in the text without its possessive ending."""
    return word.start + len(word.text) if text.startswith(word.text, word.start) else word.end


def name_of(words: tuple[Word, ...], first: int, last: int, text: str) -> str:
    """Return the words as they stand, on one line and without quotation marks."""
    raw = text[words[first].start : name_end(words[last - 1], text)]
    bare = "".join(letter for letter in raw if letter not in '“”"«»„')
    opened = _OPENING.sub("", bare)
    if opened != bare:  # a single quotation mark that opens has one that closes
        opened = _CLOSING.sub("", opened)
    return " ".join(opened.split())


_OPENING = re.compile(r"(?<!\w)['‘`]")
_CLOSING = re.compile(r"['’](?!\w)")


def kind_of_head(head: str, named: bool) -> PartyKind:
    """Return what kind of party a head noun makes, by itself or with a name."""
    lists = lexicon()
    if head in lists["around"]:
        return "description"
    if head in lists["body_heads"] or head in lists["government"]:
        return "body"
    return "group" if named else "class"


def kind_of(run: tuple[Word, ...], named: bool, of_state: bool) -> PartyKind:
    """Tell a group, a body of some state and a class of people apart by the head noun."""
    head = run[-1]
    proper = head.capital_letter and len(run) > 1
    kind = kind_of_head(head.lower, named or proper)
    if head.capital_letter and head.lower in lexicon()["government"] and not of_state:
        return "group"
    irregular = any(word.lower in _IRREGULAR for word in run[:-1])
    if kind == "body" and not named and (irregular or (not of_state and head.lower in _MEN)):
        return "class"
    return kind


_IRREGULAR = frozenset(("opposition", "rebel", "guerrilla", "insurgent", "separatist", "militant"))
_MEN = frozenset(("agents", "spies", "soldiers", "troops", "servicemen", "forces"))
