"""Sentences set in capitals: what tells a name there, where capital letters tell nothing."""

import re
from collections.abc import Mapping
from dataclasses import replace

from whence.extract.parties.words import Word, lexicon
from whence.extract.prose import Sentence

_SHOUTING = 0.8
"""Share of capitals among the letters from which a sentence is set in capitals."""


def shouting(sentence: Sentence) -> bool:
    """Tell whether a sentence is set in capitals, so that case says nothing about names."""
    return shouts("".join(token.text for token in sentence.tokens))


def shouts(text: str) -> bool:
    """Tell whether a text of some length is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > _SHOUTING * len(letters)


def personal(found: list[Word], persons: Mapping[int, int], loud: bool) -> list[Word]:
    """Mark the words of persons' names; in capitals all words of such a name are one's.

    "SANTIAGO" and "GUERRA" may be in it as well as anywhere else.
    """
    marked: list[Word] = []
    start, end, whole = 0, 0, False
    for one in found:
        word = one
        if word.start in persons:
            start, end = word.start, persons[word.start]
            whole = word.end >= end
        inside = word.start < end
        if inside and not loud and _is_a_name_there(word, start, end):
            word = replace(word, tag="name", state="")
        if inside and loud:
            known = word.tag not in ("name", "other") and not whole
            word = replace(word, tag="name", capital_letter=True) if known else _lettered(word)
        marked.append(replace(word, person=True) if inside and word.tag == "name" else word)
    return marked


def _is_a_name_there(word: Word, start: int, end: int) -> bool:
    """Tell whether a word that means something else is a part of the person's name at a place.

    "Chad Moss", "Erica King Moss", "Ana Small", "Will Day". A rank in front of a name is none of
    it, but for those that are given to children.
    """
    rank = word.tag == "title" and word.start == start and word.end < end
    return word.capital_letter and (not rank or word.lower in lexicon()["given"])


def titled(found: list[Word]) -> list[Word]:
    """Tag the titles right before persons' names: "COLONEL X", but not in "THE LEADER X"."""
    lists = lexicon()
    for at, word in enumerate(found):
        first = at
        while word.person and first and found[first - 1].lower in lists["titles"]:
            first -= 1
        if first < at and not (first and found[first - 1].lower in lists["determiners"]):
            titles = found[first:at]
            found[first:at] = [replace(one, tag="title", capital_letter=True) for one in titles]
    return found


def capitalised(found: list[Word], named: Mapping[int, int]) -> list[Word]:
    """Give the words of names back what their capital letters would tell elsewhere."""
    return [
        _lettered(word)
        if any(start <= word.start and word.end <= end + 2 for start, end in named.items())
        else word
        for word in found
    ]


def _lettered(word: Word) -> Word:
    if word.tag != "other":
        return replace(word, capital_letter=True)
    joining = word.lower in lexicon()["particles"] or word.lower in _JOINING
    if joining or not _BARE.sub("", word.lower).isalpha() or _never(word):
        return word
    return replace(word, tag="name", capital_letter=True)


_JOINING = frozenset(("the", "a", "an", "and", "for"))
_BARE = re.compile(r"(?<=\w)[’'‘`-](?=\w)")
"""What joins the parts of one name: "O'NEAL", "AL-MASRI"."""


def as_acronym(word: Word, acronyms: frozenset[str]) -> Word:
    """Return a word as a name where it is one of the text's acronyms."""
    if word.tag == "other" and word.text in acronyms:
        return replace(word, tag="name", capital_letter=True)
    return word


def in_capitals(found: list[Word], acronyms: frozenset[str]) -> tuple[Word, ...]:
    """Read names off their place where capitals do not tell them: "THE RIO NEGRO CARTEL"."""
    named = [as_acronym(word, acronyms) for word in found]
    for index, word in enumerate(found):
        if word.tag != "head":
            continue
        start = next((i for i in range(index - 1, max(-1, index - 4), -1)
                      if found[i].lower in ("the", "a", "an")), index)  # fmt: skip
        between = found[start + 1 : index]
        if all(w.tag == "other" and w.lower.isalpha() and not _never(w) for w in between):
            for i in range(start + 1, index):
                named[i] = replace(found[i], tag="name", capital_letter=True)
    return tuple(named)


def _never(word: Word) -> bool:
    return word.lower in lexicon()["never_names"]
