"""Groups that are named with and without what stands before their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from whence.fuse.party.naming import table
from whence.names.countries import state

_BANDS = (
    "army|front|movement|group|brigades?|battalions?|organi[sz]ation|league|party|forces|militia"
    "|network|column"
)


@cache
def _front() -> re.Pattern[str]:
    """Return what a name may lose: whose it is ("People's"), what bears it ("Army of the")."""
    foreign = "|".join(table().foreign)
    return re.compile(
        rf"(?:(?P<owner>[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,2}})['’]s?"
        rf"|(?:[A-Z][\w-]* )?(?i:{_BANDS}) of(?: the)?|(?P<foreign>(?i:{foreign}))) (?P<rest>\S.*)$"
    )


_BAND = re.compile(rf"(?i:{_BANDS}|union|wing|cell)")
_FEWEST = 2
"""Words of its own that a shortened name needs: a general word alone names nobody."""


def forms(names: Iterable[str]) -> Mapping[str, str]:
    """Return by what other name a group goes, where the names tell just one.

    "Second Dawn" is the "Army of the Second Dawn", "Xland's Popular Army" the "Popular Army" if
    that is named as well. Where two longer names go with one it is neither's, and what begins with
    anything else is another's: the "Real Reed Army" is no Reed Army. Keys are casefolded.
    """
    bare = sorted({name.partition(" (")[0] for name in names})
    known = {name.casefold(): name for name in bare}
    longer: dict[str, set[str]] = defaultdict(set)
    for folded, name in known.items():
        rest = _rest(name)
        if rest:
            longer[rest.casefold()].add(folded)
    found: dict[str, str] = {}
    for short, whole in longer.items():
        if len(whole) > 1 or short not in known:
            continue
        (full,) = whole
        owner = _front().match(known[full])
        if owner is not None and owner["owner"] and state(owner["owner"]) is not None:
            found[full] = known[short]
        else:
            found[short] = known[full]
    return found


def _rest(name: str) -> str:
    """Return what a name is without what it may lose, "" where too little would be left."""
    found = _front().match(name)
    if found is None or state(found["rest"]) is not None:
        return ""  # "the army of the United States"
    rest = found["rest"].split()
    if found["owner"] is None and _BAND.fullmatch(rest[-1]):
        return ""  # the "Youth League of the Reed Party" is a part of it
    fewest = 1 if found["foreign"] is not None else _FEWEST
    told = len(rest) >= fewest and all(word[:1].isupper() for word in rest)
    return " ".join(rest) if told else ""
