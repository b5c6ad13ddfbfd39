"""Whether a name is that of a state's government or forces, and of no one else."""

from functools import cache

from msgspec import Struct

from whence.model.vocabulary import load
from whence.names.countries import split, state
from whence.names.spelling import name_words, words

_OF = frozenset({"of", "the", "s"})


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    whole: frozenset[str]
    foes: frozenset[str]
    parts: frozenset[str]
    beside: frozenset[str]
    joining: frozenset[str]
    abroad: frozenset[str]


@cache
def table() -> _Table:
    """Return the words for a state's organs (``model/vocabulary/organs.yaml``)."""
    return load("organs", _Table)


def rules(name: str) -> tuple[str, ...] | None:
    """Return the codes of the states in a name that says "government" or "army" and no more.

    "The Xlandish army" and "the Xlandish enemy" give that state's code and "the army" none;
    "Xlandish rebels" and "the enemy" give None, as does whatever has a word of its own.
    """
    left, codes = split(words(name))
    plain = set(left) - _OF
    whole = table().whole | table().foes if codes else table().whole
    known = plain & whole and plain <= whole | table().beside
    return tuple(codes) if known else None


def is_abroad(name: str) -> bool:
    """Tell whether a name says that it is of elsewhere, not of which state: "a Western envoy"."""
    return not table().abroad.isdisjoint(words(name))


def organ_of(name: str) -> str | None:
    """Return the state whose organ a name is, "" where it tells no state; None when it is none."""
    whole = state(name)
    if whole is not None:
        return whole
    left, codes = split(name_words(name))
    plain = set(left) - _OF
    organs = table().whole | table().parts
    if len(codes) > 1 or not plain & organs or plain - organs - table().beside - table().joining:
        return None
    return codes[0] if codes else ""
