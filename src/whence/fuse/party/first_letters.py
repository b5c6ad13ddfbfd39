"""Persons of whom a report gives the first letter and the surname: "A. Ruiz" beside "Ana Ruiz"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from whence.fuse.party.naming import Named, named
from whence.names.persons import person, same_person
from whence.names.spelling import fold, name_words

_ABBREVIATED = re.compile(r"(?P<letter>[^\W\d_])\.? (?P<surname>[^\W\d_][\w'’].*)")
"""One letter before a surname; "J. P. Ruiz" tells more than can be compared here."""

Full = Mapping[tuple[str, str], list[str]]
"""Full names by their first letter and their last word."""


def full_names(suspected: Iterable[str], others: Iterable[str]) -> Full:
    """Return the full names of a case that may be a suspect's: those that a suspect is called by.

    Whoever else has a name that would fit, a victim or a mayor, leaves open who is meant.
    """
    own = _by_letter(suspected)
    every = _by_letter([*(name for names in own.values() for name in names), *others])
    return {key: names for key, names in every.items() if key in own}


def _by_letter(names: Iterable[str]) -> Full:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        plain = person(name).name
        parts = name_words(plain)
        if len(parts) > 1 and len(parts[0]) > 1:
            found[parts[0][0], parts[-1]].add(plain)
    return {key: sorted(of, key=lambda one: (-len(one), one)) for key, of in found.items()}


def written_out(own: Named, full: Full) -> Named:
    """Return a person by the only full name of the case that its letter and surname may stand for.

    Where two persons of the case fit, be it a victim or a mayor, it stays whom nobody can tell.
    """
    short = _ABBREVIATED.fullmatch(own.bare) if own.kind == "person" else None
    surname = name_words(short["surname"])[-1:] if short is not None else ()
    if short is None or not surname:
        return own
    fitting = full.get((fold(short["letter"]), surname[0]), [])
    if not fitting or not all(one == fitting[0] or same_person(fitting[0], one) for one in fitting):
        return own
    return replace(named(fitting[0], "person"), bare=own.bare)
