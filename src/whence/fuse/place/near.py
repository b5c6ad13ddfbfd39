"""Places that reports tell to be near a town: "a village near Harrow" is "Quellby, near Harrow"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from pathlib import Path

import msgspec

from whence.fuse.values import Tally
from whence.fuse.witness import Witness
from whence.model.location import Location

_BETWEEN = 14
"""Words between a village and the town that it is near to."""
_BEFORE = 60
"""Characters before the name of a town in which it is told that something was near it."""

_AREA = " area"
_FLAT = 3

Key = tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a place that is near another (``near.yaml``)."""

    beside: tuple[str, ...]
    measured: frozenset[str]
    measures: tuple[str, ...]
    between: tuple[str, ...]
    called: tuple[str, ...]
    divisions: tuple[str, ...]


@cache
def _words() -> _Words:
    text = Path(__file__).with_name("near.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_Words)


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))


@cache
def _near() -> str:
    """Return the pattern of what stands right before the town that something is near to."""
    plain = [word for word in _words().beside if word not in _words().measured]
    far = rf"(?:{_either(_words().measures)}) (?:{_either(tuple(_words().measured))})"
    called = rf"(?:the (?:\w+ )?(?:{_either(_words().called)})(?: of)?,? )?"
    return rf"(?<!\w)(?i:{_either(plain)}|{far}) {called}"


@cache
def _gap() -> str:
    """Return the pattern of what may stand between a village and that: words that tell of it."""
    word = rf"(?:{_either(_words().between)}|{_either(_words().measures)}|[A-Z][\w’'-]*|\d[\d.,]*)"
    return rf"(?:,? {word}){{0,{_BETWEEN}}},? "


@cache
def _division() -> re.Pattern[str]:
    """Return what makes a name that of a part of a land, behind it: "Harrow province"."""
    return re.compile(rf" (?i:{_either(_words().divisions)})(?!\w)")


@cache
def _told_near() -> re.Pattern[str]:
    return re.compile(_near() + r"(?:the )?$")


def is_near(witness: Witness) -> bool:
    """Tell whether a report has the incident near a place, wherever its words name it so.

    So it is "in the Harrow area", and "near Harrow in Harrow province", whichever name was read.
    """
    text = witness.document.text
    spans = [one for one in witness.fact.spans if one.document_id == witness.document.id]
    inside = [one for one in spans if text[one.start : one.end] == one.text]
    towns = [one for one in inside if not _division().match(text, one.end)]
    if inside and not towns:
        return any(re.search(rf"{_near()}{re.escape(one.text)}(?!\w)", text) for one in inside)
    return bool(towns) and all(
        text.startswith(_AREA, one.end)
        or _told_near().search(text[max(0, one.start - _BEFORE) : one.start])
        for one in towns
    )


def joined(
    keys: Mapping[str, Key],
    points: Mapping[str, Location],
    unlisted: Set[str],
    witnesses: Sequence[Witness],
) -> dict[str, Key]:
    """Return the keys of places, those of villages with the towns that they are told to be near.

    A report says it ("Quellby, near Harrow"), or one has the incident only near the town, another
    in the one place of that region that is on no map. ``unlisted`` are the values without a point
    of their own.
    """
    rows: dict[str, list[Witness]] = defaultdict(list)
    for one in witnesses:
        rows[one.fact.value].append(one)
    towns = [value for value in points if value in keys and _is_town(keys[value])]
    texts = sorted({one.document.text for one in witnesses})
    finer: dict[Key, set[str]] = defaultdict(set)
    for town in towns:
        for value in sorted(unlisted & keys.keys()):
            if keys[value] == keys[town] or points[value].country != points[town].country:
                continue
            if any(_says(text, _names(rows[value]), _names(rows[town])) for text in texts):
                finer[keys[value]].update(keys[town][1:])
        if town not in unlisted and all(is_near(one) for one in rows[town]):
            for key in _only_within(town, unlisted & keys.keys(), (keys, points), rows):
                finer[key].update(keys[town][1:])
    return {
        value: ("place", *sorted({*key[1:], *finer[key]})) if key in finer else key
        for value, key in keys.items()
    }


def _only_within(
    town: str,
    villages: Set[str],
    places: tuple[Mapping[str, Key], Mapping[str, Location]],
    rows: Mapping[str, Sequence[Witness]],
) -> list[Key]:
    """Return the key of the one village in which something near a town can have been.

    ``places`` are the keys and the points.
    """
    keys, points = places
    others = {
        keys[value]
        for value in villages
        if keys[value] != keys[town]
        and any(_is_flat(one) for one in rows[value])
        and _is_within(points[value], points[town])
        and _is_town(keys[value])
    }
    return [*others] if len(others) == 1 else []


def _is_town(key: Key) -> bool:
    return any(part.startswith("town ") for part in key)


def _is_within(point: Location, town: Location) -> bool:
    """Tell whether a village may be near a town: one without a point, of the town's region."""
    return point.country == town.country and point.region in ("", town.region)


def _names(witnesses: Sequence[Witness]) -> frozenset[str]:
    """Return how reports write a place, without what holds it ("Harrow in Texas")."""
    written = {one.fact.value for one in witnesses}
    written |= {span.text for one in witnesses for span in one.fact.spans}
    return frozenset(re.split(r",| in ", name, maxsplit=1)[0].strip() for name in written) - {""}


def _says(text: str, village: Set[str], town: Set[str]) -> bool:
    """Tell whether a text puts a place near another: "Quellby, a village near Harrow"."""
    if not any(name in text for name in village) or not any(name in text for name in town):
        return False
    one, other = (rf"(?:{_either(tuple(names))})(?!\w)" for names in (village, town))
    behind = re.compile(rf"(?<!\w){one}{_gap()}{_near()}{other}")
    before = re.compile(rf"{_near()}{other}{_gap()}{one}")
    return behind.search(text) is not None or before.search(text) is not None


def nearest(standing: Sequence[Tally]) -> list[Tally]:
    """Return the places to choose from, without towns that reports only tell it to be near to.

    Where none tells flatly in which place beside the town it was, the town stays.
    """
    flat = [one for one in standing if any(_is_flat(witness) for witness in one.witnesses)]
    return [one for one in standing if not _gives_way(one, flat)]


def _gives_way(town: Tally, flat: Sequence[Tally]) -> bool:
    finer = any(set(town.reading.key) < set(one.reading.key) for one in flat)
    return finer and all(is_near(one) for one in town.witnesses)


def _is_flat(witness: Witness) -> bool:
    return witness.fact.hedge >= _FLAT and not is_near(witness)
