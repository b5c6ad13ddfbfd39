"""Groups that one report names in full and another by initials alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from whence.fuse.party.naming import Named

_INITIALS = re.compile(r"[A-Z]{3,6}")
"""Two letters are the initials of too much."""
_PART_OF_SPLIT = re.compile(r"(?P<letters>[A-Z]{2,6})(?:[ ]?\((?P<part>[A-Z])\)|-(?P<dash>[A-Z]))")
"""Initials of a part of a split group: "RTF(I)" and "RTF-I"."""
_FACTION = re.compile(r"\s*\([^()]* (?:faction|wing|group)\)$")
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
    short = {one.bare: letters for one in read if (letters := _letters(one.bare))}
    return {
        name: next(iter(full[letters].values()))
        for name, letters in sorted(short.items())
        if len(full.get(letters, ())) == 1
    }


def _letters(name: str) -> str:
    """Return the initials that a short name is, with that of its part of a group; else ""."""
    found = _PART_OF_SPLIT.fullmatch(name)
    if found is not None:
        return f"{found['letters']}{found['part'] or found['dash']}"
    return name if _INITIALS.fullmatch(name) else ""


def _initials(name: str) -> set[str]:
    """Return the initials of a name of three words or more, with its small words and without."""
    parts = _PART.findall(_FACTION.sub("", name).replace("'s", "").replace("’s", ""))
    if len(parts) < len("ABC") or not parts[0][:1].isupper():
        return set()
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0] for part in parts).upper()
    return {one for one in (capitals, every) if len(one) >= len("ABC")}
