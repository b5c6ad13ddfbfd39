"""Whether two descriptions of somebody mean the same, as far as their words tell."""

import re

from whence.names.countries import demonym, state

_WORD = re.compile(r"[\w’'-]+")
_NOTE = re.compile(r"\([^()]*\)")
_EMPTY = frozenset(
    [
        *("a", "an", "the", "of", "by", "for", "to", "in", "on", "at", "and", "or", "from"),
        *("who", "which", "that", "is", "are", "was", "were", "his", "her", "its", "their"),
    ]
)


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name that carry meaning, in lower case, without possessive endings."""
    found = (re.sub(r"[’']s?$", "", word) for word in _WORD.findall(name.casefold()))
    return frozenset(word for word in found if word and word not in _EMPTY)


def plain_name(name: str) -> str:
    """Return a gold name without its notes in parentheses and its quotation marks."""
    return _NOTE.sub("", name).strip(" '\"‘’")


def same_name(gold: str, predicted: str) -> bool:
    """Tell whether two names may mean one.

    They do when all words of the one stand in the other (``al-Kadhimi``, ``Prime Minister
    Al-Kadhimi``), or when they share two capitalised words (``the network Al Hadath``, ``video by
    Al Hadath``). A gold name may give alternatives, parted by `` / ``.
    """
    return any(_same(option, predicted) for option in plain_name(gold).split(" / "))


def _same(gold: str, predicted: str) -> bool:
    left, right = words_of(gold), words_of(predicted)
    if not left or not right:
        return False
    return left <= right or right <= left or len(_capitals(gold) & _capitals(predicted)) >= 2


def _capitals(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(name) if word[0].isupper()) - _EMPTY


def stems(name: str) -> frozenset[str]:
    """Return what identifies the words of a name, however they are written."""
    return frozenset(_stem(word) for word in words_of(name))


def _stem(word: str) -> str:
    """Return what two ways to write a word have in common.

    "Iranian-backed" and "Iran-backed" are one word and so are "naval" and "navy"; but "Iranian" is
    not "Iran": who comes from a state is not that state.
    """
    bare = word.removeprefix("al-").removesuffix("s")
    first, joint, rest = bare.partition("-")
    origin = demonym(first) or state(first) if joint else None
    return f"{origin}-{rest}" if origin else _ADJECTIVES.get(bare, bare)


_ADJECTIVES = {"naval": "navy"}
