"""Words for a party that has no name: "a dismissed guard", "dockside strikers", "a gang"."""

import re
from functools import cache

from whence.model.vocabulary import load

_OF = re.compile(r" (?:of|from|in|at|on|for|with|who|that|based|loyal|linked) ")
_BOUND = re.compile(r"\b(?:[A-Z]\w+-[a-z]|(?:pro|anti)-[A-Z])")
"""By which a band is somebody's: "Xland-backed", "pro-X"."""


@cache
def _bands() -> frozenset[str]:
    table: dict[str, list[str]] = load("described", dict[str, list[str]], "whence.names")
    return frozenset(table["bands"])


def is_unnamed(name: str) -> bool:
    """Tell whether no capital letter tells a name: "men of the Reed League" are nobody's name."""
    return not any(map(str.isupper, _OF.split(name)[0]))


def is_several(name: str) -> bool:
    """Tell whether words describe several people: "dockside strikers", "men of the Reed League"."""
    head = _OF.split(name)[0].casefold()
    return head.endswith(("men", "people", "police")) or head[-1:] == "s" != head[-2:-1]


def is_a_band(name: str) -> bool:
    """Tell whether words describe one band and not which: "an extortion gang" may be any.

    One that has a backer ("the Xland-backed militia") is told by him.
    """
    head = _OF.split(name)[0].rpartition(" ")[2].casefold()
    return head in _bands() and _BOUND.search(name) is None
