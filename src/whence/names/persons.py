"""A person's name apart from titles, ranks, offices and countries that stand before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whence.model.vocabulary import load
from whence.names.countries import split
from whence.names.spelling import name_words, same_spelling, words

_APPOSITION = re.compile(r"\s*[,(].*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one text names them: the bare ``name`` and the ``office``, where one is given.

    ``iso`` is the state whose office it is. ``full`` is True for a name of two words or more: a
    surname alone identifies nobody across documents.
    """

    name: str
    office: str | None = None
    iso: str | None = None

    @property
    def full(self) -> bool:
        """Whether more than a surname is given."""
        return len(name_words(self.name)) > 1


@cache
def _titles() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load("titles", dict[str, list[str]], "whence.names")
    return table


@cache
def honorifics() -> frozenset[str]:
    """Return the words of rank and courtesy that are no part of a name."""
    return frozenset(_titles()["honorifics"])


@cache
def status() -> frozenset[str]:
    """Return the words by which somebody is not, or no longer, the holder of an office."""
    return frozenset(_titles()["status"])


@cache
def offices() -> frozenset[tuple[str, ...]]:
    """Return the offices that one person holds at a time, as plain words."""
    return frozenset(words(office) for office in _titles()["offices"])


@cache
def ruling() -> frozenset[tuple[str, ...]]:
    """Return the offices whose holders a whole government is named after."""
    return frozenset(words(office) for office in _titles()["ruling"])


def office(phrase: str) -> tuple[str, str | None] | None:
    """Read a phrase as an office and its state: "the Ruritanian prime minister".

    Returns None when the phrase holds anything else.
    """
    left, codes = split(tuple(word for word in words(phrase) if word != "the"))
    kept = tuple(word for word in left if word != "of") if left not in offices() else left
    if kept not in offices():
        return None
    return " ".join(kept), codes[0] if len(codes) == 1 else None


def person(who: str) -> Person:
    """Take a person's name out of titles, ranks, office and country.

    An apposition after the name is dropped. A name made of nothing but titles stays as it is.
    A former, acting or deputy holder does not hold the office: its words go, and none is given.
    """
    bare = _APPOSITION.sub("", who.strip()).strip(" .")
    tokens = bare.split()
    held: str | None = None
    iso: str | None = None
    for cut in range(len(tokens) - 1, 0, -1):
        read = _office_or_status(tokens[:cut])
        if read is not None:
            held, iso = read
            tokens = tokens[cut:]
            break
    tokens = _behind_office(tokens)
    while len(tokens) > 1 and _before_name(tokens[0]):
        tokens = tokens[1:]
    return Person(" ".join(tokens), held, iso)


def _behind_office(tokens: list[str]) -> list[str]:
    """Return the words behind the last for an office or a trade: "harbour pilot Lt Ana Ruiz".

    Who is somebody's ("the widow of Ana Ruiz") is not the one whose name ends the phrase.
    """
    small = [token.casefold() for token in tokens]
    for title in sorted(_titles()["phrases"], key=len, reverse=True):
        if small[: len(title.split())] == title.split():
            return tokens[len(title.split()) :] or tokens
    if not _OWNING.isdisjoint(small[:-1]):
        return tokens
    cut = max((at + 1 for at, token in enumerate(tokens[:-1]) if _is_office(token)), default=0)
    named = cut and (tokens[cut][:1].isupper() or tokens[cut].startswith(("al-", "el-")))
    return tokens[cut:] if named else tokens


_OWNING = frozenset(("of", "for", "to", "by", "from", "in", "at", "with", "and", "who", "that"))


def _is_office(token: str) -> bool:
    """Tell whether a word before a name says what somebody is."""
    plain = token.casefold().rstrip(".,")
    if plain in _titles()["ranks"]:
        return True
    common = token.islower() and len(plain) > _PARTICLE and not plain.startswith(("al-", "el-"))
    return common and plain.replace("-", "").isalpha() and plain not in _titles()["particles"]


_TOLD = 2
"""Letters that a part of a name needs to stand for it: an initial tells nobody."""
_PARTICLE = 2
"""Letters of the longest word that is a part of names whatever it is: "de", "al", "le"."""


def _office_or_status(tokens: list[str]) -> tuple[str | None, str | None] | None:
    """Read tokens as an office with its state, or as one with a status word (then it is None)."""
    read = office(" ".join(tokens))
    if read is not None:
        return read
    plain = words(" ".join(tokens))
    kept = [word for word in plain if word not in status()]
    below = office(" ".join(kept)) if len(kept) < len(plain) else None
    return (None, below[1]) if below is not None else None


def _before_name(token: str) -> bool:
    plain = words(token)
    return bool(plain) and (
        all(word in honorifics() or word in status() or word == "the" for word in plain)
        or not split(plain)[0]
    )


def same_person(left: str, right: str) -> bool:
    """Tell whether two full names are one person's; surnames alone never are.

    One may carry a name more than the other ("Ana Maria Ruiz", "Ana Ruiz") as long as the first
    and the last agree.
    """
    mine, theirs = name_words(left), name_words(right)
    if len(mine) < 2 or len(theirs) < 2:
        return False
    if same_spelling(left, right):
        return True
    if len(mine) == len(theirs):
        return False
    return same_spelling(f"{mine[0]} {mine[-1]}", f"{theirs[0]} {theirs[-1]}")


def surname_of(short: str, full: str) -> bool:
    """Tell whether ``short`` is the last part of the ``full`` name, spelled either way."""
    mine, theirs = name_words(short), name_words(full)
    if not mine or len(mine) >= len(theirs):
        return False
    return same_spelling(" ".join(mine), " ".join(theirs[-len(mine) :]))


def called_by(short: str, names: Iterable[str]) -> list[str]:
    """Return the full names that a short one stands for in one text, which gave them in full.

    That is those that end with it; where none does, those that begin with it or have it within:
    the family's name comes first in Seoul, another behind it in Lima, and in Reykjavik and Jakarta
    people go by their own.
    """
    every = list(names)
    last = [name for name in every if surname_of(short, name)]
    return last or [name for name in every if _within(short, name)]


def _within(short: str, full: str) -> bool:
    mine, theirs = name_words(short), name_words(full)
    if not mine or len(max(mine, key=len)) < _TOLD or len(mine) >= len(theirs):
        return False
    runs = (theirs[at : at + len(mine)] for at in range(len(theirs) - len(mine)))
    return any(same_spelling(" ".join(mine), " ".join(run)) for run in runs)
