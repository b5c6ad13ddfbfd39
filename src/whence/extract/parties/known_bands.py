"""Armed groups that the world knows by names which capitals alone do not show to be one name."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from whence.model.vocabulary import load
from whence.names.countries import demonym

_WORD = re.compile(r"[^\W_][\w’'‘-]*")
_JOINING = re.compile(r"(?:^| )[a-z]|[’']s?(?: |$)|\d|-[A-Z]|Association$")
"""What other names do not hold: small words, a possessive, a number: "Lord's Resistance Army"."""


def known_bands(text: str) -> dict[int, int]:
    """Return where the names of such groups start in a text, and where they end."""
    found: dict[int, int] = {}
    plain = text.replace("’", "'").replace("–", "-")
    for word in _WORD.finditer(plain):
        for name in _by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if plain.startswith(name, word.start()) and not plain[end : end + 1].isalnum():
                found[word.start()] = end
                break
    return found


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    """Map the first word of every such name to the names, the longest first."""
    rows: tuple[tuple[str, ...], ...] = load("armed_groups", tuple[tuple[str, ...], ...])
    found: dict[str, list[str]] = defaultdict(list)
    for name in (name for row in rows for name in row):
        first = _WORD.match(name)
        if first is None or " " not in name or not name[-1].isalnum():
            continue
        if _JOINING.search(name) or demonym(first.group()):
            found[first.group()].append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}
