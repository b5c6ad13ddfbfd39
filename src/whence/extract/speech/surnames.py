"""A surname that stands alone as a speaker: "Al-Tamari added", by a text that names nobody so."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON, closed
from whence.extract.place.gazetteer import lookup
from whence.extract.prose import Prose
from whence.extract.speech.speakers import Speaker
from whence.model.reading import Attributed
from whence.model.vocabulary import load

_LEAST = 4
"""Fewest letters of a word that looks like a surname."""
_ITS = re.compile(r"\b(?:its|itself)\b", re.IGNORECASE)
"""Words by which a body speaks of itself."""


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    articles: tuple[str, ...]
    relative: tuple[str, ...]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    cues: frozenset[str]


def stands_alone(prose: Prose, one: Attributed, speaker: Speaker) -> bool:
    """Tell whether a source is one word that looks like a surname, and speaks as persons do.

    Nothing in the document may tell it for a body or a group: an article, a noun for one behind it,
    "its" in what it says; and it may be the name of no place.
    """
    if one.source is None or one.cue is None or speaker.who != one.source.text:
        return False
    name = one.source.text
    cue = " ".join(one.cue.text.casefold().split())
    if not looks_like_one(name) or cue not in _table().cues or lookup(name):
        return False
    return not _ITS.search(" ".join(part.text for part in one.content)) and not _is_body(
        prose.text, name
    )


def looks_like_one(name: str) -> bool:
    """Tell whether a single word is formed as surnames are."""
    lower = name.casefold()
    if len(name) < _LEAST or any(each.isspace() for each in name) or name.isupper():
        return False
    table = _table()
    article = lower.startswith(table.articles)
    if article:
        return name.rpartition("-")[2][:1].isupper() and lower.endswith(table.relative)
    if not name[0].isupper():
        return False
    last = lower.rpartition("-")[2]
    return lower.startswith(table.beginnings) or last.endswith(table.endings)


def _is_body(text: str, name: str) -> bool:
    """Tell whether a text puts an article before a name, or a noun for a body behind it."""
    found = re.finditer(rf"(?:\b(?P<the>the|The) )?\b{re.escape(name)}(?: (?P<noun>[a-z]+))?", text)
    nouns = closed("group_nouns")
    return any(each["the"] or (each["noun"] and _singular(each["noun"]) in nouns) for each in found)


def _singular(noun: str) -> str:
    return noun if noun in closed("group_nouns") else noun.removesuffix("s")


@cache
def _table() -> _Table:
    return load("surnames", _Table, LEXICON)
