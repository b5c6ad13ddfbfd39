"""What was attacked, under its many descriptions: a person by name or office, or their house."""

import re
from collections.abc import Iterable, Mapping

from whence.fuse.party.naming import bare, table
from whence.names.persons import Person, office, person, same_person, surname_of
from whence.names.spelling import skeletons

_OF = re.compile(r"^(?P<thing>[a-z][a-z-]*) of (?P<owner>.+)$", re.DOTALL)
_HIS = re.compile(r"^(?P<owner>.+?)['’]s? (?P<thing>[a-z][a-z-]*)$", re.DOTALL)
_THING = re.compile(r"^[a-z][a-z-]*$")


def canonical(values: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return what identifies each description of a target among all those of one incident.

    "The prime minister" and a surname stand for the one full name that the others tie them to;
    house, home and residence are one thing; a residence without owner is the only one there is.
    Whatever stays ambiguous stays apart.
    """
    parts = {value: _parts(bare(value)) for value in sorted(set(values))}
    people = _people(owner for _, owner in parts.values() if owner)
    keys = {
        value: ("target", thing, *(_owner(owner, people) if owner else ()))
        for value, (thing, owner) in parts.items()
    }
    for value, (thing, owner) in parts.items():
        owned = {key for key in keys.values() if key[1] == thing and len(key) > 2}
        if thing and not owner and len(owned) == 1:
            keys[value] = owned.pop()
    return keys


def _parts(value: str) -> tuple[str, str]:
    """Part a description into the thing attacked ("" for a person or body) and whose it is."""
    text = " ".join(value.split())
    found = _OF.match(text) or _HIS.match(text)
    if found is not None:
        return _thing(found.group("thing")), bare(found.group("owner"))
    return (_thing(text), "") if _THING.match(text) else ("", text)


def _thing(word: str) -> str:
    return "residence" if word in table().dwellings else word


def _people(owners: Iterable[str]) -> list[Person]:
    """Return one entry per full name, with the office where any spelling gives it."""
    people: list[Person] = []
    for named in sorted((person(owner) for owner in owners), key=lambda one: one.name):
        if not named.full or office(named.name) is not None:
            continue
        same = (n for n, one in enumerate(people) if same_person(one.name, named.name))
        position = next(same, -1)
        if position < 0:
            people.append(named)
        elif people[position].office is None or people[position].iso is None:
            known = people[position]
            people[position] = Person(
                known.name, known.office or named.office, known.iso or named.iso
            )
    return people


def _owner(owner: str, people: list[Person]) -> tuple[str, ...]:
    named, held = person(owner), office(owner)
    if held is not None:
        fitting = [
            one
            for one in people
            if one.office == held[0] and (held[1] is None or one.iso in (None, held[1]))
        ]
    else:
        fitting = [
            one
            for one in people
            if same_person(one.name, named.name) or surname_of(named.name, one.name)
        ]
    if len(fitting) == 1:
        return skeletons(fitting[0].name)
    return skeletons(owner if held is not None else named.name)
