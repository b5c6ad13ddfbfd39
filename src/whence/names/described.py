"""Words for a party that has no name: "a dismissed guard", "dockside strikers"."""

import re

_OF = re.compile(r" (?:of|from|in|at|on|for|with|who|that|based|loyal|linked) ")
_BOUND = re.compile(r"\b(?:[A-Z]\w+-[a-z]|(?:pro|anti)-[A-Z])")
"""By which a band is somebody's: "Xland-backed", "pro-X"."""


def is_unnamed(name: str) -> bool:
    """Tell whether no capital letter tells a name: "men of the Reed League" are nobody's name."""
    return not any(map(str.isupper, _OF.split(name)[0]))


def is_one(name: str) -> bool:
    """Tell whether words describe one somebody or band, and not several: "an extortion gang".

    One band with a backer ("the Xland-backed militia") says as much as several would.
    """
    if _BOUND.search(name):
        return False
    head = _OF.split(name)[0].casefold()
    return not (head.endswith(("men", "people", "police")) or (head[-1:] == "s" != head[-2:-1]))
