"""Groups that one report names in full and another by initials alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from whence.fuse.party.naming import Named

_INITIALS = re.compile(r"[A-Z]{3,6}")
"""Two letters are the initials of too much."""
_PART = re.compile(r"[^\W\d_]+")


def by_initials(groups: Mapping[str, Named], read: Iterable[Named]) -> dict[str, Named]:
    """Return the group for which initials that are read as a party stand, where there is just one.

    ``groups`` are those that the reports name in full, by their names. "RTF" is the "Reed Tide
    Front" where no other name in the case has these initials: one of the same initials, or one
    that is a longer form of the same, leaves both alone.
    """
    full: dict[str, dict[tuple[str, ...], Named]] = defaultdict(dict)
    for name, one in groups.items():
        for letters in _initials(name):
            full[letters][one.key] = one
    short = {one.bare for one in read if _INITIALS.fullmatch(one.bare)}
    return {
        letters: next(iter(full[letters].values()))
        for letters in sorted(short)
        if len(full.get(letters, ())) == 1
    }


def _initials(name: str) -> set[str]:
    """Return the initials of a name of three words or more, with its small words and without."""
    parts = _PART.findall(name.replace("'s", "").replace("’s", ""))
    if len(parts) < len("ABC") or not parts[0][:1].isupper():
        return set()
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0] for part in parts).upper()
    return {one for one in (capitals, every) if len(one) >= len("ABC")}
