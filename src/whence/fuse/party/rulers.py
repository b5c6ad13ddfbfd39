"""A government named after whoever leads it: "the Holm regime"."""

import re
from collections.abc import Iterable
from functools import cache

from whence.fuse.party.naming import Named
from whence.model.document import Document
from whence.names.countries import split, state_name
from whence.names.organs import table
from whence.names.persons import ruling
from whence.names.spelling import words

_LED = re.compile(r"^(?P<leader>[A-Z][\w’'-]+)(?:['’]s)? (?P<head>[a-z]+)$")
_NAME = re.compile(r"^[A-Z][\w’'-]+$")


@cache
def _holds() -> str:
    titles = sorted((" ".join(title) for title in ruling()), key=lambda title: (-len(title), title))
    return "|".join(re.escape(title) for title in titles)


def of_leader(own: Named, documents: Iterable[Document], governs: bool = False) -> Named:
    """Return the state of a government that is named after its leader.

    Some document must have the leader lead that state ("Xlandish President Kari Holm"; a mayor
    leads none), and none another; else the name stays as it is. ``governs`` tells that a bare name
    was read as that of a government ("Holm", of "the Holm regime").
    """
    found = _LED.match(own.bare)
    if own.key[0] != "body":
        return own
    if found is not None and found.group("head") in table().whole:
        leader = found.group("leader")
    elif governs and _NAME.match(own.bare):
        leader = own.bare
    else:
        return own
    office = re.compile(
        rf"(?P<whose>[A-Z][\w.]+)(?:['’]s)?\s+(?i:{_holds()})\s+(?:[A-Z][\w’'-]+\s+){{0,2}}"
        rf"(?:[Aa]l[- ]|[Ee]l[- ])?{re.escape(leader)}\b"
    )
    states = {
        code
        for document in documents
        for mark in office.finditer(document.text)
        for code in split(words(mark.group("whose")))[1]
    }
    if len(states) != 1:
        return own
    iso = states.pop()
    return Named(("state", iso), "state", state_name(iso))
